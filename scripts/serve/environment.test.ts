import { describe, expect, it } from 'vitest'
import { addressLines, appEnvironment, megabytes } from './environment.ts'

const options = {
  root: process.cwd(),
  dataDir: '/data',
  dev: false,
  port: 3000,
  appUrl: 'postgresql://plumbline_app:a@localhost/x',
  secrets: { authSecret: 'auth', encryptionKey: 'key' },
}
const from = (inherited: Record<string, string>) =>
  appEnvironment(options, { NODE_ENV: 'test', ...inherited })

describe('the environment of the servers', () => {
  it('holds the application role`s database and nothing of the owner`s', () => {
    const env = from({
      DATABASE_URL: 'postgresql://owner:o@localhost/x',
      APP_DATABASE_URL: 'postgresql://b:b@h/x',
    })
    expect(env.DATABASE_URL).toBe(options.appUrl)
    expect(JSON.stringify(env)).not.toContain('owner:o')
    expect(env).not.toHaveProperty('APP_DATABASE_URL')
  })

  it('lets next-auth go by the request`s address, unless there is a configured one', () => {
    const anyAddress = from({ NEXTAUTH_URL: 'https://left-over.example' })
    expect(anyAddress).toMatchObject({ AUTH_TRUST_HOST: '1', NEXTAUTH_SECRET: 'auth' })
    expect(anyAddress).not.toHaveProperty('NEXTAUTH_URL')
    expect(from({ APP_URL: 'https://plumbline.example' })).toMatchObject({
      NEXTAUTH_URL: 'https://plumbline.example',
    })
  })

  it('says production whatever the shell said, and passes other settings on', () => {
    expect(from({ LOG_LEVEL: 'debug', npm_config_omit: 'dev' })).toMatchObject({
      NODE_ENV: 'production',
      LOG_LEVEL: 'debug',
    })
    expect(from({ npm_config_omit: 'dev' })).not.toHaveProperty('npm_config_omit')
  })
})

describe('the closing lines', () => {
  it('name the configured address alone', () => {
    expect(addressLines(3000, '0.0.0.0', 'https://plumbline.example')).toEqual([
      'Open https://plumbline.example',
    ])
  })

  it('name this machine, and the address for others only when it can be reached from them', () => {
    expect(addressLines(3000, '0.0.0.0', 'https://plumbline.example', '/setup?code=x')).toEqual([
      'Open https://plumbline.example/setup?code=x',
    ])
    expect(addressLines(8080, '127.0.0.1', undefined, '/setup?code=x')).toEqual([
      'Open http://127.0.0.1:8080',
    ])
    expect(addressLines(8080, '0.0.0.0', undefined)[0]).toBe('Open http://localhost:8080')
    expect(addressLines(8080, '::', undefined)[0]).toBe('Open http://localhost:8080')
    expect(addressLines(8080, '127.0.0.1', undefined)).toEqual(['Open http://127.0.0.1:8080'])
    expect(addressLines(8080, '::1', undefined)).toEqual(['Open http://[::1]:8080'])
  })
})

describe('a limit of memory', () => {
  const environment = { NODE_ENV: 'test', WEB_HEAP_MB: '512', WORKER_HEAP_MB: '1 GB' } as const

  it('is a number of megabytes, or the usual one', () => {
    expect(megabytes('WEB_HEAP_MB', 320, environment)).toBe(512)
    expect(megabytes('OTHER_HEAP_MB', 320, environment)).toBe(320)
  })

  it('that is anything else is refused by name', () => {
    expect(() => megabytes('WORKER_HEAP_MB', 128, environment)).toThrow(
      'WORKER_HEAP_MB must be a number of megabytes, not "1 GB"',
    )
  })
})
