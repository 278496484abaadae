import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSources, isStamped, writeStamp } from './source-hash.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plumbline-sources-'))
  mkdirSync(join(root, 'lib/platform/prisma'), { recursive: true })
  write('lib/a.ts', 'one')
  write('next.config.ts', 'config')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (path: string, text: string) => writeFileSync(join(root, path), text)
const hash = () => hashSources(root, ['lib', 'next.config.ts', 'public'])

describe('the hash of the sources', () => {
  it('stays when nothing changed, also when a file was only written again', () => {
    const before = hash()
    write('lib/a.ts', 'one')
    expect(hash()).toBe(before)
  })

  it('changes with a content, a name, a new file and a file that is gone', () => {
    const seen = new Set([hash()])
    write('lib/a.ts', 'two')
    seen.add(hash())
    renameSync(join(root, 'lib/a.ts'), join(root, 'lib/b.ts'))
    seen.add(hash())
    write('lib/c.ts', '')
    seen.add(hash())
    rmSync(join(root, 'next.config.ts'))
    seen.add(hash())
    expect(seen.size).toBe(5)
  })

  it('does not count tests and generated files, which no build sees', () => {
    const before = hash()
    write('lib/a.test.ts', 'test')
    write('lib/platform/prisma/client.ts', 'generated')
    expect(hash()).toBe(before)
  })

  it('is what a stamp is compared with', () => {
    const stamp = join(root, 'made-from')
    expect(isStamped(stamp, hash())).toBe(false)
    writeStamp(stamp, hash())
    expect(isStamped(stamp, hash())).toBe(true)
    write('lib/a.ts', 'two')
    expect(isStamped(stamp, hash())).toBe(false)
  })
})
