import { z } from 'zod'
import { csvStream } from '#lib/base/spreadsheet/write-table'
import { type Actor, can, type Permission } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { read } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type BatchState, reasonHeader, sheetOfBatch, undoUntil, visibleBatches } from './batch.ts'
import { warningMark } from './patient-data.ts'

/** Which register an import belongs to, and what it takes to see it. */
interface Door {
  kind: string
  importPermission: Permission
}

/** One upload and what became of it. */
export interface BatchSummary {
  id: string
  kind: string
  state: BatchState
  fileName: string
  rowCount: number
  createCount: number
  updateCount: number
  skipCount: number
  errorCount: number
  progress: number
  message: string | null
  createdByName: string
  createdAt: Date
  appliedAt: Date | null
  undoneAt: Date | null
  /** Until when it can be undone; null when it cannot. */
  undoUntil: Date | null
}

const summarySelect = {
  id: true,
  kind: true,
  state: true,
  fileName: true,
  rowCount: true,
  createCount: true,
  updateCount: true,
  skipCount: true,
  errorCount: true,
  progress: true,
  message: true,
  createdById: true,
  createdAt: true,
  appliedAt: true,
  undoneAt: true,
} as const satisfies Prisma.ImportBatchSelect

type Found = Prisma.ImportBatchGetPayload<{ select: typeof summarySelect }>

function summary(found: Found, names: ReadonlyMap<string, string>): BatchSummary {
  const { createdById, ...batch } = found
  const until = batch.state === 'applied' && batch.appliedAt ? undoUntil(batch.appliedAt) : null
  return {
    ...batch,
    state: batch.state as BatchState,
    createdByName: names.get(createdById) ?? '',
    undoUntil: until && until > now() ? until : null,
  }
}

async function withNames(tx: Prisma.TransactionClient, found: readonly Found[]): Promise<BatchSummary[]> {
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(found.map(({ createdById }) => createdById))] } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return found.map((batch) => summary(batch, names))
}

/** The newest uploads into these registers that the actor may see; those thrown away are left out. */
export function listBatches(actor: Actor, doors: readonly Door[], take: number): Promise<BatchSummary[]> {
  const open = doors.filter(({ importPermission }) => can(actor, importPermission))
  if (open.length === 0) return Promise.resolve([])
  return read(actor, async (tx) => {
    const found = await tx.importBatch.findMany({
      where: {
        state: { not: 'discarded' },
        OR: open.map(({ kind, importPermission }) => ({ kind, ...visibleBatches(actor, importPermission) })),
      },
      select: summarySelect,
      orderBy: { createdAt: 'desc' },
      take,
    })
    return withNames(tx, found)
  })
}

/** One upload; null when it does not exist, is of another register, or is not the actor's to see. */
export function getBatch(actor: Actor, door: Door, id: string): Promise<BatchSummary | null> {
  if (!can(actor, door.importPermission) || !z.uuid().safeParse(id).success) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const found = await tx.importBatch.findFirst({
      where: { id, kind: door.kind, ...visibleBatches(actor, door.importPermission) },
      select: summarySelect,
    })
    const [batch] = found ? await withNames(tx, [found]) : []
    return batch ?? null
  })
}

/** What the dry run, and later the import, says of one row. */
export interface BatchRow {
  line: number
  action: string
  label: string
  reason: string
  recordId: string | null
  /** What will be there, field by field; only while nothing is brought in yet. */
  shown: string[]
}

const dryRun = z.object({ shown: z.array(z.string()) })

export const rowActions = ['create', 'update', 'skip', 'error'] as const
export type RowAction = (typeof rowActions)[number]
/** Rows by what happens to them, or those whose texts look like patient data. */
export type RowFilter = RowAction | 'warned'
export const batchPageSize = 50

function rowsWhere(batchId: string, filter: RowFilter | null): Prisma.ImportRowWhereInput {
  if (filter === 'warned') return { batchId, reason: { contains: warningMark } }
  return filter ? { batchId, action: filter } : { batchId }
}

/** One page of an upload's rows in the order of the file, filtered or all. Pages count from 1. */
export function batchRows(
  actor: Actor,
  batch: BatchSummary,
  filter: RowFilter | null,
  page: number,
): Promise<BatchRow[]> {
  return read(actor, async (tx) => {
    const rows = await tx.importRow.findMany({
      where: rowsWhere(batch.id, filter),
      select: { line: true, action: true, label: true, reason: true, recordId: true, before: true },
      orderBy: { line: 'asc' },
      skip: (page - 1) * batchPageSize,
      take: batchPageSize,
    })
    return rows.map(({ before, ...row }) => ({
      ...row,
      shown: batch.state === 'checked' ? (dryRun.safeParse(before).data?.shown ?? []) : [],
    }))
  })
}

/** How many rows of an upload look as if they held patient data. */
export function countWarned(actor: Actor, batch: BatchSummary): Promise<number> {
  return read(actor, (tx) => tx.importRow.count({ where: rowsWhere(batch.id, 'warned') }))
}

/** How many rows would change a record that was known by its name alone. */
export function countByName(actor: Actor, batch: BatchSummary): Promise<number> {
  const where = { batchId: batch.id, action: 'update', before: { path: ['byName'], equals: true } }
  return read(actor, (tx) => tx.importRow.count({ where }))
}

/**
 * The rows with errors as the file had them, the reason put in front: to be corrected and uploaded again. Null when the
 * file is no longer kept.
 */
export function errorFile(actor: Actor, batch: BatchSummary): Promise<ReadableStream<Uint8Array> | null> {
  return read(actor, async (tx) => {
    const kept = await tx.importBatch.count({ where: { id: batch.id, content: { not: null } } })
    if (kept === 0) return null
    const sheet = await sheetOfBatch({ tx, actor }, batch.id)
    const errors = await tx.importRow.findMany({
      where: { batchId: batch.id, action: 'error' },
      select: { line: true, reason: true },
    })
    const reasons = new Map(errors.map(({ line, reason }) => [line, reason]))
    const names = new Map(sheet.headers.map(({ index, name }) => [index, name]))
    const width = sheet.rows[0]?.cells.length ?? 0
    const columns = Array.from({ length: width }, (_, index) => ({ header: names.get(index) ?? '' }))
    const rows = sheet.rows.flatMap(({ line, cells }) => {
      const reason = reasons.get(line)
      return reason === undefined ? [] : [[reason, ...cells]]
    })
    return csvStream([{ header: reasonHeader }, ...columns], asAsync(rows))
  })
}

async function* asAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item)
}
