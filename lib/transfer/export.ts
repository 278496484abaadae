import { z } from 'zod'
import { type Cell, csvStream, xlsxStream } from '#lib/base/spreadsheet/write-table'
import { count } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { type Command, defineCommand, type Result } from '#lib/kernel/command'
import type { RecordKind } from '#lib/kernel/record'
import {
  type Field,
  type ListState,
  optionLabel,
  parseListState,
  type SearchParams,
  type Table,
} from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { fileCell } from './file-cell.ts'

const pageRows = 1_000

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** `everything`: all columns that can be brought in again, instead of those that the list shows. */
export interface ExportChoice {
  format: ExportFormat
  everything: boolean
}

/** A file on its way out. `name` is what it is saved as. */
export interface ExportFile {
  name: string
  stream: ReadableStream<Uint8Array>
}

export interface RegisterExport {
  command: Command<null>
  /** The file of what a list's URL shows. Notes in the audit trail that it was taken before the first byte leaves. */
  open: (actor: Actor, params: SearchParams, choice: ExportChoice) => Promise<Result<ExportFile>>
}

/** How a register leaves as a spreadsheet: what the list shows, or everything that an import takes back. */
export function defineExport<Row extends { id: string; version: number }, Where>(
  record: RecordKind<Row, Where>,
): RegisterExport {
  const { table } = record
  // An export is a sensitive read, and so an event.
  const command = defineCommand({
    name: `${record.kind}.export`,
    permission: record.exportPermission,
    input: z.object({
      format: z.enum(exportFormats),
      selection: z.string().max(2000),
      rows: z.number().int().nonnegative(),
    }),
    run: ({ actor }, { format, selection, rows }) =>
      Promise.resolve({
        value: null,
        events: [
          {
            sentence: `Exported ${count(rows, table.one, table.many)} as ${format.toUpperCase()}${selection}`,
            record: { kind: 'practice', id: actor.practiceId, label: actor.practiceName },
          },
        ],
      }),
  })
  const open: RegisterExport['open'] = async (actor, params, { format, everything }) => {
    const state = { ...parseListState(table, params), page: 1 }
    const { total } = await record.list(actor, { ...state, size: 1 })
    const selection = everything ? ', every column' : ''
    const noted = await command(actor, {
      format,
      selection: `${selection}${selectionInWords(table, state)}`.slice(0, 2000),
      rows: total,
    })
    if (!noted.ok) return noted
    const name = `${actor.practiceName} ${table.many} ${todayFor(actor)}.${format}`
    const keys = everything ? everyKey(table) : state.columns
    return { ok: true, value: { name, stream: exportStream(record, actor, state, keys, format) } }
  }
  return { command, open }
}

/** The columns of a file with everything in it: all that can be brought in again, and what the list can show besides. */
function everyKey<Row, Where>(table: Table<Row, Where>): string[] {
  return Object.entries<Field<Row, Where>>(table.fields)
    .filter(([, field]) => field.import || field.column !== 'file')
    .map(([key]) => key)
}

/** Streamed page by page: memory does not grow with the number of rows. */
function exportStream<Row extends { id: string; version: number }, Where>(
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

/** ', found by “scribe”, with Stage: In use' or nothing. People and sites are named by their field alone. */
function selectionInWords<Row, Where>(table: Table<Row, Where>, state: ListState): string {
  const parts = state.search ? [`found by “${state.search}”`] : []
  for (const [key, values] of Object.entries(state.filters)) {
    const field = table.fields[key]
    const options = field?.filter?.options
    const chosen = options ? `: ${values.map((value) => optionLabel(options, value)).join(', ')}` : ''
    parts.push(`with ${field?.label ?? key}${chosen}`)
  }
  if (state.archived) parts.push('archived')
  return parts.map((part) => `, ${part}`).join('')
}
