import { z } from 'zod'
import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { dutyScope, practiceKeepers } from '#lib/kernel/due-scope'
import type { Option } from '#lib/kernel/table'
import { read, type Tx } from '#lib/platform/db'
import type { Stretch } from './month.ts'
import { type CalendarFilters, practiceWide, somebody } from './view.ts'

const dutyRow = z.object({
  id: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  recordLabel: z.string(),
  key: z.string(),
  title: z.string(),
  dueOn: z.date().transform(dayOf),
  harm: z.int(),
  siteIds: z.array(z.string()),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  backupName: z.string().nullable(),
  state: z.enum(['open', 'done']),
  closedOn: z.date().nullable().transform(dayOrNull),
  total: z.int(),
})

/** One duty of the calendar; `total` counts those of its group, shown or not. */
export type CalendarDuty = z.output<typeof dutyRow>

/** Which duties: due in a stretch (without a beginning: ever before its end), as the filters say. */
interface Wanted {
  from: Day | null
  until: Day
  filters: CalendarFilters
}

/** How they are grouped, and how many of each group are read: the gravest, after those that were skipped. */
interface Cut {
  by: 'day' | 'owner' | 'nothing'
  skip?: number
  take: number
  /** The most rows of all groups together. */
  most: number
}

// Constant text with numbered places, because two statements share it. The scope is the one of `visibleDuties`.
const wantedRows = `
  o."state" = ANY ($1::text[]) AND o."dueOn" BETWEEN $2::date AND $3::date
  AND ($4::boolean OR o."ownerId" = $5::uuid OR o."backupId" = $5::uuid OR o."siteIds" && $6::uuid[]
       OR ($7::boolean AND o."siteIds" = '{}'))
  AND (NOT o."isPersonal" OR o."ownerId" = $5::uuid OR o."ownerId" = $8::uuid)
  AND ($8::uuid IS NULL OR o."ownerId" = $8::uuid OR o."backupId" = $8::uuid)
  AND (NOT $9::boolean OR o."ownerId" IS NULL)
  AND ($10::uuid IS NULL OR o."siteIds" @> ARRAY[$10::uuid])
  AND (NOT $11::boolean OR o."siteIds" <@ '{${practiceKeepers}}')
  AND ($12::text = '' OR o."recordKind" = $12)`

function valuesOf(actor: Actor, { from, until, filters }: Wanted): unknown[] {
  const { all, siteIds, practiceWide: wide } = dutyScope(actor)
  const { person, site, kind, done } = filters
  const named = person === somebody.me ? actor.personId : person
  return [
    done ? ['open', 'done'] : ['open'],
    from ?? '-infinity',
    until,
    all,
    actor.personId,
    siteIds,
    wide,
    person === somebody.none ? null : named || null,
    person === somebody.none,
    site === practiceWide ? null : site || null,
    site === practiceWide,
    kind,
  ]
}

async function dutiesOf(tx: Tx, actor: Actor, wanted: Wanted, cut: Cut): Promise<CalendarDuty[]> {
  const skip = cut.skip ?? 0
  const found = await tx.$queryRawUnsafe(
    `WITH placed AS (
       SELECT o."id", o."dueOn", o."ownerId", row_number() OVER (grouped ORDER BY o."state" = 'done', o."harm" DESC, o."dueOn", o."id") AS place,
         count(*) OVER (grouped)::int AS total
       FROM "Obligation" o WHERE ${wantedRows}
       WINDOW grouped AS (PARTITION BY CASE $13::text WHEN 'day' THEN o."dueOn" END, CASE $13::text WHEN 'owner' THEN o."ownerId" END)
     ), shown AS (
       SELECT "id", place, total FROM placed WHERE place > $14::int AND place <= $15::int
       ORDER BY CASE $13::text WHEN 'day' THEN "dueOn" END, CASE $13::text WHEN 'owner' THEN -total END,
         CASE $13::text WHEN 'owner' THEN "ownerId" END, place
       LIMIT $16::int
     )
     SELECT o."id", o."recordKind", o."recordId", o."recordLabel", o."key", o."title", o."dueOn", o."harm", o."siteIds", o."ownerId",
       o."state", o."closedOn", owner."name" AS "ownerName", backup."name" AS "backupName", s.total
     FROM shown s JOIN "Obligation" o ON o."id" = s."id"
     LEFT JOIN "Person" owner ON owner."id" = o."ownerId"
     LEFT JOIN "Person" backup ON backup."id" = o."backupId"
     ORDER BY CASE $13::text WHEN 'day' THEN o."dueOn" END, CASE $13::text WHEN 'owner' THEN owner."name" END,
       CASE $13::text WHEN 'owner' THEN o."ownerId" END, s.place`,
    ...valuesOf(actor, wanted),
    cut.by,
    skip,
    skip + cut.take,
    cut.most,
  )
  return z.array(dutyRow).parse(found)
}

async function countOf(tx: Tx, actor: Actor, wanted: Wanted): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM "Obligation" o WHERE ${wantedRows}`,
    ...valuesOf(actor, wanted),
  )
  return row?.n ?? 0
}

/** Nobody reads a longer list; it has those with the most due. */
const mostPeople = 100
const unfiltered: CalendarFilters = { person: '', site: '', kind: '', done: false }

/** What the filters offer: whoever owns or backs up what is due in the stretch, and the sites that the actor answers for. */
export interface FilterChoices {
  people: Option[]
  sites: Option[]
}

function choicesOf(actor: Actor, wanted: Wanted): Promise<FilterChoices> {
  const { all, siteIds, practiceWide: wide } = dutyScope(actor)
  if (!wide) return Promise.resolve({ people: [], sites: [] })
  return read(actor, async (tx) => {
    const people = await tx.$queryRawUnsafe<Option[]>(
      `SELECT p."id" AS value, p."name" AS label FROM (
         SELECT who FROM "Obligation" o, LATERAL (VALUES (o."ownerId"), (o."backupId")) AS w(who)
         WHERE ${wantedRows} AND who IS NOT NULL GROUP BY who ORDER BY count(*) DESC, who LIMIT ${mostPeople}
       ) busy JOIN "Person" p ON p."id" = busy.who ORDER BY p."name", p."id"`,
      ...valuesOf(actor, { ...wanted, filters: { ...unfiltered, done: wanted.filters.done } }),
    )
    const sites = await tx.site.findMany({
      where: all ? {} : { id: { in: siteIds } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    return { people, sites: sites.map(({ id, name }) => ({ value: id, label: name })) }
  })
}

/** What is shown, and beside it on a connection of its own what the filters offer. */
async function withChoices<Shown>(
  actor: Actor,
  wanted: Wanted,
  show: (tx: Tx) => Promise<Shown>,
): Promise<Shown & FilterChoices> {
  const [shown, choices] = await Promise.all([read(actor, show), choicesOf(actor, wanted)])
  return { ...shown, ...choices }
}

export interface CalendarStretch extends FilterChoices {
  /** The gravest of each day, day by day. */
  rows: CalendarDuty[]
  /** What was due before the stretch and is open still. */
  overdueBefore: number
}

/** The gravest `perDay` duties of each day, how many there are each day, and what is overdue from before. */
export function stretchPage(
  actor: Actor,
  { first, last }: Stretch,
  filters: CalendarFilters,
  { perDay, today, lastOverdue }: { perDay: number; today: Day; lastOverdue: Day },
): Promise<CalendarStretch> {
  const wanted = { from: first, until: last, filters }
  const before = { from: null, until: lastOverdue, filters: { ...filters, done: false } }
  return withChoices(actor, wanted, async (tx) => ({
    rows: await dutiesOf(tx, actor, wanted, { by: 'day', take: perDay, most: 31 * perDay }),
    overdueBefore: last < today ? 0 : await countOf(tx, actor, before),
  }))
}

export interface CalendarList extends FilterChoices {
  rows: CalendarDuty[]
  total: number
  /** The page that was read: the first one when the one asked for lies behind the last. */
  page: number
}

/** One page of everything due on a day, or from the beginning until a day; the gravest first. */
export function listPage(
  actor: Actor,
  { from, until }: { from: Day | null; until: Day },
  filters: CalendarFilters,
  { page, size }: { page: number; size: number },
): Promise<CalendarList> {
  const wanted = { from, until, filters }
  return withChoices(actor, wanted, async (tx) => {
    const rowsOf = (number: number) =>
      dutiesOf(tx, actor, wanted, { by: 'nothing', skip: (number - 1) * size, take: size, most: size })
    const asked = await rowsOf(page)
    const isBehind = asked.length === 0 && page > 1
    const rows = isBehind ? await rowsOf(1) : asked
    return {
      rows,
      total: rows[0]?.total ?? 0,
      page: isBehind ? 1 : page,
    }
  })
}

export interface WeekSheet extends FilterChoices {
  /** By owner, those nobody owns last; `total` counts an owner's. */
  rows: CalendarDuty[]
  /** How many are due or overdue in all. */
  total: number
}

/**
 * What is overdue, and due until the end of a week, person by person: the gravest `perPerson` of each, and of those with the
 * most when not all of them fit.
 */
export function weekSheet(
  actor: Actor,
  until: Day,
  filters: CalendarFilters,
  { perPerson, most }: { perPerson: number; most: number },
): Promise<WeekSheet> {
  const wanted = { from: null, until, filters: { ...filters, done: false } }
  return withChoices(actor, wanted, async (tx) => ({
    rows: await dutiesOf(tx, actor, wanted, { by: 'owner', take: perPerson, most }),
    total: await countOf(tx, actor, wanted),
  }))
}
