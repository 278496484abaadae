import { csvStream, xlsxStream } from '#lib/base/spreadsheet/write-table'
import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import type { Field } from '#lib/kernel/table'
import { importedRegistry, isImportKind } from '#lib/registry'
import { fileAnswer, formatOf } from '../../../file-answer.ts'

/** An empty spreadsheet with the column names of a register. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const { kind } = await params
  const actor = await currentActor()
  if (!actor || !isImportKind(kind) || !can(actor, importedRegistry[kind].record.importPermission))
    return new Response('Not found', { status: 404 })
  const { table } = importedRegistry[kind].record
  const columns = Object.values<Field<never, unknown>>(table.fields)
    .filter((field) => field.import)
    .map(({ label }) => ({ header: label }))
  const format = formatOf(new URL(request.url).searchParams)
  if (!format) return new Response('Not found', { status: 404 })
  const stream = format === 'csv' ? csvStream(columns, noRows()) : xlsxStream(columns, noRows(), table.many)
  return fileAnswer(stream, `Template for ${table.many}.${format}`)
}

async function* noRows(): AsyncGenerator<never> {}
