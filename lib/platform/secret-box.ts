import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env.ts'

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** One key per purpose, so that a value made for one can never stand in for another. */
function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().encryptionKey, '', `plumbline ${purpose}`, 32))
}

/** Text sealed with AES-256-GCM. It opens only with the same `boundTo` (the account's id, say): moved elsewhere it is void. */
export function seal(text: string, boundTo: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(boundTo))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
}

/** The sealed text, or null when it was changed, bound to something else, or sealed under another key. */
export function unseal(sealed: string, boundTo: string): string | null {
  const [version, encoded] = sealed.split('.')
  if (version !== VERSION || encoded === undefined) return null
  const bytes = Buffer.from(encoded, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

/** 32 bytes that only this installation can compute again: for hashes of short secrets, and for secrets not worth storing. */
export function keyedDigest(purpose: string, text: string): Buffer {
  return createHmac('sha256', keyFor(purpose)).update(text).digest()
}
