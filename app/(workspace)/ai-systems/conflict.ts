import { getSystem, type SystemDetail } from '#lib/ai-systems/queries'
import { editInput } from '#lib/ai-systems/schema'
import { systemTable } from '#lib/ai-systems/table'
import type { Actor } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { Result } from '#lib/kernel/command'
import { personOptions, siteOptions } from '#lib/people/directory'
import { type EntryState, refusedEntry } from '../form-values.ts'

type Refused = Result<unknown> & { ok: false }
type DecisionEntry = EntryState & { version?: number }

/**
 * A refusal as the form's state. When somebody else was quicker it says who and what, keeps everything that was entered,
 * and bases the next try on their version: pressing again is then a decision, not an accident.
 */
export async function refusedDecision(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
  sayDifference?: (current: SystemDetail) => Promise<string>,
): Promise<DecisionEntry> {
  const plain = refusedEntry(result, form)
  if (result.code !== 'conflict') return plain
  const current = await getSystem(actor, String(id))
  if (!current || current.archived || String(current.version) === form.get('version')) return plain
  const [last] = current.history
  const who = last
    ? `${last.actorName} changed this while you had it open: “${last.sentence}”.`
    : result.message
  const difference = sayDifference ? await sayDifference(current) : 'If your answer still holds, press again.'
  return {
    ...plain,
    version: current.version,
    message: `${who} Nothing of yours is saved yet, and nothing you typed is lost. ${difference}`,
  }
}

/** What saving the entered facts over the present ones would change, in words. */
export async function sayDifference(actor: Actor, input: unknown, current: SystemDetail): Promise<string> {
  const parsed = editInput.safeParse(input)
  if (!parsed.success) return ''
  const { siteIds, safeguards, ...facts } = parsed.data
  const [people, sites] = await Promise.all([
    personOptions(actor, [facts.ownerId, facts.backupId]),
    siteOptions(actor, { keep: siteIds }),
  ])
  const nameOf = (id: string | null) => people.find(({ value }) => value === id)?.label ?? null
  const mine = {
    ...current,
    ...facts,
    ownerName: facts.ownerId === current.ownerId ? current.ownerName : nameOf(facts.ownerId),
    backupName: facts.backupId === current.backupId ? current.backupName : nameOf(facts.backupId),
    sites: sites
      .filter(({ value }) => siteIds.includes(value))
      .map(({ value, label }) => ({ id: value, name: label })),
    safeguards: Object.entries(safeguards).flatMap(([key, row]) => (row ? [{ key, ...row }] : [])),
  }
  const changes = changeSentence(systemTable, current, mine)
  return changes
    ? `Saving yours over theirs would do this: ${changes}.`
    : 'What you entered is the same as what is saved now.'
}
