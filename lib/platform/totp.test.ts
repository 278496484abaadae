import { generate } from 'otplib'
import { describe, expect, test } from 'vitest'
import { base32, totpAddress, totpStep } from './totp.ts'

const secret = base32(Buffer.from('12345678901234567890'))
const at = (seconds: number) => new Date(seconds * 1000)
const codeAt = (seconds: number) => generate({ secret, epoch: seconds })

test('secrets are written as RFC 4648 has them', () => {
  const vectors = {
    '': '',
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  }
  for (const [text, encoded] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(encoded)
  expect(base32(Buffer.alloc(20, 255))).toBe('7'.repeat(32))
})

describe('a code', () => {
  test('of the RFC 6238 vectors is right at its time', async () => {
    expect(await totpStep(secret, '287082', at(59), null)).toBe(1)
    expect(await totpStep(secret, '081804', at(1_111_111_109), null)).toBe(37_037_036)
    expect(await totpStep(secret, '353130', at(20_000_000_000), null)).toBe(666_666_666)
  })

  test('is taken one step early or late, not two', async () => {
    const code = await codeAt(1_000_000_020)
    const step = Math.floor(1_000_000_020 / 30)
    expect(await totpStep(secret, code, at(1_000_000_020 - 30), null)).toBe(step)
    expect(await totpStep(secret, code, at(1_000_000_020 + 30), null)).toBe(step)
    expect(await totpStep(secret, code, at(1_000_000_020 - 75), null)).toBeNull()
    expect(await totpStep(secret, code, at(1_000_000_020 + 75), null)).toBeNull()
  })

  test('works once: its step and every earlier one are refused afterwards', async () => {
    const code = await codeAt(1_000_000_020)
    const step = await totpStep(secret, code, at(1_000_000_020), null)
    expect(step).not.toBeNull()
    expect(await totpStep(secret, code, at(1_000_000_025), step)).toBeNull()
    expect(await totpStep(secret, await codeAt(1_000_000_020 - 30), at(1_000_000_025), step)).toBeNull()
    expect(await totpStep(secret, await codeAt(1_000_000_020 + 30), at(1_000_000_055), step)).toBe(
      (step ?? 0) + 1,
    )
  })

  test.each(['', '28708', '2870822', 'abcdef', '28708a', '２８７０８２', ' 287082'])(
    '“%s” is wrong without a fault',
    async (code) => {
      expect(await totpStep(secret, code, at(59), null)).toBeNull()
    },
  )
})

test('the address in the QR code names the product, the practice and the account', () => {
  const address = new URL(totpAddress('River: Bend Family', 'dana@riverbend.example', secret))
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain(
    'Plumbline River  Bend Family:dana@riverbend.example',
  )
  expect(address.searchParams.get('secret')).toBe(secret)
  expect(address.searchParams.get('issuer')).toBe('Plumbline River  Bend Family')
})
