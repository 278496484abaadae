import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from './secret-box.ts'

/**
 * What the browser must show to set up a fresh installation from another machine. It follows from the installation's
 * key, so the start script can print it and nothing has to be stored.
 */
export function setupCode(): string {
  return keyedDigest('setup code', '').toString('base64url').slice(0, 20)
}

export function isSetupCode(given: string): boolean {
  const wanted = Buffer.from(setupCode())
  const found = Buffer.from(given)
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}
