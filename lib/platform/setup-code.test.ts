import { expect, test } from 'vitest'
import { isSetupCode, setupCode } from './setup-code.ts'

const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]

test('the setup code follows from the key, fits into an address, and differs between installations', () => {
  expect(setupCode(key)).toMatch(/^[\w-]{20}$/)
  expect(setupCode(key)).toBe(setupCode(Buffer.from(key)))
  expect(setupCode(other)).not.toBe(setupCode(key))
})

test('only the whole code of this installation is right', () => {
  expect(isSetupCode(key, setupCode(key))).toBe(true)
  for (const wrong of ['', setupCode(other), setupCode(key).slice(1), `${setupCode(key)}x`])
    expect(isSetupCode(key, wrong)).toBe(false)
})
