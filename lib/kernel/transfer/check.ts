import { squeeze } from '#lib/base/text'
import type { CommandContext } from '../command.ts'
import type { ImportTarget, ImportValues } from '../record.ts'
import type { Field, ImportValue, Table } from '../table.ts'
import { mapRow } from './map-rows.ts'
import type { Mapping } from './mapping.ts'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'

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
}

type Key = { id: string; ref: string; version: number }

/** The dry run: what would happen to each row, and why. Writes nothing. */
export async function checkRows<Row extends { id: string }, Where>(
  context: CommandContext,
  table: Table<Row, Where>,
  target: ImportTarget<Row>,
  sheet: SheetTable,
  mapping: Mapping,
): Promise<CheckedRow[]> {
  const { tx, actor } = context
  const lookups = await target.lookups(tx, actor)
  const keys = await target.keys(tx, actor)
  const byRef = new Map(keys.map((key) => [key.ref.toLowerCase(), key]))
  const byName = Map.groupBy(keys, (key) => nameKey(key.name))
  const takenBy = new Map<string, number>()
  const namesSeen = new Map<string, number>()

  const drafts = sheet.rows.map((row): { row: CheckedRow; values: ImportValues; key: Key | null } => {
    const mapped = mapRow(table, mapping, lookups, row)
    const fail = (reason: string, label = mapped.key ?? '') => ({
      row: outcome(row.line, 'error', label, reason),
      values: {},
      key: null,
    })
    if ('problem' in mapped) return fail(mapped.problem)
    const { values } = mapped
    const label = target.labelOf(values)
    let key: Key | null = null
    let note = ''
    if (mapped.key) {
      key = byRef.get(mapped.key.toLowerCase()) ?? null
      if (!key)
        return fail(
          `There is no ${mapped.key} in this register. Leave the reference empty to add it as new.`,
          label,
        )
    } else {
      const missing = missingFields(table, values)
      if (missing) return fail(missing, label)
      const name = nameKey(target.nameOf(values))
      // Names may repeat: the first row of a name means the oldest record of that name, the second the next.
      const turn = namesSeen.get(name) ?? 0
      namesSeen.set(name, turn + 1)
      key = byName.get(name)?.[turn] ?? null
      if (turn > 0)
        note = `${turn + 1} rows so far have this name; each is taken as a ${table.one} of its own.`
    }
    const earlier = key ? takenBy.get(key.id) : undefined
    if (key && earlier !== undefined) return fail(`Row ${earlier} already changes this record.`, label)
    if (key) takenBy.set(key.id, row.line)
    return { row: { ...outcome(row.line, key ? 'update' : 'create', label, note), values }, values, key }
  })

  const matched = drafts.flatMap((draft) => (draft.key ? [draft.key.id] : []))
  const current = new Map<string, Row>()
  for (const found of await target.rows(tx, actor, matched)) current.set(found.id, found)

  return drafts.map(({ row, values, key }): CheckedRow => {
    if (row.action === 'error') return row
    const record = key ? current.get(key.id) : undefined
    const changed = record ? differing(table, record, values) : values
    if (key && Object.keys(changed).length === 0)
      return {
        ...row,
        action: 'skip',
        label: `${key.ref} ${row.label}`.trim(),
        reason: 'Nothing differs.',
        values: null,
        recordId: key.id,
      }
    const refusal = target.refuses(
      record ? { ...stored(table, record), ...values } : values,
      key ? 'update' : 'create',
    )
    if (refusal) return outcome(row.line, 'error', row.label, refusal)
    if (!key) return row
    return {
      ...row,
      label: `${key.ref} ${row.label}`.trim(),
      values: changed,
      recordId: key.id,
      recordVersion: key.version,
    }
  })
}

function outcome(line: number, action: CheckedRow['action'], label: string, reason: string): CheckedRow {
  return { line, action, label, reason, values: null, recordId: null, recordVersion: null }
}

function nameKey(name: string): string {
  return squeeze(name).toLowerCase()
}

function missingFields<Row, Where>(table: Table<Row, Where>, values: ImportValues): string | null {
  const missing = Object.entries<Field<Row, Where>>(table.fields)
    .filter(
      ([key, field]) =>
        field.import?.required && (values[key] === undefined || values[key] === '' || values[key] === null),
    )
    .map(([, field]) => field.label)
  return missing.length > 0 ? `${missing.join(', ')} is missing.` : null
}

/** What a record has now, in the form of imported values. */
export function stored<Row, Where>(table: Table<Row, Where>, record: Row): Record<string, ImportValue> {
  const values: Record<string, ImportValue> = {}
  for (const [key, field] of Object.entries<Field<Row, Where>>(table.fields))
    if (field.import && field.import.parse !== 'key') values[key] = field.import.value(record)
  return values
}

function differing<Row, Where>(table: Table<Row, Where>, record: Row, values: ImportValues): ImportValues {
  const now = stored(table, record)
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => JSON.stringify(now[key] ?? null) !== JSON.stringify(value),
    ),
  )
}
