import { setImmediate } from 'node:timers/promises'
import type { SheetRow, SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { listInWords, shorten, squeeze } from '#lib/base/text'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportTarget, ImportValues, Lookups } from '#lib/kernel/record'
import type { Field, ImportValue, Table } from '#lib/kernel/table'
import { fileText } from './file-cell.ts'
import { type Finding, findRecords } from './find-records.ts'
import { isLookedUp } from './lookup-words.ts'
import { canonical, type MappedRow, mapRow, serialDayFields } from './map-rows.ts'
import { importable, type Mapping } from './mapping.ts'
import { patientDataWarning } from './patient-data.ts'
import { changeInWords, newInWords } from './row-in-words.ts'
import { sameNames } from './same-names.ts'

/** What the dry run says of one row. */
export interface CheckedRow {
  line: number
  action: 'create' | 'update' | 'skip' | 'error'
  label: string
  reason: string
  /** Create: all values. Update: only those that differ. */
  values: ImportValues | null
  recordId: string | null
  recordVersion: number | null
  /** Until it is written: what will be there, field by field, and whether its record was known by its name alone. */
  before: { shown: readonly string[]; byName: boolean } | null
}

const chunk = 1_000

/** The dry run: what would happen to each row, and why, chunk by chunk. Gives way to other work as it goes. */
export async function* checkRows<Row extends { id: string }, Where>(
  context: CommandContext,
  table: Table<Row, Where>,
  target: ImportTarget<Row>,
  sheet: SheetTable,
  mapping: Mapping,
  lookups: Lookups,
): AsyncGenerator<CheckedRow[]> {
  const { tx, actor } = context
  const reading = { mapping, lookups, serialDays: serialDayFields(table, sheet, mapping) }
  const names = sameNames(table.one)
  const mapped: MappedRow[] = []
  for (const row of sheet.rows) {
    mapped.push(mapRow(table, reading, row))
    if (mapped.length % chunk === 0) await setImmediate()
  }
  const found = findRecords(mapped, await target.keys(tx, actor), target, table.one)
  for (let start = 0; start < mapped.length; start += chunk) {
    const ids = found.slice(start, start + chunk).flatMap(({ record }) => record?.id ?? [])
    const records = new Map((await target.rows(tx, actor, ids)).map((record) => [record.id, record]))
    yield mapped.slice(start, start + chunk).flatMap((row, place) => {
      const [finding, source] = [found[start + place], sheet.rows[start + place]]
      if (!finding || !source) return []
      const record = finding.record ? records.get(finding.record.id) : undefined
      const note = names.noteOfNew(finding)
      const checked = checkRow(context, table, target, mapping, { row, finding, record, source, note })
      names.add(finding, checked)
      return [checked]
    })
    await setImmediate()
  }
}

interface Candidate<Row> {
  row: MappedRow
  finding: Finding
  record: Row | undefined
  source: SheetRow
  /** What to know of it when it is new. */
  note: string
}

function checkRow<Row extends { id: string }, Where>(
  { actor, today }: CommandContext,
  table: Table<Row, Where>,
  target: ImportTarget<Row>,
  mapping: Mapping,
  { row, finding, record, source, note }: Candidate<Row>,
): CheckedRow {
  const key = finding.record
  const name = target.labelOf(row.values)
  const outcome = (action: CheckedRow['action'], reason: string): CheckedRow => ({
    line: row.line,
    action,
    label: key ? `${key.ref} ${name}`.trim() : name || (row.key ?? ''),
    reason,
    values: null,
    recordId: key?.id ?? null,
    recordVersion: null,
    before: null,
  })
  if (finding.problem) return outcome('error', finding.problem)
  const before = record ? stored(table, record) : null
  const values = { ...row.values }
  const problems = new Map(row.problems)
  if (record)
    for (const name of sameWords(table, mapping, record, source)) {
      delete values[name]
      problems.delete(name)
    }
  const needed = importable(table).filter(([, field]) => field.import?.required)
  const missing = before ? null : missingFields(needed, values, problems)
  const isWhole = needed.every(([key]) => !problems.has(key))

  const changed = before ? differing(table, before, values) : values
  const fields = Object.keys(changed).flatMap((name) => table.fields[name]?.label ?? [])
  if (before && fields.length === 0 && problems.size === 0) return outcome('skip', 'Nothing differs.')
  const refuses = () =>
    target.refuses({ ...before, ...changed }, before ? 'update' : 'create', { actor, today, before })
  const refusal = missing ?? (isWhole ? refuses() : null)
  // All of it at once: whoever mends a file does not want to hear of the next fault on the next try.
  const faults = [...problems.values(), ...(refusal ? [refusal] : [])]
  if (faults.length > 0) return outcome('error', faults.join(' '))
  const warning = patientDataWarning(table, changed)
  const says = (words: string) => [words, warning].filter(Boolean).join(' ')
  const shows = (lines: string[], byName = false) => ({
    before: { shown: [...lines, ...leftOutInWords(table, row)], byName },
  })
  if (!before || !record)
    return {
      ...outcome('create', says(note)),
      values: changed,
      ...shows(newInWords(table, changed, row.names, name)),
    }
  const taken = takenByName(finding, target, before)
  const labels = fields.map((label) => label.charAt(0).toLowerCase() + label.slice(1))
  return {
    ...outcome('update', says(`Changes ${listInWords(labels)}.`)),
    values: changed,
    recordVersion: key?.version ?? null,
    ...shows([...taken, ...changeInWords(table, record, changed, row.names)], taken.length > 0),
  }
}

/** A name may be that of another record: whoever reads the dry run should see that it was all there was to go by. */
function takenByName<Row>(
  { record, name }: Finding,
  { isUnique, labelOf }: ImportTarget<Row>,
  before: ImportValues,
): string[] {
  if (!record || name === '' || isUnique?.(name)) return []
  const label = `${record.ref} ${shorten(squeeze(labelOf(before)), 60)}`.trim()
  return [`This is taken to be ${label}, which is in the register already`]
}

function leftOutInWords<Row, Where>(table: Table<Row, Where>, { leftOut }: MappedRow): string[] {
  return [...leftOut].map(([name, words]) => {
    const quoted = words.map((word) => `“${shorten(word, 40)}”`)
    return `Left out of ${table.fields[name]?.label ?? name}: ${shorten(listInWords(quoted), 120)}`
  })
}

/** Fields whose cell says word for word what an export writes for the record: they are meant to stay as they are. */
function sameWords<Row, Where>(
  table: Table<Row, Where>,
  mapping: Mapping,
  record: Row,
  source: SheetRow,
): string[] {
  return importable(table).flatMap(([name, field]) => {
    const column = mapping.columns[name]
    if (column === undefined || !isLookedUp(field)) return []
    const cell = squeeze(source.cells[column] ?? '')
    return cell !== '' && cell === squeeze(fileText(field.cell(record))) ? [name] : []
  })
}

function missingFields<Row, Where>(
  needed: readonly [string, Field<Row, Where>][],
  values: ImportValues,
  problems: ReadonlyMap<string, string>,
): string | null {
  const missing = needed
    .filter(([key]) => {
      const value = values[key]
      return !problems.has(key) && (value === undefined || value === '' || value === null)
    })
    .map(([, field]) => field.label)
  if (missing.length === 0) return null
  return `${listInWords(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`
}

/** What a record has now, in the form of imported values. */
export function stored<Row, Where>(table: Table<Row, Where>, record: Row): Record<string, ImportValue> {
  const values: Record<string, ImportValue> = {}
  for (const [key, field] of importable(table))
    if (field.import && field.import.parse !== 'key') values[key] = field.import.value(record)
  return values
}

function differing<Row, Where>(
  table: Table<Row, Where>,
  before: ImportValues,
  values: ImportValues,
): ImportValues {
  const same = (field: Field<Row, Where> | undefined, a: ImportValue, b: ImportValue) =>
    field !== undefined && JSON.stringify(canonical(field, a)) === JSON.stringify(canonical(field, b))
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, given]) => {
      const [field, now] = [table.fields[key], before[key] ?? null]
      const value = withWhatStays(field, now, given)
      return same(field, now, value) ? [] : [[key, value]]
    }),
  )
}

/** What a cell says, and of what the record has, what no file has to say again. */
function withWhatStays<Row, Where>(
  field: Field<Row, Where> | undefined,
  now: ImportValue,
  given: ImportValue,
): ImportValue {
  const lines = field?.import?.lines
  if (!lines || now === null || given === null || typeof now === 'string' || typeof given === 'string')
    return given
  return [...given, ...now.filter((value) => lines.stays(value) && !given.includes(value))]
}
