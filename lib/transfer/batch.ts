import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { readTable } from '#lib/base/spreadsheet/read-table'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { shorten } from '#lib/base/text'
import { type Actor, type Permission, sitesWith } from '#lib/kernel/access'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { withFullNames } from './full-names.ts'
import type { Reader } from './store.ts'

/** Days during which an applied import can be undone, and its file is kept. */
export const undoDays = 30
const dayMs = 86_400_000

/** uploaded → checked → applying → applied → undone; failed and discarded end it as well. */
export type BatchState = 'uploaded' | 'checked' | 'applying' | 'applied' | 'undone' | 'failed' | 'discarded'

/** The first column of a file of rows with errors. An upload that has it is the same table, mended. */
export const reasonHeader = 'Why this row was not brought in'

/** Whose uploads the actor sees: everybody's when they may import everywhere, else their own. */
export function visibleBatches(actor: Actor, permission: Permission): { createdById?: string } {
  return sitesWith(actor, permission) === 'all' ? {} : { createdById: actor.personId }
}

const batchSelect = {
  id: true,
  kind: true,
  state: true,
  fileName: true,
  rowCount: true,
  createdAt: true,
  appliedAt: true,
  createCount: true,
  updateCount: true,
  mapping: true,
} as const

/** The batch, when it is of this kind and the actor may see it; else null. */
export function findBatch({ tx, actor }: Reader, kind: string, permission: Permission, id: string) {
  return tx.importBatch.findFirst({
    where: { id, kind, ...visibleBatches(actor, permission) },
    select: batchSelect,
  })
}

/** As `findBatch`, refusing when there is none. */
export async function batchOf(reader: Reader, kind: string, permission: Permission, id: string) {
  const batch = await findBatch(reader, kind, permission, id)
  if (!batch) throw notFound()
  return batch
}

/** The batch's file as a table again. Refuses when it is no longer kept. */
export async function sheetOfBatch({ tx }: Reader, id: string): Promise<SheetTable> {
  const kept = await tx.importBatch.findUnique({ where: { id }, select: { content: true, fileName: true } })
  if (!kept?.content) throw conflict('The file is no longer kept. Upload it again.')
  return readSheet(await gunzipped(kept.content), kept.fileName)
}

const gzipped = promisify(gzip)
const gunzipped = promisify(gunzip)

/** A file as it is kept: what travels to the database and back is held in memory several times over. */
export async function packed(content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await gzipped(content, { level: 3 }))
}

/** The table in a file. Throws a refusal in words for whoever chose the file. */
export async function readSheet(content: Uint8Array, fileName: string): Promise<SheetTable> {
  const read = await readTable(content, fileName)
  if (!read.ok) throw invalid(read.message)
  return withFullNames(withoutReasons(read.table))
}

/** The table as it was before our column of reasons was put in front. */
function withoutReasons(sheet: SheetTable): SheetTable {
  const [head, ...headers] = sheet.headers
  if (head?.index !== 0 || head.name !== reasonHeader) return sheet
  return {
    ...sheet,
    headers: headers.map((header) => ({
      ...header,
      index: header.index - 1,
      label: header.label.replace(/ \(column (\d+)\)$/, (_, column) => ` (column ${Number(column) - 1})`),
    })),
    rows: sheet.rows.map(({ line, cells }) => ({ line, cells: cells.slice(1) })),
  }
}

/** Tells tables with the same columns: a mapping is kept for them. */
export function headerHash(sheet: SheetTable): string {
  const named = sheet.headers.filter(({ name }) => name !== '').map(({ index, name }) => [index, name])
  return createHash('sha256').update(JSON.stringify(named)).digest('hex')
}

/** Until when an applied batch can be undone. */
export function undoUntil(appliedAt: Date): Date {
  return new Date(appliedAt.getTime() + undoDays * dayMs)
}

/** The moment before which files and rows of imports are no longer kept. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - undoDays * dayMs)
}

/** The batch as events name it. */
export function batchRecord(id: string, fileName: string) {
  return { kind: 'import', id, label: fileName }
}

/** A file as sentences name it. */
export function quoted(fileName: string): string {
  return `“${shorten(fileName, 80)}”`
}
