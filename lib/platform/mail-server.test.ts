import { describe, expect, it } from 'vitest'
import { readMailServer } from './mail-server.ts'

const from = 'Plumbline <plumbline@example.org>'

describe('the mail server in the configuration', () => {
  it('is not there without an address', () => {
    expect(readMailServer(undefined, undefined)).toBeUndefined()
  })

  it('takes names, ports and characters that are written in code', () => {
    expect(readMailServer('smtps://me%40example.org:a%2Fb@smtp.example.org', from)).toEqual({
      host: 'smtp.example.org',
      port: 465,
      secure: true,
      requireTls: false,
      login: { user: 'me@example.org', pass: 'a/b' },
      from: { name: 'Plumbline', address: 'plumbline@example.org' },
    })
    expect(readMailServer('smtp://[::1]:2525', 'plumbline@example.org')).toMatchObject({
      host: '::1',
      port: 2525,
      from: { name: '', address: 'plumbline@example.org' },
    })
  })

  it('never sends a password unencrypted to another machine', () => {
    const tls = (url: string) => readMailServer(url, from)?.requireTls
    expect(tls('smtp://me:secret@mail.example.org')).toBe(true)
    expect(tls('smtp://me:secret@localhost')).toBe(false)
    expect(tls('smtp://relay.example.org:25')).toBe(false)
  })

  it('says what is wrong without repeating what was given', () => {
    expect(() => readMailServer('https://me:secret@x', from)).toThrow(/^Configuration: SMTP_URL must look/)
    expect(() => readMailServer('smtp://me:%zz@x', from)).toThrow(/write %25/)
    expect(() => readMailServer('smtp://x', undefined)).toThrow(/^Configuration: MAIL_FROM/)
    expect(() => readMailServer('smtp://x', 'a@b, c@d')).toThrow(/^Configuration: MAIL_FROM/)
    expect(() => readMailServer('http://me:secret@x', from)).not.toThrow(/secret/)
  })
})
