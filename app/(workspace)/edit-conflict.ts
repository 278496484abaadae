import { mergedState, type TheirAnswer } from '#components/form/merge-refusal'
import type { Actor } from '#lib/kernel/access'
import type { Cell } from '#lib/kernel/table'
import { enteredValues, type FormValues } from './form-values.ts'
import { ownerChoices } from './owner-choices.ts'
import type { RecordEntryState } from './record-form.tsx'
import {
  changedSince,
  type DecisionEntry,
  type Refused,
  refusedAsBefore,
  refusedOnRecord,
  type Versioned,
  whoChanged,
} from './refused-form.ts'

interface Owned extends Versioned {
  ownerId: string | null
  backupId: string | null
}

/** What the forms on one register need to meet a conflict. */
interface Register<Row extends Owned, Key extends string> {
  read: (actor: Actor, id: string) => Promise<Row | null>
  /** The record as its form would open on it. */
  values: (record: NoInfer<Row>) => FormValues
  table: { fields: Readonly<Record<Key, { label: string; cell: (record: NoInfer<Row>) => Cell }>> }
  /** Fields of the form, besides owner and backup, that the table calls something else. */
  named?: Readonly<Record<string, Key>>
  /** What is saved in a field that no column of the table shows. */
  besides?: (record: NoInfer<Row>, field: string) => TheirAnswer | null
}

/** How a refused form on a record of one register is answered: a decision, and an edit of the whole record. */
export function conflictsOf<Row extends Owned, Key extends string>(register: Register<Row, Key>) {
  const saved = (record: Row, field: string): TheirAnswer => {
    const besides = register.besides?.(record, field)
    if (besides) return besides
    const key = register.named?.[field] ?? field.replace(/^(owner|backup)Id$/, '$1')
    const found = Object.entries<{ label: string; cell: (row: Row) => Cell }>(register.table.fields).find(
      ([name]) => name === key,
    )?.[1]
    return { label: found?.label ?? field, text: found ? inWords(found.cell(record)) : '' }
  }
  return {
    /** A refused decision on a record as the form's state. */
    refusedDecision: (actor: Actor, id: unknown, result: Refused, form: FormData): Promise<DecisionEntry> =>
      refusedOnRecord(result, form, () => register.read(actor, String(id))),

    /** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
    refusedEdit: async (
      actor: Actor,
      id: unknown,
      result: Refused,
      form: FormData,
    ): Promise<RecordEntryState> => {
      const plain = refusedAsBefore(result, form)
      const current = await changedSince(result, form, () => register.read(actor, String(id)))
      if (!current) return plain
      const entered = enteredValues(form)
      const merged = mergedState(
        plain,
        form,
        entered,
        { version: current.version, answers: register.values(current) },
        whoChanged(current, result.message),
        (field) => saved(current, field),
      )
      return { ...merged, people: await ownerChoices(actor, current, entered) }
    },
  }
}

function inWords(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.list.join(', ')
  return String(cell)
}
