import type { Day } from '#lib/base/days'
import { type Cadence, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'
import { isGrave } from './scores.ts'

/** How soon a risk is seen to. No rule names these numbers; they are this product's defaults. */
export const riskCadences = {
  score: {
    key: 'risk.score',
    label: 'Score a new risk',
    why: 'Until somebody has scored it, nobody knows whether it can wait. No rule names a number of days.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
  treatment: {
    key: 'risk.treatment',
    label: 'Decide what is done about a scored risk',
    why: 'The Security Rule asks for risks to be lowered to a reasonable level and names no number of days.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
} as const satisfies Record<string, Cadence>

/** How often a risk is looked at again: a number of its own for each. */
export const reviewCadence = (months: number): Cadence => ({
  key: 'risk.review',
  label: 'Look at a risk again',
  why: 'The Security Rule asks for a review from time to time and after changes.',
  unit: 'months',
  standard: months,
  min: 1,
  max: 36,
})

/** The facts that a risk's duties depend on. Days are business days of the practice. */
export interface DueFacts {
  archived: boolean
  closedOn: Day | null
  registeredOn: Day
  scoredOn: Day | null
  currentScore: number | null
  treatment: string
  reviewedOn: Day | null
  reviewEveryMonths: number
  acceptedOn: Day | null
  acceptedUntil: Day | null
}

/** One step of a treatment, as its duty depends on it. */
export interface ActionFacts {
  id: string
  title: string
  createdOn: Day
  dueOn: Day
  doneOn: Day | null
  dropped: boolean
}

/** Which duty of an action: its key is followed by the action's id. */
export const actionKey = 'action'

const ruleOfAnalysis = '45 CFR 164.308(a)(1)(ii)(A)'
const ruleOfManagement = '45 CFR 164.308(a)(1)(ii)(B)'

/** 3 for what is high and above; a change of it changes the title too, so that the duty is written anew. */
const harmOf = (score: number | null): 2 | 3 => (isGrave(score) ? 3 : 2)
const itOf = (score: number | null) => (isGrave(score) ? 'this high risk' : 'it')

/** What is due for one risk on a day, its actions aside. Pure; archived and closed ones have no duties. */
export function riskDuties(facts: DueFacts, today: Day, chosen: Readonly<Record<string, number>>): Duty[] {
  if (facts.archived || facts.closedOn) return []
  const { registeredOn, scoredOn, currentScore } = facts
  const isScored = currentScore !== null
  const harm = harmOf(currentScore)
  const reviewed = facts.reviewedOn ?? registeredOn
  const duties: Duty[] = [
    {
      key: 'score',
      title: 'Score it: how likely, how bad',
      sinceOn: registeredOn,
      dueOn: dueAfter(registeredOn, riskCadences.score, chosen),
      harm: 2,
      citation: ruleOfAnalysis,
      ...(isScored ? { doneOn: scoredOn ?? today } : {}),
    },
    {
      key: 'review',
      title: `Look at ${itOf(currentScore)} again`,
      sinceOn: reviewed,
      dueOn: dueAfter(reviewed, reviewCadence(facts.reviewEveryMonths), {}),
      harm,
      citation: ruleOfAnalysis,
    },
  ]
  if (isScored)
    duties.push({
      key: 'treatment',
      title: `Decide what is done about ${itOf(currentScore)}`,
      sinceOn: registeredOn,
      dueOn: dueAfter(scoredOn ?? registeredOn, riskCadences.treatment, chosen),
      harm,
      citation: ruleOfManagement,
      ...(facts.treatment === 'undecided' ? {} : { doneOn: today }),
    })
  if (facts.acceptedOn && facts.acceptedUntil)
    duties.push({
      key: 'acceptance',
      title: `The acceptance of ${itOf(currentScore)} ends: accept it again, or do something about it`,
      sinceOn: facts.acceptedOn,
      dueOn: facts.acceptedUntil,
      harm,
      citation: ruleOfManagement,
    })
  return duties
}

/** What an action of a risk asks for. One that was dropped asks for nothing. */
export function actionDuties(action: ActionFacts, currentScore: number | null): Duty[] {
  if (action.dropped) return []
  return [
    {
      key: `${actionKey}:${action.id}`,
      title: isGrave(currentScore)
        ? `Against a high risk: ${action.title}`
        : `Against a risk: ${action.title}`,
      sinceOn: action.createdOn,
      dueOn: action.dueOn,
      harm: harmOf(currentScore),
      citation: ruleOfManagement,
      ...(action.doneOn ? { doneOn: action.doneOn } : {}),
    },
  ]
}
