import { createHmac } from 'node:crypto'
import { outside } from './db.ts'
import { env } from './env.ts'

/** At most `limit` attempts in a window that starts with the first of them. */
export interface RateRule {
  /** What is counted: 'password for e-mail'. Part of the key, so rules never share a counter. */
  name: string
  limit: number
  windowSeconds: number
}

/** Only a keyed hash is stored: the table names nobody. */
function keyOf(rule: RateRule, subject: string): string {
  return createHmac('sha256', env().authSecret).update(`rate ${rule.name} ${subject}`).digest('base64url')
}

/**
 * Counts one attempt before it is made, in one atomic statement, so that attempts made at the same time cannot slip
 * through together. False when the limit is used up. Independent of any transaction: a roll-back does not un-count.
 */
export async function takeAttempt(rule: RateRule, subject: string, at: Date): Promise<boolean> {
  const [row] = await outside<{ count: number }>(
    `INSERT INTO "RateLimit" AS seen ("key", "windowStart", "count") VALUES ($1, $2, 1)
     ON CONFLICT ("key") DO UPDATE SET
       "windowStart" = CASE WHEN seen."windowStart" <= $3 THEN EXCLUDED."windowStart" ELSE seen."windowStart" END,
       "count" = CASE WHEN seen."windowStart" <= $3 THEN 1 ELSE least(seen."count" + 1, 1000000) END
     RETURNING "count"`,
    [keyOf(rule, subject), at, new Date(at.getTime() - rule.windowSeconds * 1000)],
  )
  return row !== undefined && row.count <= rule.limit
}

/** Gives one attempt back: it turned out to be right, and only wrong ones should count. */
export async function returnAttempt(rule: RateRule, subject: string): Promise<void> {
  await outside('UPDATE "RateLimit" SET "count" = "count" - 1 WHERE "key" = $1 AND "count" > 0', [
    keyOf(rule, subject),
  ])
}

/** Removes counters whose window began before `before`; the longest window is an hour. Returns how many. */
export async function purgeRateLimits(before: Date): Promise<number> {
  const rows = await outside('DELETE FROM "RateLimit" WHERE "windowStart" < $1 RETURNING 1 AS gone', [before])
  return rows.length
}
