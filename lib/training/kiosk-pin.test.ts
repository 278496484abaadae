import { describe, expect, it } from 'vitest'
import { hashPin, newPin, pinLockMinutes, pinProblem, verifyPin } from './kiosk-pin.ts'

describe('a PIN', () => {
  it.each([
    '123456',
    '000000',
    '777777',
    '654321',
    '012345',
    '890123',
    '121212',
    '123123',
    '112233',
    '111222',
    '100001',
  ])('%s is too easy to guess', (pin) => {
    expect(pinProblem(pin)).toBe('weak')
  })

  it.each(['12345', '1234567', 'abcdef', '', '12 456', '１２３４５６'])('“%s” is none', (pin) => {
    expect(pinProblem(pin)).toBe('form')
  })

  it('that is given out will do', () => {
    for (let n = 0; n < 500; n += 1) expect(pinProblem(newPin())).toBeNull()
  })

  it('is right for the one person it was set for', async () => {
    const stored = await hashPin('one', '480271')
    expect(stored).toMatch(/^\$argon2id\$/)
    expect(await verifyPin(stored, 'one', '480271')).toBe(true)
    expect(await verifyPin(stored, 'one', '480272')).toBe(false)
    expect(await verifyPin(stored, 'two', '480271')).toBe(false)
    expect(await verifyPin(null, 'one', '480271')).toBe(false)
  })

  it('locks from the fifth wrong try on, longer each time, and never for more than four hours', () => {
    expect([0, 4, 5, 6, 7, 8, 9, 10, 500].map(pinLockMinutes)).toEqual([0, 0, 15, 30, 60, 120, 240, 240, 240])
  })
})
