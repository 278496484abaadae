import type { Option } from '#lib/kernel/table'

/** How far a questionnaire is, by what has happened. */
export const stages = [
  { value: 'sent', label: 'Sent', tone: 'neutral' },
  { value: 'started', label: 'Being answered', tone: 'neutral' },
  { value: 'withdrawn', label: 'Withdrawn', tone: 'neutral' },
  { value: 'answered', label: 'To be looked through', tone: 'attention' },
  { value: 'scored', label: 'Looked through', tone: 'ok' },
] as const satisfies readonly Option[]

export type Stage = (typeof stages)[number]['value']

/** What somebody thinks of an answer. */
export const verdicts = [
  { value: 'fine', label: 'Fine', tone: 'ok' },
  { value: 'gap', label: 'A gap', tone: 'danger' },
  { value: 'aside', label: 'Not relevant', tone: 'neutral' },
] as const satisfies readonly Option[]

export type Verdict = (typeof verdicts)[number]['value']

/** Whether gaps are left, for the list. */
export const gapStates = [
  { value: 'open', label: 'Open gaps', tone: 'danger' },
  { value: 'settled', label: 'All gaps settled', tone: 'ok' },
  { value: 'none', label: 'No gaps found', tone: 'neutral' },
] as const satisfies readonly Option[]

export type GapState = (typeof gapStates)[number]['value']
