import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Plain bytes of each chunk but the last. */
export const CHUNK_BYTES = 1024 * 1024
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Where a chunk belongs. It opens nowhere else: not in another practice or file, not at another place, not in a longer or shorter file. */
export interface ChunkPlace {
  practiceId: string
  /** Of the whole file's plain bytes, in hex. */
  sha256: string
  index: number
  total: number
}

/** The key of all file contents, which only the holder of the installation's key (32 bytes) can compute. */
export function fileKey(encryptionKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', encryptionKey, '', 'plumbline file contents', 32))
}

export function chunksIn(size: number): number {
  return Math.ceil(size / CHUNK_BYTES)
}

function boundTo({ practiceId, sha256, index, total }: ChunkPlace): Buffer {
  return Buffer.from(`plumbline file chunk v1\n${practiceId}\n${sha256}\n${index}/${total}`)
}

/** Nonce, tag and ciphertext (AES-256-GCM). The nonce is fresh: the same bytes sealed twice differ. */
export function sealChunk(key: Buffer, plain: Uint8Array, place: ChunkPlace): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(place))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The plain bytes, or null when they were changed, belong elsewhere or were sealed under another key. */
export function openChunk(key: Buffer, sealed: Uint8Array, place: ChunkPlace): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(place))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const plain = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES))
  try {
    decipher.final()
    return plain
  } catch {
    return null
  }
}
