import { readChunk } from '#lib/evidence/store'
import type { Actor } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { CHUNK_BYTES } from '#lib/platform/file-cipher'
import type { LessonFile } from '#lib/training/take-queries'

/** First and last byte of what is asked for. */
export interface Span {
  from: number
  to: number
}

/**
 * What a Range header asks for of so many bytes: one span, as players of videos ask for. Null: all of it, because nothing that
 * is understood was asked for. 'none': nothing of it is there.
 */
export function spanOf(header: string | null, size: number): Span | 'none' | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found) return null
  const [, first = '', last = ''] = found
  if (first === '' && last === '') return null
  if (first === '')
    return Number(last) === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  const [from, to] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  return from >= size || to < from ? 'none' : { from, to }
}

/** A file of a lesson, opened piece by piece; each piece is verified before it leaves. Null when it is not there. */
export async function openLessonFile(
  actor: Actor,
  file: LessonFile,
): Promise<{ size: number; stream: (span: Span) => ReadableStream<Uint8Array> } | null> {
  const content = await read(actor, (tx) =>
    tx.fileContent.findFirst({
      // The hash that was published stands for the bytes: another content under the same id is not it.
      where: { id: file.contentId, sha256: file.sha256 },
      select: { id: true, sha256: true, size: true, chunkCount: true },
    }),
  )
  if (!content) return null
  const stream = ({ from, to }: Span) => {
    let index = Math.floor(from / CHUNK_BYTES)
    const last = Math.floor(to / CHUNK_BYTES)
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const piece = await readChunk(actor, content, index)
          if (!piece) return controller.error(new Error('a file of a lesson is damaged'))
          const start = index * CHUNK_BYTES
          controller.enqueue(
            piece.subarray(Math.max(0, from - start), Math.min(piece.length, to - start + 1)),
          )
          index += 1
          if (index > last) controller.close()
        },
      },
      { highWaterMark: 0 },
    )
  }
  return { size: content.size, stream }
}
