import type { Actor } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { Result } from '#lib/kernel/command'
import { getPerson } from '#lib/people/detail-queries'
import { siteOptions } from '#lib/people/directory'
import { createPersonInput } from '#lib/people/schema'
import { personTable } from '#lib/people/table'
import { type EntryState, refusedEntry } from '../form-values.ts'

/** A form's state after a conflict also carries the version that the next try is based on. */
export interface PersonEntryState extends EntryState {
  version?: number
}

/**
 * A refusal as the form's state. When somebody else was quicker it says who and what, keeps everything that was entered,
 * and bases the next try on their version: pressing again is then a decision, not an accident.
 */
export async function refusedChange(
  actor: Actor,
  input: Readonly<Record<string, unknown>>,
  result: Result<unknown> & { ok: false },
  form: FormData,
): Promise<PersonEntryState> {
  const plain = refusedEntry(result, form)
  const current = result.code === 'conflict' ? await getPerson(actor, String(input.id)) : null
  if (!current || current.archived || String(current.version) === String(input.version)) return plain
  const [last] = current.history
  const who = last
    ? `${last.actorName} changed this person while you had it open: “${last.sentence}”.`
    : 'This person was changed while you had it open.'
  const { id: _, version: __, ...entered } = input
  const parsed = createPersonInput.safeParse(entered)
  let yours = 'If your answer still holds, press again.'
  if (parsed.success) {
    const { siteIds, ...facts } = parsed.data
    const sites = (await siteOptions(actor, { keep: siteIds })).filter(({ value }) => siteIds.includes(value))
    const mine = {
      ...current,
      ...facts,
      sites: sites.map(({ value, label }) => ({ id: value, name: label })),
    }
    const changes = changeSentence(personTable, current, mine)
    yours = changes
      ? `Saving yours over theirs would do this: ${changes}.`
      : 'What you entered is the same as what is saved now.'
  }
  return {
    ...plain,
    version: current.version,
    message: `${who} Nothing of yours is saved yet, and nothing you typed is lost. ${yours}`,
  }
}
