import { randomUUID } from 'node:crypto'
import { generate } from 'otplib'
import type pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { hashPassword } from '#lib/platform/password'
import { findSession, type SessionContext } from '#lib/platform/session'

export const PASSWORD = 'orbit mango ledger'
/** A working day that no test depends on; tests count minutes from it. */
export const NOON = new Date('2026-03-02T18:00:00Z')

export const minutesAfterNoon = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

/** Somewhere on the internet; each number another network. */
export const place = (number: number) => ({
  address: `203.0.113.${number}`,
  userAgent: 'Firefox/145.0 (X11; Linux)',
})

/** Lets the actor sign in with PASSWORD. Returns the e-mail. */
export async function giveAccount(owner: pg.Pool, actor: Actor): Promise<string> {
  await owner.query(
    `INSERT INTO "Account" (id, "practiceId", "personId", email, "passwordHash", "passwordSetAt") VALUES ($1, $2, $3, $4, $5, $6)`,
    [randomUUID(), actor.practiceId, actor.personId, actor.email, await hashPassword(PASSWORD), NOON],
  )
  return actor.email
}

/** Demands a second factor of everybody with this role. */
export async function demandSecondFactor(owner: pg.Pool, practiceId: string, role: string): Promise<void> {
  await owner.query(`UPDATE "Practice" SET "mfaRoles" = array_append("mfaRoles", $2) WHERE id = $1`, [
    practiceId,
    role,
  ])
}

/** What the cookie stands for; fails the test when the session does not count. */
export async function sessionOf(token: string, at: Date): Promise<SessionContext> {
  const session = await findSession(token, at)
  if (!session) throw new Error('there is no such session')
  return session
}

export const codeAt = (secret: string, at: Date) =>
  generate({ secret, epoch: Math.floor(at.getTime() / 1000) })

/** The sentences of a practice's audit trail, oldest first. */
export async function sentences(owner: pg.Pool, practiceId: string): Promise<string[]> {
  const { rows } = await owner.query<{ sentence: string }>(
    `SELECT sentence FROM "AuditEvent" WHERE "practiceId" = $1 ORDER BY at, id`,
    [practiceId],
  )
  return rows.map((row) => row.sentence)
}
