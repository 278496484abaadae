import type { Day } from '#lib/base/days'
import { type Cadence, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'
import { ruleOf } from '#lib/law/rules'
import { type Kind, practiceKind } from './options.ts'

/** How soon and how often something is assessed. The law names no interval for most of it; these are the product’s defaults. */
export const assessmentCadences = {
  again: {
    key: 'assessment.again',
    label: 'Assess again after it was signed',
    why: 'HIPAA wants the risk analysis kept current and names no interval; once a year, and after every larger change, is what most auditors look for.',
    unit: 'months',
    standard: 12,
    min: 1,
    max: 36,
  },
  owner: {
    key: 'assessment.owner',
    label: 'Name an owner of a new assessment',
    why: 'What nobody owns is not finished. No rule names a number of days.',
    unit: 'days',
    standard: 7,
    min: 1,
    max: 60,
  },
} as const satisfies Record<string, Cadence>

/** What the duties of an assessment depend on. Days are business days of the practice. */
export interface DueFacts {
  archived: boolean
  kind: Kind
  hasOwner: boolean
  startedOn: Day
  dueOn: Day
  signedOn: Day | null
  /** The day the next one was started; null while there is none. */
  followedOn: Day | null
  /** The system is retired or archived: there is nothing to assess again. */
  isOver: boolean
}

/** What is due for one assessment. Pure; archived ones have no duties. */
export function assessmentDuties(facts: DueFacts, chosen: Readonly<Record<string, number>>): Duty[] {
  if (facts.archived) return []
  const { kind, startedOn, dueOn, signedOn, followedOn } = facts
  const isOfPractice = kind === practiceKind
  const citation = isOfPractice ? { citation: ruleOf('risk-analysis').citation } : {}
  const duties: Duty[] = [
    {
      key: 'finish',
      title: 'Finish and sign the assessment',
      sinceOn: startedOn,
      dueOn,
      harm: isOfPractice ? 3 : 2,
      ...citation,
      ...(signedOn ? { doneOn: signedOn } : {}),
    },
  ]
  if (!facts.hasOwner && !signedOn)
    duties.push({
      key: 'owner',
      title: 'Name somebody who answers for the assessment',
      sinceOn: startedOn,
      dueOn: dueAfter(startedOn, assessmentCadences.owner, chosen),
      harm: 1,
    })
  if (signedOn && !facts.isOver)
    duties.push({
      key: 'again',
      title: 'Start the next assessment',
      sinceOn: signedOn,
      dueOn: dueAfter(signedOn, assessmentCadences.again, chosen),
      harm: isOfPractice ? 3 : 2,
      ...citation,
      ...(followedOn ? { doneOn: followedOn } : {}),
    })
  return duties
}

/** Which duty of a part: its key is followed by the part’s id. */
export const partKey = 'part'

/** What a part asks of the colleague to whom it was given. */
export function partDuty(part: {
  id: string
  title: string
  sinceOn: Day
  dueOn: Day
  doneOn: Day | null
}): Duty {
  const { id, title, sinceOn, dueOn, doneOn } = part
  return {
    key: `${partKey}:${id}`,
    title: `Answer a part: ${title}`,
    sinceOn,
    dueOn,
    harm: 2,
    ...(doneOn ? { doneOn } : {}),
  }
}
