import { z } from 'zod'
import type { Day } from '#lib/base/days'
import { literal } from '#lib/base/text'
import { type Actor, sitesWith } from '#lib/kernel/access'
import type { Tx } from '#lib/platform/db'

/** What of the audit trail is wanted. Days are the practice's, both ends included; null and '' leave a question open. */
export interface AuditFilter {
  /** People who did it; an empty list means that nobody fits. */
  actorIds: readonly string[] | null
  action: string | null
  kind: string | null
  recordId: string | null
  from: Day | null
  until: Day | null
  /** Words in the sentence, the reason or the record's name. */
  words: string
  source: 'all' | 'application' | 'outside'
  /** The tables that hold records of `kind`; null for all. */
  tables: readonly string[] | null
  /** Only what was done in one go: by one command, in one transaction. */
  deed?: string | null
  /** Leaves out the records of an import, told by the import's own entry, which stands in their place. */
  folded?: boolean
}

type Json = Readonly<Record<string, unknown>>

/** One row of the database before and after; `before` of an insert and `after` of a delete are null. */
export interface RowChange {
  id: string
  table: string
  rowId: string | null
  operation: 'insert' | 'update' | 'delete'
  before: Json | null
  after: Json | null
}

export interface AuditEvent {
  type: 'event'
  id: string
  at: Date
  action: string
  actorId: string | null
  actorName: string
  actorRole: string
  recordKind: string | null
  recordId: string | null
  recordLabel: string | null
  sentence: string
  reason: string | null
  correlationId: string
}

/** A row that was changed past the application. */
export interface OutsideChange {
  type: 'outside'
  id: string
  at: Date
  databaseRole: string
  change: RowChange
}

export type AuditEntry = AuditEvent | OutsideChange

/** Where a page ends: everything after it in the order of the trail is older. */
export interface AuditCursor {
  at: Date
  type: 'event' | 'outside'
  id: string
}

export interface AuditPage {
  entries: AuditEntry[]
  /** Where the next page begins; null at the end of the trail. */
  next: AuditCursor | null
  /** Set when the page is short because the search stopped here; `next` goes on from it. */
  searchedTo: Date | null
}

/** Events that one page looks through when no index answers its question: some 15 ms of reading. */
const mostSearched = 20_000

const record = z.record(z.string(), z.unknown()).nullable()
const eventRow = z.object({
  id: z.string(),
  at: z.date(),
  action: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  actorRole: z.string(),
  recordKind: z.string().nullable(),
  recordId: z.string().nullable(),
  recordLabel: z.string().nullable(),
  sentence: z.string(),
  reason: z.string().nullable(),
  correlationId: z.string(),
})
export const changeRow = z.object({
  id: z.string(),
  at: z.date(),
  table: z.string(),
  rowId: z.string().nullable(),
  operation: z.enum(['insert', 'update', 'delete']),
  before: record,
  after: record,
  databaseRole: z.string(),
})

/** The trail has no sites: it is read by those whose role counts in the whole practice. */
export function mayReadTrail(actor: Actor): boolean {
  return sitesWith(actor, 'audit.read') === 'all'
}

/** Commands that write an entry for each record besides that of the import itself. */
const importDeeds = '\\.import(-undo)?$'

const perDeed = z.object({ deed: z.string(), entries: z.number() })

/** How many entries of an import are left out where its own entry stands, by the import's deed. One statement. */
export async function countFolded(tx: Tx, entries: readonly AuditEntry[]): Promise<Map<string, number>> {
  const imports = entries.flatMap((entry) =>
    entry.type === 'event' && entry.recordKind === 'import' ? [entry.correlationId] : [],
  )
  if (imports.length === 0) return new Map()
  const found = await tx.$queryRaw`
    SELECT "correlationId" AS deed, count(*)::int AS entries FROM "AuditEvent"
    WHERE "correlationId" = ANY(${imports}::uuid[]) AND "action" ~ ${importDeeds} AND "recordKind" <> 'import'
    GROUP BY "correlationId"`
  const rows = z.array(perDeed).parse(found)
  return new Map(rows.map(({ deed, entries: many }) => [deed, many]))
}

const like = (words: string) => `%${literal(words)}%`

/** A page of the trail, newest first: events and what was changed past the application. Reads along one index each. */
export async function auditPage(
  tx: Tx,
  actor: Actor,
  filter: AuditFilter,
  after: AuditCursor | null,
  size: number,
): Promise<AuditPage> {
  if (!mayReadTrail(actor)) return { entries: [], next: null, searchedTo: null }
  const found =
    filter.source === 'outside' ? { events: [], end: null } : await events(tx, actor, filter, after, size)
  const { end } = found
  const changes = (await outside(tx, actor, filter, after, size + 1)).filter(
    (change) => end === null || change.at > end.at,
  )
  const all = [...found.events, ...changes].sort(newestFirst)
  const entries = all.slice(0, size)
  const last = entries.at(-1)
  if (all.length > size && last)
    return { entries, next: { at: last.at, type: last.type, id: last.id }, searchedTo: null }
  return { entries, next: end && { ...end, type: 'event' }, searchedTo: end?.at ?? null }
}

/** Newest first; at the same instant events come before changes, and higher ids before lower ones. */
function newestFirst(a: AuditEntry, b: AuditEntry): number {
  const later = b.at.getTime() - a.at.getTime()
  if (later !== 0) return later
  if (a.type !== b.type) return a.type === 'event' ? -1 : 1
  if (a.type === 'outside') return Number(b.id) - Number(a.id)
  return a.id < b.id ? 1 : -1
}

/** Up to `size` + 1 events, and where the search gave up when it did. */
async function events(
  tx: Tx,
  { timeZone }: Actor,
  filter: AuditFilter,
  after: AuditCursor | null,
  size: number,
): Promise<{ events: AuditEvent[]; end: { at: Date; id: string } | null }> {
  const { actorIds, action, kind, recordId, from, until, words, deed = null, folded = false } = filter
  // One question is answered by an index, the others by looking at what it finds: records first, they are the rarest.
  const byRecord = kind !== null && recordId !== null
  const oneActor = !byRecord && actorIds?.length === 1 ? actorIds[0] : null
  const oneAction = !byRecord && !oneActor ? action : null
  const isSearch =
    words !== '' ||
    (kind !== null && !byRecord) ||
    (recordId !== null && !byRecord) ||
    (actorIds !== null && !oneActor) ||
    (action !== null && !oneAction)
  const beforeAt = after?.at.toISOString() ?? null
  // After a change, events of its instant were shown already; after an event, those with lower ids follow.
  const beforeId = after?.type === 'event' ? after.id : '00000000-0000-0000-0000-000000000000'
  const most = isSearch ? mostSearched : size + 1
  const look = async (skip: number | null) => {
    const found = await tx.$queryRaw`
      SELECT e.* FROM (
        SELECT "id", "at", "action", "actorId", "actorName", "actorRole", "recordKind", "recordId", "recordLabel", "sentence",
          "reason", "correlationId"
        FROM "AuditEvent"
        WHERE (${byRecord}::boolean IS FALSE OR ("recordKind" = ${kind} AND "recordId" = ${recordId}::uuid))
          AND (${oneActor}::uuid IS NULL OR "actorId" = ${oneActor}::uuid)
          AND (${oneAction}::text IS NULL OR "action" = ${oneAction})
          AND (${deed}::uuid IS NULL OR "correlationId" = ${deed}::uuid)
          AND (${folded}::boolean IS FALSE OR "action" !~ ${importDeeds} OR "recordKind" = 'import')
          AND (${beforeAt}::timestamptz IS NULL OR ("at", "id") < (${beforeAt}::timestamptz, ${beforeId}::uuid))
          AND (${from}::date IS NULL OR "at" >= ${from}::date::timestamp AT TIME ZONE ${timeZone})
          AND (${until}::date IS NULL OR "at" < (${until}::date + 1)::timestamp AT TIME ZONE ${timeZone})
        ORDER BY "at" DESC, "id" DESC LIMIT ${most}
      ) e
      WHERE ${skip !== null}::boolean OR (
        (${kind}::text IS NULL OR e."recordKind" = ${kind})
        AND (${recordId}::uuid IS NULL OR e."recordId" = ${recordId}::uuid)
        AND (${actorIds === null}::boolean OR e."actorId" = ANY(${[...(actorIds ?? [])]}::uuid[]))
        AND (${action}::text IS NULL OR e."action" = ${action})
        AND (${words} = '' OR e."sentence" ILIKE ${like(words)} OR e."reason" ILIKE ${like(words)}
             OR e."recordLabel" ILIKE ${like(words)}))
      ORDER BY e."at" DESC, e."id" DESC OFFSET ${skip ?? 0} LIMIT ${skip === null ? size + 1 : 1}`
    return z.array(eventRow).parse(found)
  }
  const list = (await look(null)).map((row): AuditEvent => ({ type: 'event', ...row }))
  if (!isSearch || list.length > size) return { events: list, end: null }
  const [last] = await look(most - 1)
  return { events: list, end: last ? { at: last.at, id: last.id } : null }
}

/** Nobody is known to have made these, and no sentence says what they are: such questions leave them out. */
const isAsked = ({ source, actorIds, action, words, deed = null }: AuditFilter) =>
  source !== 'application' && actorIds === null && action === null && words === '' && deed === null

async function outside(
  tx: Tx,
  { timeZone }: Actor,
  filter: AuditFilter,
  after: AuditCursor | null,
  most: number,
): Promise<OutsideChange[]> {
  if (!isAsked(filter)) return []
  const { recordId, from, until, tables } = filter
  const beforeAt = after?.at.toISOString() ?? null
  // After an event, all changes of its instant are still to come.
  const beforeId = after?.type === 'outside' ? after.id : '9223372036854775807'
  const found = await tx.$queryRaw`
    SELECT "id"::text AS id, "at", "tableName" AS table, "rowId", "operation", "before", "after", "databaseRole"
    FROM "RowChange"
    WHERE "correlationId" IS NULL
      AND (${beforeAt}::timestamptz IS NULL OR ("at", "id") < (${beforeAt}::timestamptz, ${beforeId}::bigint))
      AND (${from}::date IS NULL OR "at" >= ${from}::date::timestamp AT TIME ZONE ${timeZone})
      AND (${until}::date IS NULL OR "at" < (${until}::date + 1)::timestamp AT TIME ZONE ${timeZone})
      AND (${tables !== null}::boolean IS FALSE OR "tableName" = ANY(${[...(tables ?? [])]}::text[]))
      AND (${recordId}::uuid IS NULL OR "rowId" = ${recordId}::uuid)
    ORDER BY "at" DESC, "id" DESC LIMIT ${most}`
  return z
    .array(changeRow)
    .parse(found)
    .map(({ at, databaseRole, ...change }) => ({ type: 'outside', id: change.id, at, databaseRole, change }))
}
