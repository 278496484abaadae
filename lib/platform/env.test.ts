import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

const good = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://app:a@localhost/plumbline',
  AUTH_SECRET: 's'.repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
}

describe('the configuration', () => {
  it('needs three variables and knows the rest', () => {
    expect(readEnv(good)).toMatchObject({
      nodeEnv: 'production',
      appUrl: undefined,
      encryptionKey: Buffer.alloc(32, 1),
      logLevel: 'info',
      trustProxy: 0,
      appNow: undefined,
    })
  })

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ ...good, APP_URL: '', LOG_LEVEL: '' })).toMatchObject({
      appUrl: undefined,
      logLevel: 'info',
    })
  })

  it('names every bad variable in one line', () => {
    const bad = {
      ...good,
      AUTH_SECRET: 'short',
      ENCRYPTION_KEY: 'AAAA',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'yes',
    }
    expect(() => readEnv(bad)).toThrow(
      'Configuration: AUTH_SECRET must have at least 32 characters; ENCRYPTION_KEY must be 32 bytes in base64; LOG_LEVEL must be debug, info, warn or error; TRUST_PROXY must be a number',
    )
  })

  it.each(['plumbline.example', 'ftp://plumbline.example', 'https://plumbline.example/app', 'https://a b'])(
    'refuses %s as the address that people use',
    (address) => {
      expect(() => readEnv({ ...good, APP_URL: address })).toThrow(
        /^Configuration: APP_URL must be an address/,
      )
    },
  )

  it('drops the slash at the end of an address', () => {
    expect(readEnv({ ...good, APP_URL: 'https://plumbline.example/' }).appUrl).toBe(
      'https://plumbline.example',
    )
  })

  it('freezes the clock everywhere but in production', () => {
    const frozen = { ...good, APP_NOW: '2026-03-02T15:00:00Z' }
    expect(readEnv({ ...frozen, NODE_ENV: 'test' }).appNow).toBe('2026-03-02T15:00:00Z')
    expect(() => readEnv(frozen)).toThrow(/APP_NOW .* refused in production/)
  })
})
