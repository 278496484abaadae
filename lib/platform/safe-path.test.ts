import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test.each(['/', '/ai-systems?stage=in-use&page=2', '/ai-systems/0198/edit#flows', '/signals', '/account'])(
  '%s is kept',
  (path) => expect(safePath(path)).toBe(path),
)

test.each([
  ...[
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
  ],
  ...['/x/..//evil.example', ['javascript', 'alert(1)'].join(':'), 'ai-systems', '', null, undefined],
  ...[
    '/sign-in',
    '/sign-in?next=/',
    '/setup',
    '/link/abc',
    '/api/health',
    '/api/auth/signout',
    '/API/drafts',
    '/sign-out',
    '/export/ai-system',
  ],
])('%j leads home', (path) => expect(safePath(path)).toBe('/'))
