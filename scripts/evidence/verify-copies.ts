import { createHash } from 'node:crypto'
import { withClient } from '../../lib/platform/postgres-connect.ts'

/** A frozen copy of an assessment that is not what was signed. */
export interface DamagedCopy {
  /** “ASM-001 Risk profile, copy 2, of Lakeshore”. */
  label: string
  what: string
}

interface Found {
  label: string
  content: string
  sha256: string
  signed: string[]
}

/** Recomputes the hash of every frozen assessment, and holds it against what was stored and what was signed. One at a time. */
export async function verifyCopies(ownerUrl: string): Promise<{ copies: number; damaged: DamagedCopy[] }> {
  const damaged: DamagedCopy[] = []
  let copies = 0
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows: all } = await client.query<{ id: string }>('SELECT id FROM "AssessmentCopy" ORDER BY id')
    for (const { id } of all) {
      const { rows } = await client.query<Found>(
        `SELECT a.ref || ' ' || a.title || ', copy ' || c.number || ', of ' || p.name AS label, c.content, c.sha256,
           ARRAY(SELECT s.sha256 FROM "AssessmentSignature" s WHERE s."copyId" = c.id) AS signed
         FROM "AssessmentCopy" c JOIN "Assessment" a ON a.id = c."assessmentId" JOIN "Practice" p ON p.id = c."practiceId" WHERE c.id = $1`,
        [id],
      )
      for (const copy of rows) {
        copies += 1
        const what = faultOf(copy)
        if (what) damaged.push({ label: copy.label, what })
      }
    }
    await client.query('COMMIT')
  })
  return { copies, damaged }
}

/** What is wrong with a copy; null when it is what was signed. */
function faultOf({ content, sha256, signed }: Found): string | null {
  if (createHash('sha256').update(content, 'utf8').digest('hex') !== sha256)
    return 'its content has another hash'
  if (signed.length === 0) return 'it has no signature'
  return signed.every((hash) => hash === sha256) ? null : 'something else was signed'
}
