import { createHash } from 'node:crypto'
import type { ByteRange } from '#lib/base/byte-range'
import type { Actor } from '#lib/kernel/access'
import { CHUNK_BYTES } from '#lib/platform/file-cipher'
import { readChunk, type StoredContent } from './store.ts'

/**
 * The plain bytes of a content, or of a part of it, piece by piece as they are asked for. What has gone out cannot be taken
 * back: each piece is verified before it leaves, and for the whole its hash before the last one. Null when the very first
 * piece is damaged; later damage calls `onDamage` and breaks the stream off.
 */
export async function openContent(
  actor: Actor,
  content: StoredContent,
  onDamage: () => Promise<unknown>,
  part?: ByteRange,
): Promise<ReadableStream<Uint8Array> | null> {
  const hash = createHash('sha256')
  const end = part ? Math.floor(part.to / CHUNK_BYTES) + 1 : content.chunkCount
  const piece = async (at: number): Promise<Buffer | null> => {
    const bytes = await readChunk(actor, content, at)
    if (!bytes) return null
    if (part) {
      const start = at * CHUNK_BYTES
      return bytes.subarray(Math.max(0, part.from - start), part.to + 1 - start)
    }
    hash.update(bytes)
    return at === end - 1 && hash.digest('hex') !== content.sha256 ? null : bytes
  }
  let index = part ? Math.floor(part.from / CHUNK_BYTES) : 0
  let next = await piece(index)
  if (!next) return null
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!next) {
          await onDamage()
          controller.error(new Error('a stored file is damaged'))
          return
        }
        controller.enqueue(next)
        index += 1
        if (index === end) controller.close()
        else next = await piece(index)
      },
    },
    { highWaterMark: 0 },
  )
}
