import { z } from 'zod'
import type { Actor } from '../access.ts'
import { type Command, defineCommand } from '../command.ts'
import { cellText } from '../change-sentence.ts'
import type { RecordKind } from '../record.ts'
import type { Cell as TableCell, Field, ListState } from '../table.ts'
import { type Cell, csvStream, xlsxStream } from '#lib/base/spreadsheet/write-table'

const pageRows = 1_000

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The field keys of a file: the list's columns in their order, or everything that can be brought in again. */
export function exportKeys<Row extends { id: string; version: number }, Where>(
  record: RecordKind<Row, Where>,
  state: ListState,
  everything: boolean,
): string[] {
  if (!everything) return [...state.columns]
  return Object.entries<Field<Row, Where>>(record.table.fields)
    .filter(([, field]) => field.import || field.column !== 'file')
    .map(([key]) => key)
}

function fileCell(cell: TableCell): Cell {
  return cell !== null && typeof cell === 'object' && 'list' in cell ? cellText(cell) : cell
}

/** The file of a list's selection, streamed page by page: memory does not grow with the number of rows. */
export function exportStream<Row extends { id: string; version: number }, Where>(
  record: RecordKind<Row, Where>,
  actor: Actor,
  state: ListState,
  keys: readonly string[],
  format: ExportFormat,
): ReadableStream<Uint8Array> {
  const fields = keys.flatMap((key) => record.table.fields[key] ?? [])
  const columns = fields.map((field) => ({ header: field.label }))
  async function* cells(): AsyncGenerator<Cell[]> {
    for (let skip = 0; ; skip += pageRows) {
      const rows = await record.rowsForFile(actor, state, skip, pageRows)
      for (const row of rows) yield fields.map((field) => fileCell(field.cell(row)))
      if (rows.length < pageRows) return
    }
  }
  return format === 'csv' ? csvStream(columns, cells()) : xlsxStream(columns, cells(), record.table.many)
}

/** Notes that somebody took a file out: an export is a sensitive read. */
export function defineExportCommand<Row extends { id: string; version: number }, Where>(
  record: RecordKind<Row, Where>,
): Command<null> {
  return defineCommand({
    name: `${record.kind}.export`,
    permission: record.exportPermission,
    input: z.object({
      format: z.enum(exportFormats),
      query: z.string().max(4000),
      rows: z.number().int().nonnegative(),
    }),
    run: ({ actor }, { format, query, rows }) =>
      Promise.resolve({
        value: null,
        events: [
          {
            sentence: `Exported ${rows} ${record.table.many} as ${format.toUpperCase()}${query ? ` (${query})` : ''}`,
            record: { kind: 'practice', id: actor.practiceId, label: actor.practiceName },
          },
        ],
      }),
  })
}
