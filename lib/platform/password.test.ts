import { describe, expect, test } from 'vitest'
import { hashPassword, PASSWORD_MAX, passwordProblem, verifyPassword } from './password.ts'

const person = { email: 'dana.okafor@riverbend.example', name: 'Dana Okafor' }
const check = (password: string) => passwordProblem(password, person)

describe('a new password', () => {
  test.each([
    'orbit mango ledger',
    'kestrel-tundra-42',
    'tHx9!qLm2#vRz7',
    'пароль из слов ёлка',
    'a very long sentence about nothing in it',
  ])('“%s” will do', (password) => expect(check(password)).toBeNull())

  test('is at least 12 and at most 200 characters long, counted as people count them', () => {
    expect(check('mango-tulip')).toMatch(/at least 12/)
    expect(check('mango-tulips')).toBeNull()
    expect(check('🦉🦊🐢🐬🦀🐝🦉🦊🐢🐬🦀')).toMatch(/at least 12/)
    const long = 'mango tulip ledger orbit '.repeat(8)
    expect(long.length).toBe(PASSWORD_MAX)
    expect(check(long)).toBeNull()
    expect(check(`${long}x`)).toMatch(/at most 200/)
  })

  test.each([
    ['the e-mail', 'dana.okafor@riverbend.example'],
    ['the e-mail with a little more', 'Dana.Okafor@riverbend.example1!'],
    ['the name', 'DanaOkafor2026'],
    ['the product', 'Plumbline2026!'],
    ['a common password', 'Password2026!'],
    ['a common password twice', 'passwordpassword'],
    ['a row of keys', 'qwertyuiop12'],
    ['a row of digits', '123456789012'],
    ['a season and a year', 'Summer2026!!'],
    ['one character', 'zzzzzzzzzzzzzz'],
    ['a pattern of two', 'xyxyxyxyxyxyxy'],
    ['what a nurse would think of', 'clinicnurse123'],
    ['a famous joke', 'CorrectHorseBatteryStaple'],
  ])('is refused when it is mostly %s', (_, password) => {
    expect(check(password)).toMatch(/easy to guess/)
  })

  test('may hold a name inside something longer', () => {
    expect(check('dana keeps seventeen owls')).toBeNull()
  })
})

describe('a stored password', () => {
  test('is verified, also when its letters are composed differently', async () => {
    const stored = await hashPassword('zürich mango ledger')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'zürich mango ledger')).toBe(true)
    expect(await verifyPassword(stored, 'zu\u0308rich mango ledger')).toBe(true)
    expect(await verifyPassword(stored, 'zürich mango ledgeR')).toBe(false)
  })

  test('of nobody is never right, and costs the same check', async () => {
    expect(await verifyPassword(null, 'orbit mango ledger')).toBe(false)
    expect(await verifyPassword(null, '')).toBe(false)
  })

  test('given too long is wrong and not computed at length', async () => {
    const stored = await hashPassword('')
    expect(await verifyPassword(stored, 'x'.repeat(1_000_000))).toBe(false)
  })
})
