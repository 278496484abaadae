import { hkdfSync, timingSafeEqual } from 'node:crypto'

const CODE_BYTES = 15

/**
 * What a browser on another machine must show to set up a fresh installation: 20 characters that follow from its
 * encryption key (32 bytes), so that the start script can print them and nothing has to be stored.
 */
export function setupCode(encryptionKey: Uint8Array): string {
  return Buffer.from(hkdfSync('sha256', encryptionKey, '', 'plumbline setup code', CODE_BYTES)).toString(
    'base64url',
  )
}

export function isSetupCode(encryptionKey: Uint8Array, given: string): boolean {
  const wanted = Buffer.from(setupCode(encryptionKey))
  const found = Buffer.from(given)
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}
