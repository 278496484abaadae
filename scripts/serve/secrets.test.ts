import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSecrets, rolePassword } from './secrets.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-secrets-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const file = () => join(dataDir, 'secrets.json')

describe('secrets', () => {
  it('are made once, readable by their owner alone, and the same ever after', () => {
    const first = loadSecrets(dataDir, { NODE_ENV: 'test' })
    expect(first.made).toBe(true)
    expect(Buffer.from(first.secrets.encryptionKey, 'base64')).toHaveLength(32)
    expect(first.secrets.authSecret.length).toBeGreaterThanOrEqual(32)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['secrets.json'])
    expect(loadSecrets(dataDir, { NODE_ENV: 'test' })).toEqual({ secrets: first.secrets, made: false })
  })

  it('are taken from the environment first, and are then not written down', () => {
    const given = { NODE_ENV: 'test', AUTH_SECRET: 'a'.repeat(40), ENCRYPTION_KEY: 'b'.repeat(44) } as const
    expect(loadSecrets(dataDir, given)).toEqual({
      secrets: { authSecret: given.AUTH_SECRET, encryptionKey: given.ENCRYPTION_KEY },
      made: false,
    })
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('lose rights that somebody gave to others', () => {
    loadSecrets(dataDir, { NODE_ENV: 'test' })
    chmodSync(file(), 0o644)
    loadSecrets(dataDir, { NODE_ENV: 'test' })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('are not made anew beside a database that needs the old ones', () => {
    mkdirSync(join(dataDir, 'postgres/data'), { recursive: true })
    expect(() => loadSecrets(dataDir, { NODE_ENV: 'test' })).toThrow(/secrets[.]json is missing/)
    expect(readdirSync(dataDir)).toEqual(['postgres'])
  })

  it('that are damaged stop the start and stay as they are', () => {
    writeFileSync(file(), '{"authSecret": "cut sh')
    expect(() => loadSecrets(dataDir, { NODE_ENV: 'test' })).toThrow(/cannot be read/)
    expect(readFileSync(file(), 'utf8')).toBe('{"authSecret": "cut sh')
  })

  it('give each role a password of its own, the same on every machine that shares the key', () => {
    const key = Buffer.alloc(32, 7).toString('base64')
    expect(rolePassword(key, 'one')).toBe(rolePassword(key, 'one'))
    expect(rolePassword(key, 'one')).not.toBe(rolePassword(key, 'two'))
    expect(rolePassword(Buffer.alloc(32, 8).toString('base64'), 'one')).not.toBe(rolePassword(key, 'one'))
  })
})
