import { z } from 'zod'
import { type Day, dayOf } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { type DueStatus, dueRange, dueStatuses } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'

/** Whether what nobody owns falls to the actor. */
function answersForAll(actor: Actor): boolean {
  return sitesWith(actor, 'due.keep') === 'all'
}

/** Why a duty stands in somebody's work. */
export type Part = 'own' | 'backup' | 'unowned'

export interface MyDuty {
  id: string
  recordKind: string
  recordId: string
  recordLabel: string
  siteIds: string[]
  key: string
  title: string
  dueOn: Day
  status: DueStatus
  citation: string
  part: Part
  ownerName: string | null
  /** Its reminders rest until this day. */
  snoozedUntil: Day | null
}

export interface MyWork {
  today: Day
  /** The gravest first; at most `mostRows` of each status, and how many there are in all. */
  groups: Record<DueStatus, { rows: MyDuty[]; total: number }>
  /** Why those overdue and due soon stand here. */
  parts: Record<Part, number>
}

/** Rows of one status that my work shows; the list of duties has the rest. */
const mostRows = 15

const myRow = z.object({
  id: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  recordLabel: z.string(),
  siteIds: z.array(z.string()),
  key: z.string(),
  title: z.string(),
  dueOn: z.date().transform(dayOf),
  status: z.enum(dueStatuses),
  citation: z.string(),
  part: z.enum(['own', 'backup', 'unowned']),
  ownerName: z.string().nullable(),
  snoozedUntil: z.date().transform(dayOf).nullable(),
  total: z.int(),
  parts: z.record(z.string(), z.int()).nullable(),
})

/** What is due from the actor: what they own, what they back up, and, when all falls to them, what nobody owns. */
export function myWork(actor: Actor): Promise<MyWork> {
  const today = todayFor(actor)
  const me = actor.personId
  const ranges = dueStatuses.map((status) => ({ status, ...dueRange(status, today) }))
  const iso = (date: Date | undefined, open: string) => date?.toISOString().slice(0, 10) ?? open
  return read(actor, async (tx) => {
    const found = await tx.$queryRaw`
      WITH mine AS (
        SELECT o."id", o."recordKind", o."recordId", o."recordLabel", o."siteIds", o."key", o."title", o."dueOn",
          o."harm", o."citation", o."ownerId", o."snoozedUntil", r.status,
          CASE WHEN o."ownerId" = ${me}::uuid THEN 'own' WHEN o."backupId" = ${me}::uuid THEN 'backup' ELSE 'unowned' END AS part
        FROM "Obligation" o
        JOIN unnest(${ranges.map(({ status }) => status)}::text[],
                    ${ranges.map(({ gte }) => iso(gte, '-infinity'))}::date[],
                    ${ranges.map(({ lte }) => iso(lte, 'infinity'))}::date[]) AS r(status, first, last)
          ON o."dueOn" BETWEEN r.first AND r.last
        WHERE o."state" = 'open'
          AND (o."ownerId" = ${me}::uuid OR o."backupId" = ${me}::uuid
               OR (${answersForAll(actor)}::boolean AND o."ownerId" IS NULL))
      ), placed AS (
        SELECT m.*, count(*) OVER (PARTITION BY m.status)::int AS total,
          row_number() OVER (PARTITION BY m.status ORDER BY m."harm" DESC, m.part = 'unowned', m."dueOn", m."id") AS place
        FROM mine m
      )
      SELECT p."id", p."recordKind", p."recordId", p."recordLabel", p."siteIds", p."key", p."title", p."dueOn", p."citation", p."snoozedUntil",
        p.status, p.part, p.total, o."name" AS "ownerName",
        (SELECT jsonb_object_agg(c.part, c.n) FROM (SELECT part, count(*) AS n FROM mine WHERE status <> 'on-track' GROUP BY part) c) AS parts
      FROM placed p LEFT JOIN "Person" o ON o."id" = p."ownerId"
      WHERE p.place <= ${mostRows}
      ORDER BY p.status, p.place`
    const groups: MyWork['groups'] = {
      overdue: { rows: [], total: 0 },
      'due-soon': { rows: [], total: 0 },
      'on-track': { rows: [], total: 0 },
    }
    const parts: MyWork['parts'] = { own: 0, backup: 0, unowned: 0 }
    for (const { total, parts: counted, ...row } of z.array(myRow).parse(found)) {
      const group = groups[row.status]
      group.rows.push(row)
      group.total = total
      Object.assign(parts, counted)
    }
    return { today, groups, parts }
  })
}
