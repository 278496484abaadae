import type { Day } from '#lib/base/days'
import { type Cadence, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'

/** How soon answers are looked through. No rule names an interval; this is the product's default. */
export const questionnaireCadences = {
  score: {
    key: 'questionnaire.score',
    label: 'Look through a vendor’s answers',
    why: 'Answers that nobody reads protect nobody. No rule names a number of days; two weeks is a habit that can be kept.',
    unit: 'days',
    standard: 14,
    min: 1,
    max: 90,
  },
} as const satisfies Record<string, Cadence>

/** What the duties of a questionnaire depend on. Days are business days of the practice. */
export interface DueFacts {
  archived: boolean
  /** No link is left by which it could be answered. */
  withdrawn: boolean
  sentOn: Day
  answerBy: Day
  submittedOn: Day | null
  scoredOn: Day | null
}

/** What the duty of a gap depends on. */
export interface GapFacts {
  id: string
  asked: string
  /** Stays the same however often the gap is looked at: a later day would say that it was settled before. */
  sinceOn: Day
  settleBy: Day
  settledOn: Day | null
  /** It goes on in the next year's questionnaire. */
  goesOn: boolean
}

/** Which duty of a gap: its key is followed by the gap's id. */
export const gapKey = 'gap'

/** What is due for one questionnaire. Pure. */
export function questionnaireDuties(facts: DueFacts, chosen: Readonly<Record<string, number>>): Duty[] {
  if (facts.archived) return []
  const { sentOn, answerBy, submittedOn, scoredOn } = facts
  if (facts.withdrawn && !submittedOn) return []
  const duties: Duty[] = [
    {
      key: 'answers',
      title: 'Get the vendor’s answers',
      sinceOn: sentOn,
      dueOn: answerBy,
      harm: 2,
      ...(submittedOn ? { doneOn: submittedOn } : {}),
    },
  ]
  if (submittedOn)
    duties.push({
      key: 'score',
      title: 'Look through the vendor’s answers',
      sinceOn: submittedOn,
      dueOn: dueAfter(submittedOn, questionnaireCadences.score, chosen),
      harm: 2,
      ...(scoredOn ? { doneOn: scoredOn } : {}),
    })
  return duties
}

/** What a gap asks for. One that goes on elsewhere asks for nothing here. */
export function gapDuties({ id, asked, sinceOn, settleBy, settledOn, goesOn }: GapFacts): Duty[] {
  if (goesOn) return []
  return [
    {
      key: `${gapKey}:${id}`,
      title: `Settle a gap: ${asked}`,
      sinceOn,
      dueOn: settleBy,
      harm: 2,
      ...(settledOn ? { doneOn: settledOn } : {}),
    },
  ]
}
