import { formatDay, isDay } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { changesOf, type DutyChanges } from '#lib/kernel/due'
import { type DueFacts, systemDuties } from './due.ts'
import { safeguards } from './safeguards.ts'
import { isIdentifiable } from './tier.ts'

/** Compares the open duties of a system with those it would have after the change. Pure; said before the button is pressed. */
export function dutyChanges(
  before: DueFacts,
  change: Partial<DueFacts>,
  cadences: Readonly<Record<string, number>>,
): DutyChanges {
  const duties = (facts: DueFacts) => systemDuties(facts, cadences)
  return changesOf(duties(before), duties({ ...before, ...change }))
}

interface OpenFacts {
  safeguards: readonly { key: string; state: string }[]
  flows: readonly { ref: string; deidentification: string; trainsModel: string; authorization: string }[]
}

/** What whoever approves a system takes on with it, in sentences: safeguards and answers on patient data that are open. */
export function openPoints({ safeguards: stored, flows }: OpenFacts): string[] {
  const stateOf = (key: string) => stored.find((row) => row.key === key)?.state ?? 'unknown'
  const labels = (state: string) =>
    safeguards.filter(({ key }) => stateOf(key) === state).map(({ label }) => label)
  const identifiable = flows.filter(isIdentifiable)
  const refs = (key: 'trainsModel' | 'authorization', value: string) =>
    identifiable.filter((flow) => flow[key] === value).map(({ ref }) => ref)
  const said = (before: string, items: readonly string[]) =>
    items.length > 0 ? [`${before}: ${listInWords(items)}.`] : []
  return [
    ...said('Safeguards that are not met', labels('not-met')),
    ...said('Safeguards that are not known', labels('unknown')),
    ...said('Identifiable patient data trains the model', refs('trainsModel', 'yes')),
    ...said(
      'Whether identifiable patient data trains the model is not known',
      refs('trainsModel', 'unknown'),
    ),
    ...said('Whether patients must authorize it is not known', refs('authorization', 'unknown')),
  ]
}

/** The duty that a review, a check of the data or a look at the logs begins anew. */
const nextOf: Readonly<Record<string, string>> = {
  review: 'yearly-review',
  data: 'data-review',
  logs: 'log-review',
}

/** What is said after something was looked at: when it is due again, or else what is due first, or that nothing is. */
export function reviewAnswer(
  what: string,
  open: readonly { key: string; title: string; dueOn: string }[],
): string {
  const again = open.find(({ key }) => key === nextOf[what])
  const next = again ?? open[0]
  if (!next || !isDay(next.dueOn)) return 'Recorded. Nothing further is due at this stage.'
  const on = formatDay(next.dueOn)
  return again ? `Recorded. Next due ${on}.` : `Recorded. Due next: ${next.title.toLowerCase()}, ${on}.`
}
