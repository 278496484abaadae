import type pg from 'pg'
import { withClient } from '../../lib/platform/postgres-connect.ts'
import { type Assigned, type AttestationRow, assignedFault, attestationFault } from './faults.ts'
import { factsOf, sha256, type VersionFacts } from './version-facts.ts'

const BATCH = 1_000
const first = '00000000-0000-0000-0000-000000000000'

export interface VerifiedAttestations {
  versions: number
  attestations: number
  assignments: number
  damaged: number
}

/**
 * Recomputes what every signature under a training is made of, from what is stored, and holds all of it together: the text
 * that was taught, the sentence, the answers, the columns, the assignment and the trail. Tells of each that is damaged. A
 * thousand rows are in memory at a time.
 */
export async function verifyAttestations(
  ownerUrl: string,
  tell: (label: string, what: string) => void,
): Promise<VerifiedAttestations> {
  const found = { versions: 0, attestations: 0, assignments: 0, damaged: 0 }
  const damage = (label: string, what: string) => {
    found.damaged += 1
    tell(label, what)
  }
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const versions = new Map<string, VersionFacts>()
    for await (const row of rowsOf<VersionRow>(client, versionSql)) {
      found.versions += 1
      const what = takeVersion(versions, row)
      if (what) damage(row.label, what)
    }
    for await (const row of rowsOf<AttestationRow>(client, attestationSql)) {
      found.attestations += 1
      const what = attestationFault(row, versions.get(row.courseVersionId))
      if (what) damage(row.label, what)
    }
    for await (const row of rowsOf<Assigned & { id: string }>(client, assignmentSql)) {
      found.assignments += 1
      const what = assignedFault(row)
      if (what) damage(row.label, what)
    }
    await client.query('COMMIT')
  })
  return found
}

/** All rows of a statement in the order of their ids, read in batches. */
async function* rowsOf<Row extends { id: string }>(client: pg.Client, sql: string): AsyncGenerator<Row> {
  let after = first
  for (;;) {
    const { rows } = await client.query<Row>(sql, [after, BATCH])
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

interface VersionRow {
  id: string
  label: string
  content: string
  sha256: string
  number: number
}

const versionSql = `
  SELECT v.id, c.ref || ' version ' || v.number || ' of ' || p.name AS label, v.content, v.sha256, v.number
  FROM "CourseVersion" v JOIN "Course" c ON c.id = v."courseId" JOIN "Practice" p ON p.id = v."practiceId"
  WHERE v.id > $1 ORDER BY v.id LIMIT $2`

function takeVersion(versions: Map<string, VersionFacts>, row: VersionRow): string | null {
  if (sha256(row.content) !== row.sha256) return 'its text has another hash'
  try {
    const facts = factsOf(row.content)
    versions.set(row.id, facts)
    return facts.number === row.number ? null : 'its text says another version'
  } catch {
    return 'its text is not a course'
  }
}

// What the trail knows of a signature is looked up by its assignment, and only for those that were given here.
const attestationSql = `
  SELECT a.id, p.name || ': ' || r.ref || ', ' || s."firstDueOn" || ', attestation ' || a.id AS label,
    a."practiceId", a."assignmentId", a.round, a."personId", a."courseVersionId", a."signedAt", a.method, a.language, a."right", a.asked,
    a."recordedById", a."sheetId", h.code, a.content, a.sha256, s."campaignId", s."personId" AS "assignedTo",
    a.method = 'paper' OR EXISTS (
      SELECT 1 FROM "AuditEvent" e WHERE e."practiceId" = a."practiceId" AND e."recordKind" = 'assignment'
        AND e."recordId" = a."assignmentId" AND position(a.sha256 IN e.sentence) > 0) AS "inTrail"
  FROM (SELECT * FROM "Attestation" WHERE id > $1 ORDER BY id LIMIT $2) a
  JOIN "Practice" p ON p.id = a."practiceId" JOIN "Person" r ON r.id = a."personId"
  JOIN "Assignment" s ON s.id = a."assignmentId" LEFT JOIN "PaperSheet" h ON h.id = a."sheetId"
  ORDER BY a.id`

const assignmentSql = `
  SELECT s.id, p.name || ': ' || r.ref || ', assignment ' || s.id AS label, s."signedAt", s.round,
    coalesce(array_agg(a.round) FILTER (WHERE a.id IS NOT NULL), '{}') AS rounds,
    max(a."signedAt") FILTER (WHERE a.round = s.round) AS "lastSignedAt",
    coalesce(array_agg(a.round) FILTER (WHERE a.id IS NOT NULL AND EXISTS (
      SELECT 1 FROM "AttestationCorrection" x WHERE x."attestationId" = a.id AND x."takesBack")), '{}') AS "takenBack"
  FROM (SELECT * FROM "Assignment" WHERE id > $1 ORDER BY id LIMIT $2) s
  JOIN "Practice" p ON p.id = s."practiceId" JOIN "Person" r ON r.id = s."personId"
  LEFT JOIN "Attestation" a ON a."assignmentId" = s.id
  GROUP BY s.id, p.name, r.ref, s."signedAt", s.round
  ORDER BY s.id`
