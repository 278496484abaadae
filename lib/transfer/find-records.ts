import { squeeze } from '#lib/base/text'
import type { ImportTarget } from '#lib/kernel/record'
import type { MappedRow } from './map-rows.ts'

export interface RecordKey {
  id: string
  ref: string
  name: string
  version: number
}

/** Which record a row means. `problem`: it names one that it cannot have. */
export interface Finding {
  record: RecordKey | null
  problem: string
  /** The name that it was looked for by; '' when it was by its reference. */
  name: string
}

/**
 * Finds each row's record: by its reference, else by its name. Names may repeat: of the records that no reference
 * claims, the first row of a name means the oldest, the second the next; rows beyond those are new.
 */
export function findRecords(
  rows: readonly MappedRow[],
  keys: readonly RecordKey[],
  target: Pick<ImportTarget<unknown>, 'nameOf' | 'isUnique'>,
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
        name: '',
      }
    const earlier = claimedBy.get(record.id)
    claimedBy.set(record.id, earlier ?? row.line)
    return { record, problem: earlier ? `Row ${earlier} already changes this record.` : '', name: '' }
  })
  const free = Map.groupBy(keys.filter(({ id }) => !claimedBy.has(id)).toSorted(byReference), ({ name }) =>
    nameKey(name),
  )
  const seen = new Map<string, { first: number; count: number }>()
  const claimedAs = new Map<string, string>()
  return rows.map((row, at): Finding => {
    const finding = findings[at]
    if (finding) return finding
    const name = nameKey(target.nameOf(row.values))
    if (name === '') return { record: null, problem: '', name }
    const { first, count } = seen.get(name) ?? { first: row.line, count: 0 }
    seen.set(name, { first, count: count + 1 })
    const candidates = free.get(name) ?? []
    const record = candidates.find(({ id }) => !claimedBy.has(id)) ?? null
    if (record) {
      claimedBy.set(record.id, row.line)
      claimedAs.set(record.id, name)
      return { record, problem: '', name }
    }
    // A record with several names, such as an e-mail address and a staff number, was found by another one of them.
    const other = candidates.find(({ id }) => claimedAs.get(id) !== name)
    const twin = other ? claimedBy.get(other.id) : count > 0 && target.isUnique?.(name) ? first : undefined
    return { record: null, problem: twin === undefined ? '' : `Row ${twin} is about the same ${one}.`, name }
  })
}

/** Names made comparable. */
export function nameKey(name: string): string {
  return squeeze(name).toLowerCase()
}

/** AI-999 before AI-1000. */
function byReference(a: RecordKey, b: RecordKey): number {
  return a.ref.length - b.ref.length || (a.ref < b.ref ? -1 : 1)
}
