import { appendEvents, attributionOf } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import { syncObligations } from '#lib/kernel/due-store'
import { conflict } from '#lib/kernel/errors'
import type { ImportChange, ImportedKind, ImportTarget, ImportValues, Written } from '#lib/kernel/record'
import { type CheckedRow, stored } from './check.ts'
import { nameKey } from './find-records.ts'

const chunk = 1_000

/** Replaces the dry run's rows; returns how many there are of each action. */
export async function saveCheck(
  { tx, actor }: CommandContext,
  batchId: string,
  chunks: AsyncIterable<readonly CheckedRow[]>,
): Promise<Record<CheckedRow['action'], number>> {
  await tx.importRow.deleteMany({ where: { batchId } })
  const counts = { create: 0, update: 0, skip: 0, error: 0 }
  for await (const rows of chunks) {
    for (const row of rows) counts[row.action] += 1
    await insertRows(
      tx,
      'ImportRow',
      rows.map((row) => ({ ...row, batchId, practiceId: actor.practiceId })),
    )
  }
  return counts
}

/** Called after each chunk with the number of rows written so far. */
export type Progress = (rows: number) => Promise<void>

interface PlannedRow {
  line: number
  action: string
  label: string
  values: ImportValues | null
  recordId: string | null
  recordVersion: number | null
  before: ImportValues | null
}

/** What reading takes; a command's context has it. */
export type Reader = Pick<CommandContext, 'tx' | 'actor'>

/** Rows of a batch that change the register, in the file's order, `chunk` at a time. */
async function* plannedRows({ tx }: Reader, batchId: string): AsyncGenerator<PlannedRow[]> {
  for (let after = 0; ; ) {
    const rows = await tx.importRow.findMany({
      where: { batchId, action: { in: ['create', 'update'] }, line: { gt: after } },
      orderBy: { line: 'asc' },
      take: chunk,
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.line
    yield rows as PlannedRow[]
  }
}

/** What events of an import are filed under, and how their sentences end. */
export interface Deed {
  action: string
  cause: string
}

/** Events and duties of a chunk go out with it: what an import keeps in memory does not grow with its rows. */
async function settleChunk(
  context: CommandContext,
  action: string,
  parts: readonly Written[],
): Promise<void> {
  const { tx, actor, now, correlationId } = context
  const events = parts.flatMap((part) => part.events)
  await appendEvents(tx, attributionOf(actor), action, now, correlationId, events)
  const due = new Map(
    parts.flatMap((part) => part.due).map((sync) => [`${sync.kind} ${sync.recordId}`, sync]),
  )
  await syncObligations(context, [...due.values()])
}

/** Writes the checked rows of a batch through its register, noting on each row what an undo needs. */
export async function writeRows<Row extends { id: string; version: number }, Where>(
  context: CommandContext,
  record: ImportedKind<Row, Where>,
  batchId: string,
  { action, cause }: Deed,
  progress: Progress,
): Promise<{ created: number; updated: number }> {
  const result = { created: 0, updated: 0 }
  await refuseNewTwins(context, record.import, batchId)
  for await (const rows of plannedRows(context, batchId)) {
    const creates = rows.filter((row) => row.action === 'create')
    const updates = rows.filter((row) => row.action === 'update')
    const made = await record.import.create(
      context,
      creates.map((row) => row.values ?? {}),
      cause,
    )
    const before = await currentRows(context, record, updates)
    refuseEdited(updates, before)
    const changes = updates.map((row): ImportChange => ({ id: row.recordId ?? '', values: row.values ?? {} }))
    const changed = await record.import.update(context, changes, cause)
    const left = byId(changed)
    refuseOvertaken(updates, left)
    await noteWritten(context, batchId, [
      ...creates.map((row, at) => noteOf(row.line, made.records[at], {})),
      ...updates.map((row) => {
        const was = before.get(row.recordId ?? '')
        return noteOf(
          row.line,
          left.get(row.recordId ?? ''),
          was ? replaced(record, was, row.values ?? {}) : {},
        )
      }),
    ])
    await settleChunk(context, action, [made, changed])
    result.created += creates.length
    result.updated += updates.length
    await progress(result.created + result.updated)
  }
  return result
}

/** A record of a name that a row is about to add, made since the check: somebody else was quicker. */
async function refuseNewTwins<Row>(
  context: Reader,
  target: ImportTarget<Row>,
  batchId: string,
): Promise<void> {
  const { tx, actor } = context
  const matched = await tx.importRow.findMany({
    where: { batchId, recordId: { not: null } },
    select: { recordId: true },
  })
  const known = new Set(matched.map((row) => row.recordId))
  const twins = new Map<string, string>()
  for (const { id, ref, name } of await target.keys(tx, actor))
    if (!known.has(id)) twins.set(nameKey(name), ref)
  if (twins.size === 0) return
  for await (const rows of plannedRows(context, batchId))
    for (const row of rows) {
      const twin = row.action === 'create' ? twins.get(nameKey(target.nameOf(row.values ?? {}))) : undefined
      if (twin)
        throw conflict(
          `${row.label} (row ${row.line}) was added as ${twin} after the check. Nothing was imported; check the file again.`,
        )
    }
}

async function currentRows<Row extends { id: string; version: number }, Where>(
  { tx, actor }: Reader,
  record: ImportedKind<Row, Where>,
  rows: readonly Pick<PlannedRow, 'recordId'>[],
): Promise<Map<string, Row>> {
  const ids = rows.flatMap((row) => row.recordId ?? [])
  if (ids.length === 0) return new Map()
  return new Map((await record.import.rows(tx, actor, ids)).map((row) => [row.id, row]))
}

function refuseEdited(rows: readonly PlannedRow[], current: ReadonlyMap<string, { version: number }>): void {
  for (const row of rows)
    if (current.get(row.recordId ?? '')?.version !== row.recordVersion)
      throw conflict(
        `${row.label} (row ${row.line}) was changed after the check. Nothing was imported; check the file again.`,
      )
}

/** Between reading a record and locking it, another edit may have slipped in: the version that is left tells. */
function refuseOvertaken(
  rows: readonly PlannedRow[],
  written: ReadonlyMap<string, { version: number }>,
): void {
  for (const row of rows)
    if (written.get(row.recordId ?? '')?.version !== (row.recordVersion ?? 0) + 1)
      throw conflict(`${row.label} was changed at the same moment. Nothing was saved; try again.`)
}

const byId = ({ records }: Written) => new Map(records.map((record) => [record.id, record]))

function noteOf(line: number, record: Written['records'][number] | undefined, before: ImportValues) {
  const { id, label, version, undo } = record ?? { id: null, label: '', version: null }
  return { line, recordId: id, recordVersion: version, label, before: { ...before, ...undo } }
}

/** What a record had in the fields that the values change. */
function replaced<Row extends { id: string; version: number }, Where>(
  record: ImportedKind<Row, Where>,
  row: Row,
  values: ImportValues,
): ImportValues {
  const now = stored(record.table, row)
  return Object.fromEntries(Object.keys(values).map((key) => [key, now[key] ?? null]))
}

async function noteWritten({ tx }: CommandContext, batchId: string, rows: readonly object[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ImportRow" i
    SET "recordId" = r."recordId", "recordVersion" = r."recordVersion", "label" = r."label", "before" = r."before"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("line" int, "recordId" uuid, "recordVersion" int, "label" text, "before" jsonb)
    WHERE i."batchId" = ${batchId}::uuid AND i."line" = r."line"`
}

/** Takes an applied batch back: created records leave the register, updated ones get their former values. */
export async function undoRows<Row extends { id: string; version: number }, Where>(
  context: CommandContext,
  record: ImportedKind<Row, Where>,
  batchId: string,
  { action, cause }: Deed,
): Promise<void> {
  refuseChanged(await changedSince(context, record, batchId))
  for await (const rows of plannedRows(context, batchId)) {
    const creates = rows.filter((row) => row.action === 'create')
    const updates = rows.filter((row) => row.action === 'update')
    const taken = await record.import.retract(
      context,
      creates.flatMap((row) => row.recordId ?? []),
      cause,
      new Map(creates.map((row) => [row.recordId ?? '', row.before ?? {}])),
    )
    refuseOvertaken(creates, byId(taken))
    const changes = updates.map((row): ImportChange => ({ id: row.recordId ?? '', values: row.before ?? {} }))
    const restored = await record.import.update(context, changes, cause)
    refuseOvertaken(updates, byId(restored))
    await settleChunk(context, action, [taken, restored])
  }
}

/**
 * Labels of a batch's records that somebody changed since it was applied: they stand in the way of an undo. Reads whole
 * only the records whose version says that something happened.
 */
export async function changedSince<Row extends { id: string; version: number }, Where>(
  context: Reader,
  record: ImportedKind<Row, Where>,
  batchId: string,
): Promise<string[]> {
  const { tx, actor } = context
  const versions = new Map((await record.import.keys(tx, actor)).map(({ id, version }) => [id, version]))
  const written = await tx.importRow.findMany({
    where: { batchId, action: { in: ['create', 'update'] } },
    select: { line: true, label: true, recordId: true, recordVersion: true },
    orderBy: { line: 'asc' },
  })
  const suspects = written.filter(
    ({ recordId, recordVersion }) => versions.get(recordId ?? '') !== recordVersion,
  )
  const changed: string[] = []
  for (let start = 0; start < suspects.length; start += chunk) {
    const rows = suspects.slice(start, start + chunk)
    const current = await currentRows(context, record, rows)
    for (const row of rows)
      if (current.get(row.recordId ?? '')?.version !== row.recordVersion) changed.push(row.label)
  }
  return changed
}

function refuseChanged(labels: readonly string[]): void {
  if (labels.length === 0) return
  const more = labels.length > 5 ? ` and ${labels.length - 5} more` : ''
  throw conflict(
    `It cannot be undone: ${labels.length} of its records were changed since (${labels.slice(0, 5).join(', ')}${more}).`,
  )
}
