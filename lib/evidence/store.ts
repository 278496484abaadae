import { newId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import type { CommandContext } from '#lib/kernel/context'
import { read } from '#lib/platform/db'
import { env } from '#lib/platform/env'
import {
  CHUNK_BYTES,
  type ChunkPlace,
  chunksIn,
  fileKey,
  openChunk,
  sealChunk,
} from '#lib/platform/file-cipher'
import type { Spool } from '#lib/platform/spool'

/** Keeps the bytes, encrypted and in pieces; those that the practice has already are not kept again. Returns the content's id. */
export async function storeContent(
  { tx, actor: { practiceId }, now }: CommandContext,
  spool: Spool,
): Promise<string> {
  const { size, sha256 } = spool
  const total = chunksIn(size)
  const id = newId(now.getTime())
  const made = await tx.$executeRaw`
    INSERT INTO "FileContent" ("id", "practiceId", "sha256", "size", "chunkCount", "storedAt")
    VALUES (${id}::uuid, ${practiceId}::uuid, ${sha256}, ${size}, ${total}, ${now})
    ON CONFLICT ("practiceId", "sha256") DO NOTHING`
  if (made === 0) {
    const there = await tx.fileContent.findFirstOrThrow({ where: { sha256 }, select: { id: true } })
    return there.id
  }
  const key = fileKey(env().encryptionKey)
  let index = 0
  for await (const piece of spool.pieces(CHUNK_BYTES)) {
    const sealed = sealChunk(key, piece, { practiceId, sha256, index, total })
    await tx.$executeRaw`
      INSERT INTO "FileChunk" ("contentId", "place", "practiceId", "sealed")
      VALUES (${id}::uuid, ${index}, ${practiceId}::uuid, ${sealed})`
    index += 1
  }
  return id
}

export interface StoredContent {
  id: string
  sha256: string
  size: number
  chunkCount: number
}

/** One piece of a content, verified; null when it is not there or not as it was stored. */
export async function readChunk(
  actor: Pick<Actor, 'practiceId'>,
  { id, sha256, chunkCount: total }: StoredContent,
  index: number,
): Promise<Buffer | null> {
  // Raw: the client takes twice as long over a megabyte.
  const [chunk] = await read(
    actor,
    (tx) => tx.$queryRaw<{ sealed: Uint8Array }[]>`
      SELECT "sealed" FROM "FileChunk" WHERE "contentId" = ${id}::uuid AND "place" = ${index}`,
  )
  const place: ChunkPlace = { practiceId: actor.practiceId, sha256, index, total }
  return chunk ? openChunk(fileKey(env().encryptionKey), chunk.sealed, place) : null
}
