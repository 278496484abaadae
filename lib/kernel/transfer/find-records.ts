import { squeeze } from '#lib/base/text'
import type { ImportTarget } from '../record.ts'
import type { MappedRow } from './map-rows.ts'

export interface RecordKey {
  id: string
  ref: string
  name: string
  version: number
}

/** Which record a row means. `problem`: it names one that it cannot have. `note`: what to know of a new one. */
export interface Finding {
  record: RecordKey | null
  problem: string
  note: string
}

/**
 * Finds each row's record: by its reference, else by its name. Names may repeat: of the records that no reference
 * claims, the first row of a name means the oldest, the second the next; rows beyond those are new.
 */
export function findRecords(
  rows: readonly MappedRow[],
  keys: readonly RecordKey[],
  target: Pick<ImportTarget<unknown>, 'nameOf'>,
  one: string,
): Finding[] {
  const byRef = new Map(keys.map((key) => [key.ref.toLowerCase(), key]))
  const claimedBy = new Map<string, number>()
  const findings = rows.map((row): Finding | null => {
    if (row.key === null) return null
    const record = byRef.get(row.key.toLowerCase())
    if (!record)
      return {
        record: null,
        problem: `There is no ${row.key} here, or it is archived. Leave the reference empty to add the row as a new ${one}.`,
        note: '',
      }
    const earlier = claimedBy.get(record.id)
    claimedBy.set(record.id, earlier ?? row.line)
    return { record, problem: earlier ? `Row ${earlier} already changes this record.` : '', note: '' }
  })
  const free = Map.groupBy(
    keys.filter(({ id }) => !claimedBy.has(id)),
    ({ name }) => nameKey(name),
  )
  const seen = new Map<string, number>()
  return rows.map((row, at): Finding => {
    const finding = findings[at]
    if (finding) return finding
    const name = nameKey(target.nameOf(row.values))
    if (name === '') return { record: null, problem: '', note: '' }
    const turn = (seen.get(name) ?? 0) + 1
    seen.set(name, turn)
    const record = free.get(name)?.[turn - 1] ?? null
    const note = turn > 1 ? `The ${ordinal(turn)} row with this name; it becomes one more ${one}.` : ''
    return { record, problem: '', note: record ? '' : note }
  })
}

/** Names made comparable. */
export function nameKey(name: string): string {
  return squeeze(name).toLowerCase()
}

function ordinal(number: number): string {
  const words = ['second', 'third', 'fourth', 'fifth']
  return words[number - 2] ?? `${number}th`
}
