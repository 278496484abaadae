import { randomBytes, randomUUID } from 'node:crypto'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { withClient } from '../../lib/platform/postgres-connect.ts'
import { hashToken } from '../../lib/platform/session.ts'

const HOURS = 1

export interface Door {
  name: string
  practice: string
  /** Path of a link that works once. */
  path: string
  expiresAt: Date
}

interface Found {
  accountId: string
  personId: string
  practiceId: string
  name: string
  ref: string
  practice: string
}

/**
 * For somebody whom nobody else can help: takes the second factor of an account away, ends its sessions and makes a link,
 * good once and for an hour, to choose a new password. Written into the audit trail. For whoever has the machine.
 */
export function letIn(ownerUrl: string, email: string): Promise<Door> {
  return withClient(ownerUrl, async (client) => {
    const at = new Date()
    const {
      rows: [account],
    } = await client.query<Found>(
      `SELECT a.id AS "accountId", p.id AS "personId", p."practiceId", p.name, p.ref, r.name AS practice
       FROM "Account" a JOIN "Person" p ON p.id = a."personId" JOIN "Practice" r ON r.id = p."practiceId"
       WHERE a.email = lower($1) AND p.active AND p."archivedAt" IS NULL`,
      [email.trim()],
    )
    if (!account) throw new PlainError(`Nobody who works here signs in with ${email.trim()}.`)
    const { accountId, personId, practiceId, name, ref, practice } = account
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(at.getTime() + HOURS * 3_600_000)
    await client.query('BEGIN')
    await client.query(
      `UPDATE "Account" SET "totpSecret" = NULL, "totpConfirmedAt" = NULL, "totpLastStep" = NULL, "failedAttempts" = 0, "lockedUntil" = NULL WHERE id = $1`,
      [accountId],
    )
    await client.query(
      `UPDATE "RecoveryCode" SET "usedAt" = $2 WHERE "accountId" = $1 AND "usedAt" IS NULL`,
      [accountId, at],
    )
    await client.query(
      `UPDATE "Session" SET "endedAt" = $2, "endedBecause" = 'let in on the machine' WHERE "personId" = $1 AND "endedAt" IS NULL`,
      [personId, at],
    )
    await client.query(
      `UPDATE "OneTimeLink" SET "revokedAt" = $2 WHERE "personId" = $1 AND "usedAt" IS NULL AND "revokedAt" IS NULL`,
      [personId, at],
    )
    await client.query(
      `INSERT INTO "OneTimeLink" (id, "practiceId", "personId", purpose, "tokenHash", "createdById", "createdAt", "expiresAt")
       VALUES (gen_random_uuid(), $1, $2, 'reset', $3, $2, $4, $5)`,
      [practiceId, personId, hashToken(token), at, expiresAt],
    )
    await client.query(
      `INSERT INTO "AuditEvent" (id, "practiceId", at, action, "actorName", "actorRole", "recordKind", "recordId", "recordLabel", sentence, "correlationId")
       VALUES (gen_random_uuid(), $1, $2, 'person.let-in', 'Whoever has the machine', '', 'person', $3, $4,
         'Took the second factor away and made a link to choose a new password, by a command on the machine', $5)`,
      [practiceId, at, personId, `${ref} ${name}`, randomUUID()],
    )
    await client.query('COMMIT')
    return { name, practice, path: `/link/${token}`, expiresAt }
  })
}
