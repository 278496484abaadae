import { z } from 'zod'
import type { Tx } from '#lib/platform/db'
import type { Actor } from './access.ts'
import { type AuditEvent, type AuditFilter, changeRow, mayReadTrail, type RowChange } from './audit-queries.ts'

/** Row changes shown for one event; a command that changed more is shown by the rows of the event's own record. */
const mostChanges = 40

const found = changeRow.omit({ at: true, databaseRole: true }).extend({ correlationId: z.string() })
type Found = z.output<typeof found>

/**
 * What each event changed, by event id: the rows of its transaction, or, where that wrote several events or a great many
 * rows (an import), only those of the event's record. Two statements, however many events.
 */
export async function changesOf(
  tx: Tx,
  actor: Actor,
  events: readonly AuditEvent[],
): Promise<Map<string, RowChange[]>> {
  if (!mayReadTrail(actor) || events.length === 0) return new Map()
  const correlations = [...new Set(events.map(({ correlationId }) => correlationId))]
  const records = events.filter(({ recordId }) => recordId !== null)
  const whole = z.array(found).parse(
    await tx.$queryRaw`
      SELECT r."id"::text AS id, r."tableName" AS table, r."rowId", r."operation", r."before", r."after", r."correlationId"
      FROM unnest(${correlations}::uuid[]) AS c(id)
      CROSS JOIN LATERAL (SELECT * FROM "RowChange" WHERE "correlationId" = c.id LIMIT ${mostChanges + 1}) r`,
  )
  // OFFSET 0 keeps the planner on the index of rows: an import's id may stand on a hundred thousand changes.
  const own = z.array(found).parse(
    await tx.$queryRaw`
      SELECT r."id"::text AS id, r."tableName" AS table, r."rowId", r."operation", r."before", r."after", r."correlationId"
      FROM (SELECT DISTINCT * FROM unnest(${records.map((event) => event.correlationId)}::uuid[],
              ${records.map((event) => event.recordId)}::uuid[]) AS e(correlation, record)) e
      CROSS JOIN LATERAL (
        SELECT * FROM (SELECT * FROM "RowChange" WHERE "rowId" = e.record OFFSET 0) r
        WHERE r."correlationId" = e.correlation LIMIT ${mostChanges}
      ) r`,
  )
  const wholeOf = Map.groupBy(whole, (row) => row.correlationId)
  const ownOf = Map.groupBy(own, (row) => `${row.correlationId} ${row.rowId}`)
  const siblings = Map.groupBy(events, (event) => event.correlationId)
  return new Map(
    events.map((event) => {
      const all = wholeOf.get(event.correlationId) ?? []
      const mine = ownOf.get(`${event.correlationId} ${event.recordId}`) ?? []
      const isAlone = siblings.get(event.correlationId)?.length === 1 && all.length <= mostChanges
      return [event.id, (isAlone ? all : mine).toSorted(inOrder).map(plain)]
    }),
  )
}

const inOrder = (a: Found, b: Found) => Number(a.id) - Number(b.id)
const plain = ({ table, rowId, operation, before, after }: Found): RowChange => ({
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
export async function trailChoices(
  tx: Tx,
  actor: Actor,
): Promise<{ actions: string[]; kinds: string[] }> {
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
