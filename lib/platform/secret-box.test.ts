import { describe, expect, test, vi } from 'vitest'
import { keyedDigest, seal, unseal } from './secret-box.ts'

const keys = vi.hoisted(() => ({ encryptionKey: Buffer.alloc(32, 1) }))
vi.mock('./env.ts', () => ({ env: () => keys }))

describe('a sealed text', () => {
  test('opens where it belongs, and looks different every time', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', 'account-1')
    expect(unseal(sealed, 'account-1')).toBe('JBSWY3DPEHPK3PXP')
    expect(seal('JBSWY3DPEHPK3PXP', 'account-1')).not.toBe(sealed)
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  })

  test('moved to another account is void', () => {
    expect(unseal(seal('secret', 'account-1'), 'account-2')).toBeNull()
  })

  test('with any single byte changed is void', () => {
    const [version = '', encoded = ''] = seal('secret', 'account-1').split('.')
    const bytes = Buffer.from(encoded, 'base64url')
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(unseal(`${version}.${changed.toString('base64url')}`, 'account-1')).toBeNull()
    }
  })

  test('cut short, empty or of another version is void', () => {
    const sealed = seal('secret', 'account-1')
    for (const broken of ['', 'v1', 'v1.', 'v1.AAAA', sealed.slice(0, -6), sealed.replace('v1', 'v2')]) {
      expect(unseal(broken, 'account-1')).toBeNull()
    }
  })

  test('under another key is void', () => {
    const sealed = seal('secret', 'account-1')
    keys.encryptionKey = Buffer.alloc(32, 2)
    expect(unseal(sealed, 'account-1')).toBeNull()
    keys.encryptionKey = Buffer.alloc(32, 1)
    expect(unseal(sealed, 'account-1')).toBe('secret')
  })
})

test('a keyed digest depends on its purpose, its text and the key', () => {
  const digest = keyedDigest('recovery code', 'abc').toString('hex')
  expect(keyedDigest('recovery code', 'abc').toString('hex')).toBe(digest)
  expect(keyedDigest('other', 'abc').toString('hex')).not.toBe(digest)
  expect(keyedDigest('recovery code', 'abd').toString('hex')).not.toBe(digest)
})
