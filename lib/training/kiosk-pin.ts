import { randomInt } from 'node:crypto'
import { hashPassword, verifyPassword } from '#lib/platform/password'
import { keyedDigest } from '#lib/platform/secret-box'

/** Wrong tries in a row that cost nothing but the try. */
const FREE_MISSES = 4
const FIRST_MINUTES = 15
const LONGEST_MINUTES = 240
/** A PIN that was given out and not used is worth nothing after so many days. */
export const GIVEN_OUT_DAYS = 7

/** For how many minutes nobody can try this person's PIN after so many wrong tries in a row: 15, 30, 60 and at most 240. */
export function pinLockMinutes(misses: number): number {
  if (misses <= FREE_MISSES) return 0
  return Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** Math.min(misses - FREE_MISSES - 1, 10))
}

/** What is wrong with a PIN that somebody chose; null when it will do. */
export function pinProblem(pin: string): 'form' | 'weak' | null {
  if (!/^\d{6}$/.test(pin)) return 'form'
  const digits = Array.from(pin, Number)
  const steps = new Set(digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10))
  // One digit all along, counting up or down.
  if (steps.size === 1 && [0, 1, 9].some((step) => steps.has(step))) return 'weak'
  // 121212, 123123, 112233, 111222.
  const repeats = [2, 3].some((length) => pin === pin.slice(0, length).repeat(6 / length))
  return repeats || /^(\d)\1(\d)\2(\d)\3$/.test(pin) || new Set(digits).size < 3 ? 'weak' : null
}

/** A PIN to give out. */
export function newPin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0')
    if (pinProblem(pin) === null) return pin
  }
}

/**
 * Six digits are soon tried out by whoever has their hashes, so the installation's key goes into them: a copy of the database
 * alone is worth nothing.
 */
const peppered = (personId: string, pin: string) =>
  keyedDigest('kiosk pin', `${personId} ${pin}`).toString('base64url')

export const hashPin = (personId: string, pin: string) => hashPassword(peppered(personId, pin))

/** Whether a PIN is right; takes as long where there is none. */
export const verifyPin = (stored: string | null, personId: string, pin: string) =>
  verifyPassword(stored, peppered(personId, pin))
