import { insertRows } from '../bulk.ts'
import type { CommandContext } from '../command.ts'
import { conflict, notFound } from '../errors.ts'
import type { CheckedRow } from './check.ts'
import type { ImportValues, RecordKind, Written } from '../record.ts'
import { stored } from './check.ts'

/** Days during which an applied import can be undone, and its file is kept. */
export const undoDays = 30

const batchSelect = {
  id: true,
  kind: true,
  state: true,
  fileName: true,
  content: true,
  rowCount: true,
  appliedAt: true,
  mapping: true,
  fileHash: true,
} as const

/** The batch, when it is of this kind. */
export async function batchOf({ tx }: CommandContext, kind: string, id: string) {
  const batch = await tx.importBatch.findUnique({ where: { id }, select: batchSelect })
  if (!batch || batch.kind !== kind) throw notFound()
  return batch
}

/** Replaces the dry run's rows and counts. */
export async function saveCheck(
  { tx, actor }: CommandContext,
  batchId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  await tx.importRow.deleteMany({ where: { batchId } })
  for (let start = 0; start < rows.length; start += 5_000)
    await insertRows(
      tx,
      'ImportRow',
      rows.slice(start, start + 5_000).map((row) => ({ ...row, batchId, practiceId: actor.practiceId })),
    )
}

const chunk = 1_000

/** Called after each chunk with the number of rows written so far. */
export type Progress = (rows: number) => Promise<void>

/** Writes the checked rows of a batch through its register, noting on each row what an undo needs. */
export async function writeRows<Row extends { id: string; version: number }, Where>(
  context: CommandContext,
  record: RecordKind<Row, Where>,
  batchId: string,
  progress: Progress,
): Promise<{ events: Written['events']; due: Written['due']; created: number; updated: number }> {
  const { tx, actor } = context
  const rows = await tx.importRow.findMany({
    where: { batchId, action: { in: ['create', 'update'] } },
    orderBy: { line: 'asc' },
  })
  const events: Written['events'] = []
  const due: Written['due'] = []
  let created = 0
  let updated = 0
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk)
    const creates = part.filter((row) => row.action === 'create')
    const updates = part.filter((row) => row.action === 'update')
    const made = await record.import.create(
      context,
      creates.map((row) => row.values as ImportValues),
    )
    const before = new Map(
      (
        await record.import.rows(
          tx,
          actor,
          updates.flatMap((row) => row.recordId ?? []),
        )
      ).map((row) => [row.id, row]),
    )
    for (const row of updates) {
      const now = before.get(row.recordId ?? '')
      if (now?.version !== row.recordVersion)
        throw conflict(
          `${row.label} (row ${row.line}) was changed after the check. Nothing was imported; check the file again.`,
        )
    }
    const changed = await record.import.update(
      context,
      updates.map((row) => ({ id: row.recordId ?? '', values: row.values as ImportValues })),
    )
    const versions = new Map([...made.records, ...changed.records].map(({ id, version }) => [id, version]))
    await noteWritten(
      context,
      batchId,
      [
        ...creates.map((row, i) => ({ line: row.line, recordId: made.records[i]?.id ?? '', before: null })),
        ...updates.map((row) => ({
          line: row.line,
          recordId: row.recordId ?? '',
          before: replaced(record, before.get(row.recordId ?? ''), row.values as ImportValues),
        })),
      ].map((row) => ({ ...row, recordVersion: versions.get(row.recordId) ?? 1 })),
    )
    events.push(...made.events, ...changed.events)
    due.push(...made.due, ...changed.due)
    created += creates.length
    updated += updates.length
    await progress(created + updated)
  }
  return { events, due, created, updated }
}

function replaced<Row extends { id: string; version: number }, Where>(
  record: RecordKind<Row, Where>,
  row: Row | undefined,
  values: ImportValues,
): ImportValues | null {
  if (!row) return null
  const now = stored(record.table, row)
  return Object.fromEntries(Object.keys(values).map((key) => [key, now[key] ?? null]))
}

async function noteWritten({ tx }: CommandContext, batchId: string, rows: readonly object[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ImportRow" i SET "recordId" = r."recordId", "recordVersion" = r."recordVersion", "before" = r."before"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("line" int, "recordId" uuid, "recordVersion" int, "before" jsonb)
    WHERE i."batchId" = ${batchId}::uuid AND i."line" = r."line"`
}

/** Takes an applied batch back: created records leave the register, updated ones get their former values. */
export async function undoRows<Row extends { id: string; version: number }, Where>(
  context: CommandContext,
  record: RecordKind<Row, Where>,
  batchId: string,
): Promise<Written> {
  const { tx, actor } = context
  const rows = await tx.importRow.findMany({
    where: { batchId, action: { in: ['create', 'update'] }, recordId: { not: null } },
    orderBy: { line: 'asc' },
  })
  const current = new Map(
    (
      await record.import.rows(
        tx,
        actor,
        rows.flatMap((row) => row.recordId ?? []),
      )
    ).map((row) => [row.id, row]),
  )
  const edited = rows.filter((row) => current.get(row.recordId ?? '')?.version !== row.recordVersion)
  if (edited.length > 0) {
    const names = edited
      .slice(0, 5)
      .map((row) => row.label)
      .join(', ')
    throw conflict(
      `It cannot be undone: ${edited.length} of its records were changed since (${names}${edited.length > 5 ? ', …' : ''}).`,
    )
  }
  const taken = await record.import.retract(
    context,
    rows.flatMap((row) => (row.action === 'create' && row.recordId ? [row.recordId] : [])),
  )
  const restored = await record.import.update(
    context,
    rows.flatMap((row) =>
      row.action === 'update' && row.recordId
        ? [{ id: row.recordId, values: (row.before ?? {}) as ImportValues }]
        : [],
    ),
  )
  return {
    records: [...taken.records, ...restored.records],
    events: [...taken.events, ...restored.events],
    due: [...taken.due, ...restored.due],
  }
}
