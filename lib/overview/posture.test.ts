import { describe, expect, test } from 'vitest'
import { day } from '#lib/base/days'
import { coverSentence } from './cover-sentence.ts'
import { headlineOf, judge, type NoPast, type Past, type PostureState } from './posture.ts'
import type { AreaKey } from './posture-area.ts'
import { areas } from './posture-areas.ts'
import type { PostureKey, PostureNumbers } from './posture-numbers.ts'

const nothing: PostureNumbers = {
  ...{ systems: 0, inUse: 0, highLacking: 0, highOrphan: 0, otherLacking: 0, otherOrphan: 0, dataUnknown: 0 },
  ...{
    covered: 0,
    lapsing: 0,
    override: 0,
    uncovered: 0,
    undescribed: 0,
    notNeeded: 0,
    exposed: 0,
    stopped: 0,
  },
  ...{ vendors: 0, undetermined: 0, vendorDataUnknown: 0, inForce: 0, incomplete: 0, expiring: 0 },
  ...{ lapsedGrave: 0, lapsedOther: 0, open: 0, overdue: 0, overdueGrave: 0, overdueLong: 0 },
  ...{ risksOpen: 0, risksBeyond: 0, acceptancesEnded: 0, risksUndecided: 0, risksUnscored: 0 },
  ...{ trainingPeople: 0, trainingDone: 0, trainingLate: 0, trainingLateLong: 0 },
  ...{ acceptancesEnding: 0, checks: 0, firstReviewsOverdue: 0, reviewsOverdue: 0, filesOverdue: 0 },
  ...{ rulesInPlace: 0, rulesRequired: 0, rulesAddressable: 0, rulesVoluntary: 0 },
  ...{ rulesFailing: 0, rulesPartly: 0, assessmentsSigned: 0, analysisOverdue: 0 },
  ...{ assessmentsOverdue: 0, dataUnanalysed: 0 },
}
/** Something in every area, and nothing wrong anywhere. */
const fine: PostureNumbers = {
  ...nothing,
  systems: 4,
  inUse: 4,
  covered: 4,
  vendors: 3,
  inForce: 3,
  risksOpen: 6,
  rulesInPlace: 12,
  assessmentsSigned: 2,
  ...{ trainingPeople: 7, trainingDone: 7 },
  open: 9,
  checks: 5,
}

const of = (numbers: Partial<PostureNumbers>, past: Past | NoPast = 'not-kept', from = fine) =>
  judge({ ...from, ...numbers }, () => past)
const area = (key: AreaKey, numbers: Partial<PostureNumbers>, past?: Past | NoPast) => {
  const found = of(numbers, past).find((posture) => posture.key === key)
  if (!found) throw new Error(key)
  return found
}

test('where nothing is wrong everything is fine, and where nothing is at all nothing is judged', () => {
  expect(of({}).map(({ state }) => state)).toEqual(areas.map(() => 'ok'))
  expect(of({}, 'not-kept', nothing).map(({ state }) => state)).toEqual(areas.map(() => 'none'))
})

test.each<[PostureKey, AreaKey, PostureState]>([
  ['exposed', 'patient-data', 'danger'],
  ['trainingLateLong', 'training', 'danger'],
  ['trainingLate', 'training', 'attention'],
  ['risksBeyond', 'risks', 'danger'],
  ['acceptancesEnded', 'risks', 'danger'],
  ['risksUndecided', 'risks', 'attention'],
  ['risksUnscored', 'risks', 'attention'],
  ['acceptancesEnding', 'risks', 'attention'],
  ['override', 'patient-data', 'danger'],
  ['stopped', 'patient-data', 'attention'],
  ['undescribed', 'patient-data', 'attention'],
  ['lapsing', 'patient-data', 'attention'],
  ['highLacking', 'ai-systems', 'danger'],
  ['highOrphan', 'ai-systems', 'danger'],
  ['otherLacking', 'ai-systems', 'attention'],
  ['otherOrphan', 'ai-systems', 'attention'],
  ['dataUnknown', 'ai-systems', 'attention'],
  ['lapsedGrave', 'agreements', 'danger'],
  ['undetermined', 'agreements', 'danger'],
  ['incomplete', 'agreements', 'attention'],
  ['expiring', 'agreements', 'attention'],
  ['lapsedOther', 'agreements', 'attention'],
  ['vendorDataUnknown', 'agreements', 'attention'],
  ['rulesRequired', 'controls', 'danger'],
  ['rulesAddressable', 'controls', 'danger'],
  ['rulesFailing', 'controls', 'danger'],
  ['rulesPartly', 'controls', 'attention'],
  ['rulesVoluntary', 'controls', 'attention'],
  ['dataUnanalysed', 'assessments', 'danger'],
  ['analysisOverdue', 'assessments', 'danger'],
  ['assessmentsOverdue', 'assessments', 'attention'],
  ['overdue', 'duties', 'attention'],
  ['overdueGrave', 'duties', 'danger'],
  ['overdueLong', 'duties', 'danger'],
  ['firstReviewsOverdue', 'checks', 'danger'],
  ['reviewsOverdue', 'checks', 'attention'],
  ['filesOverdue', 'checks', 'attention'],
])('one of %s makes %s %s, and no other area', (key, where, state) => {
  const states = Object.fromEntries(of({ [key]: 1 }).map((posture) => [posture.key, posture.state]))
  const others = Object.fromEntries(areas.map((one) => [one.key, 'ok']))
  expect(states).toEqual({ ...others, [where]: state })
})

test('every rule is in that table, none is said twice, and the gravest decides', () => {
  const rules = areas.flatMap((one) => one.rules)
  expect(rules).toHaveLength(37)
  expect(new Set(rules.map(({ says }) => says)).size).toBe(37)
  expect(new Set(rules.map(({ href }) => href)).size).toBe(37)
  expect(area('duties', { overdue: 3, overdueGrave: 1 }).state).toBe('danger')
})

test('a practice of which nothing is known is not fine', () => {
  const unknown = of(
    { undescribed: 2, systems: 2, inUse: 2, dataUnknown: 2, vendors: 1, vendorDataUnknown: 1 },
    'not-kept',
    nothing,
  )
  const known = ['patient-data', 'ai-systems', 'agreements']
  expect(unknown.map(({ state }) => state)).toEqual(
    areas.map(({ key }) => (known.includes(key) ? 'attention' : 'none')),
  )
})

describe('the sentence of an area', () => {
  const says = (key: AreaKey, numbers: Partial<PostureNumbers>) =>
    area(key, numbers)
      .sentence.map(({ text }) => text)
      .join('; ')
  test.each([
    [says('patient-data', {}), 'Agreements cover 4 AI systems'],
    [
      says('patient-data', { covered: 0, exposed: 1 }),
      'No agreement covers an AI system yet; 1 runs without',
    ],
    [
      says('patient-data', { exposed: 2, override: 1, stopped: 1, undescribed: 1, lapsing: 1 }),
      'Agreements cover 5 AI systems; 2 run without; 1 is let through for a time; 1 is stopped for lack of one; 2 more',
    ],
    [
      says('duties', { overdue: 1_200, overdueGrave: 1 }),
      '9 duties are open; 1,200 are overdue; patients or the law depend on 1 of them',
    ],
    [
      says('agreements', { undetermined: 1 }),
      '3 agreements are in force; 1 vendor with patient data is not decided on',
    ],
    [
      says('checks', { filesOverdue: 2 }),
      '5 reviews and renewals are planned; 2 files and certificates ended',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

describe('compared with last quarter', () => {
  const on = day('2026-09-30')
  const trend = (now: number, then: number) =>
    area('duties', { overdue: now }, { on, numbers: { overdue: then } }).trend
  test.each([
    [3, 5, 'better', '3 overdue now, 5 on Sep 30, 2026'],
    [5, 3, 'worse', '5 overdue now, 3 on Sep 30, 2026'],
    [3, 3, 'same', '3 overdue now and on Sep 30, 2026'],
  ])('%i now and %i then is %s', (now, then, is, says) => {
    expect(trend(now, then)).toEqual({ is, says, on })
  })
  test('what was not counted then is not taken for 0', () => {
    const past: Past = { on, numbers: { override: 1 } }
    expect(area('patient-data', { override: 1, uncovered: 1 }, past).trend.is).toBe('unknown')
  })
  test('without a past it says so, and why', () => {
    expect(area('ai-systems', {}, 'not-kept').trend).toEqual({
      is: 'unknown',
      says: 'No numbers were kept last quarter',
    })
    expect(area('ai-systems', {}, 'other-reach').trend.says).toMatch(/whole practice/)
  })
})

describe('the first sentence', () => {
  const past: Past = { on: day('2026-09-30'), numbers: nothing }
  const says = (numbers: Partial<PostureNumbers>, before: Past | NoPast = 'not-kept', from = fine) =>
    headlineOf({ ...from, ...numbers }, of(numbers, before, from))
  test.each([
    [
      says({}),
      'Patient data is covered everywhere; nothing else needs attention; nothing yet to compare with last quarter',
    ],
    [
      says({ uncovered: 1, exposed: 1, overdue: 2, overdueLong: 1, lapsedGrave: 1 }, past),
      '1 of 5 AI systems lacks cover for patient data; act now on agreements and duties; since last quarter worse in 3 areas',
    ],
    [
      says({ undescribed: 2, incomplete: 1 }),
      'Whether patient data is covered is not known for 2 of 6 AI systems; look at agreements; nothing yet to compare with last quarter',
    ],
    [
      says({}, { on: past.on, numbers: { ...nothing, overdue: 4, uncovered: 1 } }),
      'Patient data is covered everywhere; nothing else needs attention; since last quarter better in 2 areas, worse in none',
    ],
    [
      says({}, past),
      'Patient data is covered everywhere; nothing else needs attention; as good or bad as last quarter',
    ],
    [
      says({ undescribed: 1 }, 'not-kept', nothing),
      'Whether patient data is covered is not known for the one AI system; there is nothing else to judge; nothing yet to compare with last quarter',
    ],
    [
      says({}, 'not-kept', nothing),
      'No AI system is approved or in use yet; there is nothing else to judge; nothing yet to compare with last quarter',
    ],
    [
      says({ covered: 0, notNeeded: 3 }),
      'No AI system needs an agreement for patient data; nothing else needs attention; nothing yet to compare with last quarter',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

test.each<[Partial<PostureNumbers>, string]>([
  [
    { covered: 3, lapsing: 1, uncovered: 2, notNeeded: 9 },
    '4 of 6 AI systems that need an agreement have one',
  ],
  [{ covered: 1, undescribed: 2 }, '1 of 3 AI systems that need an agreement or may need one has one'],
  [{ undescribed: 2 }, 'Whether patient data is covered is not known for 2 AI systems'],
  [{ notNeeded: 2 }, 'No AI system needs an agreement for patient data'],
  [{}, 'No AI system takes patient data yet'],
])('of %o the bar says: %s', (numbers, expected) => {
  expect(coverSentence({ ...nothing, ...numbers })).toBe(expected)
})
