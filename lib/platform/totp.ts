import { generateURI, verify } from 'otplib'

const PERIOD_SECONDS = 30
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as the base32 text (RFC 4648, no padding) that authenticator apps take as a secret. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE32.charAt((held << (5 - bits)) & 31) : text
}

/** The address in the QR code that an authenticator app reads. */
export function totpAddress(practiceName: string, email: string, secret: string): string {
  return generateURI({ issuer: `Plumbline ${practiceName.replaceAll(':', ' ')}`, label: email, secret })
}

/**
 * The 30-second step (since 1970) that a six-digit code stands for, or null when it is wrong or its step was already
 * used: a code works once. Clocks may differ by one step either way.
 */
export async function totpStep(
  secret: string,
  code: string,
  at: Date,
  lastStep: number | null,
): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null
  const result = await verify({
    strategy: 'totp',
    secret,
    token: code,
    epoch: Math.floor(at.getTime() / 1000),
    epochTolerance: PERIOD_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
