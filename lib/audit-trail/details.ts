import { z } from 'zod'
import type { Actor } from '#lib/kernel/access'
import type { Tx } from '#lib/platform/db'
import { type AuditEvent, type AuditFilter, changeRow, mayReadTrail, type RowChange } from './queries.ts'

/** Row changes shown for one event; a command that changed more is shown by the rows of the event's own record. */
const mostChanges = 40

const found = changeRow.omit({ at: true, databaseRole: true }).extend({ correlationId: z.string() })
type Found = z.output<typeof found>

/**
 * What each event changed, by event id: the rows of its transaction, or, where that wrote several events or a great many
 * rows (an import), only those of the event's record. At most two statements, however many events.
 */
export async function changesOf(
  tx: Tx,
  actor: Actor,
  events: readonly AuditEvent[],
): Promise<Map<string, RowChange[]>> {
  if (!mayReadTrail(actor) || events.length === 0) return new Map()
  const siblings = Map.groupBy(events, (event) => event.correlationId)
  const whole = z.array(found).parse(
    await tx.$queryRaw`
      SELECT r."id"::text AS id, r."tableName" AS table, r."rowId", r."operation", r."before", r."after", r."correlationId"
      FROM unnest(${[...siblings.keys()]}::uuid[]) AS c(id)
      CROSS JOIN LATERAL (SELECT * FROM "RowChange" WHERE "correlationId" = c.id LIMIT ${mostChanges + 1}) r`,
  )
  const wholeOf = Map.groupBy(whole, (row) => row.correlationId)
  const isAlone = ({ correlationId }: AuditEvent) =>
    siblings.get(correlationId)?.length === 1 && (wholeOf.get(correlationId)?.length ?? 0) <= mostChanges
  const ownOf = await ownChanges(
    tx,
    events.filter((event) => !isAlone(event) && wholeOf.has(event.correlationId)),
  )
  return new Map(
    events.map((event) => {
      const rows = isAlone(event)
        ? wholeOf.get(event.correlationId)
        : ownOf.get(`${event.correlationId} ${event.recordId}`)
      return [event.id, (rows ?? []).toSorted(inOrder).map(plain)]
    }),
  )
}

/** The rows of each event's record that its transaction changed, by transaction and record. */
async function ownChanges(tx: Tx, events: readonly AuditEvent[]): Promise<Map<string, Found[]>> {
  const about = events.filter(({ recordId }) => recordId !== null)
  if (about.length === 0) return new Map()
  // OFFSET 0 keeps the planner on the index of rows: an import's id may stand on a hundred thousand changes.
  const own = await tx.$queryRaw`
    SELECT r."id"::text AS id, r."tableName" AS table, r."rowId", r."operation", r."before", r."after", r."correlationId"
    FROM (SELECT DISTINCT * FROM unnest(${about.map((event) => event.correlationId)}::uuid[],
            ${about.map((event) => event.recordId)}::uuid[]) AS e(correlation, record)) e
    CROSS JOIN LATERAL (
      SELECT * FROM (SELECT * FROM "RowChange" WHERE "rowId" = e.record OFFSET 0) r
      WHERE r."correlationId" = e.correlation LIMIT ${mostChanges}
    ) r`
  return Map.groupBy(z.array(found).parse(own), (row) => `${row.correlationId} ${row.rowId}`)
}

const inOrder = (a: Found, b: Found) => Number(a.id) - Number(b.id)
const plain = ({ id, table, rowId, operation, before, after }: Found): RowChange => ({
  id,
  table,
  rowId,
  operation,
  before,
  after,
})

/** From here on a number of changes is "more than". */
export const mostCounted = 10_000

/**
 * How many rows were changed past the application in the filter's time, at most one more than `mostCounted`; the filter's
 * other questions do not matter here.
 */
export async function countOutside(tx: Tx, actor: Actor, { from, until }: AuditFilter): Promise<number> {
  if (!mayReadTrail(actor)) return 0
  const [counted] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT FROM "RowChange"
      WHERE "correlationId" IS NULL
        AND (${from}::date IS NULL OR "at" >= ${from}::date::timestamp AT TIME ZONE ${actor.timeZone})
        AND (${until}::date IS NULL OR "at" < (${until}::date + 1)::timestamp AT TIME ZONE ${actor.timeZone})
      LIMIT ${mostCounted + 1}
    ) changes`
  return counted?.n ?? 0
}

/** Every action and every kind of record that the trail speaks of, by hops along their indexes. */
export async function trailChoices(tx: Tx, actor: Actor): Promise<{ actions: string[]; kinds: string[] }> {
  if (!mayReadTrail(actor)) return { actions: [], kinds: [] }
  const actions = await tx.$queryRaw<{ value: string | null }[]>`
    WITH RECURSIVE hop AS (
      SELECT min("action") AS value FROM "AuditEvent"
      UNION ALL
      SELECT (SELECT min("action") FROM "AuditEvent" WHERE "action" > hop.value) FROM hop WHERE hop.value IS NOT NULL
    ) SELECT value FROM hop`
  const kinds = await tx.$queryRaw<{ value: string | null }[]>`
    WITH RECURSIVE hop AS (
      SELECT min("recordKind") AS value FROM "AuditEvent"
      UNION ALL
      SELECT (SELECT min("recordKind") FROM "AuditEvent" WHERE "recordKind" > hop.value) FROM hop WHERE hop.value IS NOT NULL
    ) SELECT value FROM hop`
  const known = (rows: { value: string | null }[]) => rows.flatMap(({ value }) => value ?? [])
  return { actions: known(actions), kinds: known(kinds) }
}
