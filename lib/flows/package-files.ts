import { type PackageFiles, packageFiles } from '#lib/base/scorm/read-package'
import type { PackageSource } from '#lib/base/scorm/zip-index'
import { readChunk, type StoredContent } from '#lib/evidence/store'
import { read } from '#lib/platform/db'
import { CHUNK_BYTES } from '#lib/platform/file-cipher'
import type { PackageTicket } from '#lib/platform/package-ticket'

// Packages stay packed and encrypted where they are: of one that is played, the list of its files is held, and some of the
// pieces that were read last. At most so many megabytes, whatever is played by however many.

const MOST_CHUNKS = 24
const MOST_LISTS = 12

type Opening = Pick<PackageTicket, 'practice' | 'content' | 'sha256'>

/** A package that is stored, with its files. */
export interface OpenPackage {
  source: PackageSource
  files: PackageFiles
}

/** Remembers what was made last, the oldest forgotten first; what failed is not remembered. */
function lately<T>(most: number) {
  const kept = new Map<string, Promise<T>>()
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const there = kept.get(key)
    kept.delete(key)
    const found = there ?? make()
    kept.set(key, found)
    if (!there) found.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return found
  }
}

const chunks = lately<Buffer>(MOST_CHUNKS)
const lists = lately<OpenPackage | null>(MOST_LISTS)

/** The package that a ticket opens; null when it is not there, or is another practice's. */
export function openPackage(ticket: Opening): Promise<OpenPackage | null> {
  return lists(`${ticket.practice} ${ticket.content} ${ticket.sha256}`, async () => {
    const content = await read({ practiceId: ticket.practice }, (tx) =>
      tx.fileContent.findFirst({
        where: { id: ticket.content, sha256: ticket.sha256 },
        select: { id: true, sha256: true, size: true, chunkCount: true },
      }),
    )
    if (!content) return null
    const source = sourceOf(ticket.practice, content)
    return { source, files: await packageFiles(source) }
  })
}

function sourceOf(practiceId: string, content: StoredContent): PackageSource {
  const chunk = (index: number) =>
    chunks(`${practiceId} ${content.id} ${index}`, async () => {
      const bytes = await readChunk({ practiceId }, content, index)
      if (!bytes) throw new Error('a stored package is damaged')
      return bytes
    })
  return {
    size: content.size,
    read: async (offset, length) => {
      const from = Math.max(0, Math.min(offset, content.size))
      const to = Math.min(content.size, from + Math.max(0, length))
      const pieces: Buffer[] = []
      for (let at = from; at < to; ) {
        const index = Math.floor(at / CHUNK_BYTES)
        const inside = at - index * CHUNK_BYTES
        const piece = (await chunk(index)).subarray(inside, inside + to - at)
        if (piece.length === 0) break
        pieces.push(piece)
        at += piece.length
      }
      const [only] = pieces
      return pieces.length === 1 && only ? only : Buffer.concat(pieces)
    },
  }
}
