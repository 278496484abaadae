import type { Result } from '#lib/kernel/command'
import { type EntryState, refusedEntry } from './form-values.ts'

export type Refused = Result<unknown> & { ok: false }

/** A form's state after a refusal; after a conflict with the version that the next try is based on. */
export type DecisionEntry = EntryState & { version?: number }

export interface Versioned {
  version: number
  archived: boolean
  history: readonly { actorName: string; sentence: string }[]
}

/** The record as `read` finds it now, when somebody's change of it is why the form was refused. */
export async function changedSince<Row extends Versioned>(
  result: Refused,
  form: FormData,
  read: () => Promise<Row | null>,
): Promise<Row | null> {
  const current = result.code === 'conflict' ? await read() : null
  return current && !current.archived && String(current.version) !== form.get('version') ? current : null
}

/** Who changed the record, and what, in a sentence; `message` when its history does not say. */
export function whoChanged({ history: [last] }: Versioned, message: string): string {
  return last ? `${last.actorName} changed this while you had it open: “${last.sentence}”.` : message
}

/** The refusal as it is, on the version that the form already had: it may come from an earlier conflict. */
export function refusedAsBefore(result: Refused, form: FormData): DecisionEntry {
  const version = Number(form.get('version'))
  return { ...refusedEntry(result, form), ...(version > 0 ? { version } : {}) }
}

/**
 * The state of a refused decision once somebody else was quicker: what was entered stays, and the next try is based on
 * their version: pressing again is then a decision, not an accident.
 */
export function decidedSecond(plain: DecisionEntry, version: number, who: string): DecisionEntry {
  return {
    ...plain,
    version,
    message: `${who} Nothing of yours is saved yet, and nothing you typed is lost. If your answer still holds, press again.`,
  }
}

/**
 * A refused decision as the form's state. When somebody else was quicker it says who and what, and keeps what was entered.
 * `read` finds the record as it is now.
 */
export async function refusedOnRecord<Row extends Versioned>(
  result: Refused,
  form: FormData,
  read: () => Promise<Row | null>,
): Promise<DecisionEntry> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(result, form, read)
  return current ? decidedSecond(plain, current.version, whoChanged(current, result.message)) : plain
}
