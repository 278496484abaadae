import { createHash } from 'node:crypto'
import type { Actor } from '#lib/kernel/access'
import { readChunk, type StoredContent } from './store.ts'

/**
 * The plain bytes of a content, piece by piece as they are asked for. What has gone out cannot be taken back: each piece is
 * verified before it leaves, and the hash of the whole before the last one. Null when the very first piece is damaged;
 * later damage calls `onDamage` and breaks the stream off.
 */
export async function openContent(
  actor: Actor,
  content: StoredContent,
  onDamage: () => Promise<unknown>,
): Promise<ReadableStream<Uint8Array> | null> {
  const hash = createHash('sha256')
  const piece = async (index: number): Promise<Buffer | null> => {
    const bytes = await readChunk(actor, content, index)
    if (bytes) hash.update(bytes)
    const isLast = index === content.chunkCount - 1
    return isLast && hash.digest('hex') !== content.sha256 ? null : bytes
  }
  let next = await piece(0)
  if (!next) return null
  let index = 0
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
        if (index === content.chunkCount) controller.close()
        else next = await piece(index)
      },
    },
    { highWaterMark: 0 },
  )
}
