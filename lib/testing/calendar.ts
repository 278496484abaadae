import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { TestPractice } from './practice.ts'

/** What sets a duty of a test apart from the next one. */
export interface DutyFacts {
  title: string
  dueOn: Day
  owner?: Actor
  backup?: Actor
  harm?: number
  siteIds?: string[]
  kind?: string
  state?: 'open' | 'done' | 'cancelled'
}

/** Inserts a duty of a record that nobody else knows, with the owner's login; returns its id. */
export async function addDuty(
  pool: pg.Pool,
  practice: TestPractice,
  { title, dueOn, owner, backup, harm = 2, siteIds = [], kind = 'ai-system', state = 'open' }: DutyFacts,
): Promise<string> {
  const id = randomUUID()
  await pool.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn",
       harm, "siteIds", "ownerId", "backupId", state, "openedOn", "closedOn")
     VALUES ($1, $2, $3, $1, 'AI-001 Scribe', 'yearly-review', $4, $5, $5, $6, $7, $8, $9, $10, $5, CASE WHEN $10 <> 'open' THEN $5::date END)`,
    [
      ...[id, practice.id, kind, title, dueOn, harm, siteIds],
      ...[owner?.personId ?? null, backup?.personId ?? null, state],
    ],
  )
  return id
}

/** One input for each command on the calendar's link: none of them names anything, so they reach the caller's own alone. */
export const calendarInputs: Record<string, () => unknown> = {
  'calendar.make-link': () => ({ covers: 'own' }),
  'calendar.change-link': () => ({ covers: 'all' }),
  'calendar.end-link': () => ({}),
}
