import { addMonths, type Day } from '#lib/base/days'
import { type Cadence, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'
import { ruleOf } from '#lib/law/rules'

/** How soon a control is taken care of. No rule names these intervals; they are this product's defaults. */
export const controlCadences = {
  owner: {
    key: 'control.owner',
    label: 'Name an owner for a new control',
    why: 'What nobody owns, nobody does.',
    unit: 'days',
    standard: 14,
    min: 1,
    max: 90,
  },
  start: {
    key: 'control.start',
    label: 'Begin with a control that is written down',
    why: 'A control that stays on paper for a quarter was not meant.',
    unit: 'days',
    standard: 90,
    min: 7,
    max: 365,
  },
  mendFailing: {
    key: 'control.mend-failing',
    label: 'Mend a control that failed its test',
    why: 'What was relied on does not work: a month is long enough.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
  mendWeak: {
    key: 'control.mend-weak',
    label: 'Mend a control that was found weak',
    why: 'It works in part; a quarter leaves time to do it properly.',
    unit: 'days',
    standard: 90,
    min: 1,
    max: 365,
  },
} as const satisfies Record<string, Cadence>

/** The facts that a control's duties depend on. Days are business days of the practice. */
export interface DueFacts {
  archived: boolean
  state: string
  /** The day it came into the register, and the day it was changed last. */
  registeredOn: Day
  changedOn: Day
  ownerId: string | null
  testEveryMonths: number | null
  testedOn: Day | null
  testResult: string | null
}

/** When a control is tested next: from the last test, or from the day it was written down; null when nobody tests it. */
export function nextTestOn(facts: Omit<DueFacts, 'changedOn' | 'ownerId' | 'testResult'>): Day | null {
  const { archived, state, registeredOn, testEveryMonths, testedOn } = facts
  if (archived || testEveryMonths === null || (state !== 'in-place' && state !== 'partly')) return null
  return addMonths(testedOn ?? registeredOn, testEveryMonths)
}

/** What is due for one control. Pure; what is archived or does not apply has no duties. */
export function controlDuties(facts: DueFacts, chosen: Readonly<Record<string, number>>): Duty[] {
  const { archived, state, registeredOn, changedOn, ownerId, testedOn, testResult } = facts
  if (archived || state === 'not-applicable') return []
  const duties: Duty[] = [
    {
      key: 'owner',
      title: 'Name an owner',
      sinceOn: registeredOn,
      dueOn: dueAfter(registeredOn, controlCadences.owner, chosen),
      harm: 1,
      ...(ownerId ? { doneOn: changedOn } : {}),
    },
    {
      key: 'start',
      title: 'Begin with it',
      sinceOn: registeredOn,
      dueOn: dueAfter(registeredOn, controlCadences.start, chosen),
      harm: 2,
      ...(state === 'not-started' ? {} : { doneOn: changedOn }),
    },
  ]
  const dueOn = nextTestOn(facts)
  if (dueOn)
    duties.push({
      key: 'test',
      title: 'Test whether it works',
      sinceOn: testedOn ?? registeredOn,
      dueOn,
      harm: 2,
      citation: ruleOf('evaluation').citation,
    })
  if (testedOn && testResult) {
    const isFailing = testResult === 'fails'
    duties.push({
      key: 'mend',
      title: isFailing ? 'Mend it: it failed its test' : 'Mend it: its test found it weak',
      // Not the day of the test: a second test that fails does not mean that the first was mended.
      sinceOn: registeredOn,
      dueOn: dueAfter(testedOn, isFailing ? controlCadences.mendFailing : controlCadences.mendWeak, chosen),
      harm: isFailing ? 3 : 2,
      ...(testResult === 'works' ? { doneOn: testedOn } : {}),
    })
  }
  return duties
}
