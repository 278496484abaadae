import { createHash } from 'node:crypto'
import type pg from 'pg'
import { fileKey, openChunk } from '../../lib/platform/file-cipher.ts'
import { withClient } from '../../lib/platform/postgres-connect.ts'

/** A stored content that is not as it was stored, and the files on records that can no longer be had. */
export interface DamagedContent {
  sha256: string
  what: string
  files: string[]
}

export interface Verified {
  contents: number
  bytes: number
  damaged: DamagedContent[]
}

interface Content {
  id: string
  practiceId: string
  sha256: string
  size: number
  chunkCount: number
}

/** Opens every content of every practice and recomputes its hash. One piece is in memory at a time. */
export async function verifyContents(ownerUrl: string, encryptionKey: Buffer): Promise<Verified> {
  const key = fileKey(encryptionKey)
  const found: Verified = { contents: 0, bytes: 0, damaged: [] }
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const { rows } = await client.query<Content>(
        `SELECT id, "practiceId", sha256, size, "chunkCount" FROM "FileContent" WHERE id > $1 ORDER BY id LIMIT 500`,
        [after],
      )
      for (const content of rows) {
        after = content.id
        found.contents += 1
        found.bytes += content.size
        const what = await faultOf(client, key, content)
        if (what)
          found.damaged.push({ sha256: content.sha256, what, files: await filesOf(client, content.id) })
      }
      if (rows.length === 0) break
    }
    await client.query('COMMIT')
  })
  return found
}

/** What is wrong with a content; null when it is as it was stored. */
async function faultOf(
  client: pg.Client,
  key: Buffer,
  { id, practiceId, sha256, size, chunkCount: total }: Content,
): Promise<string | null> {
  const there = await client.query<{ pieces: number }>(
    'SELECT count(*)::int AS pieces FROM "FileChunk" WHERE "contentId" = $1',
    [id],
  )
  const pieces = there.rows[0]?.pieces ?? 0
  if (pieces !== total) return `${pieces} of ${total} pieces are there`
  const hash = createHash('sha256')
  let bytes = 0
  for (let index = 0; index < total; index += 1) {
    const { rows } = await client.query<{ sealed: Buffer }>(
      'SELECT sealed FROM "FileChunk" WHERE "contentId" = $1 AND place = $2',
      [id, index],
    )
    const plain = rows[0] && openChunk(key, rows[0].sealed, { practiceId, sha256, index, total })
    if (!plain) return `piece ${index + 1} of ${total} does not open: it was changed, or the key is another`
    hash.update(plain)
    bytes += plain.length
  }
  return hash.digest('hex') === sha256 && bytes === size ? null : 'its content has another hash'
}

async function filesOf(client: pg.Client, contentId: string): Promise<string[]> {
  const { rows } = await client.query<{ label: string }>(
    `SELECT e.title || ' (' || e."fileName" || ', ' || e."recordKind" || ' ' || e."recordId" || ' of ' || p.name || ')' AS label
     FROM "Evidence" e JOIN "Practice" p ON p.id = e."practiceId" WHERE e."contentId" = $1 ORDER BY e."addedAt"`,
    [contentId],
  )
  return rows.map(({ label }) => label)
}
