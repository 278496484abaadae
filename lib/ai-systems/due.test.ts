import { describe, expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { type DueFacts, notLookedAt, systemDuties } from './due.ts'

const base: DueFacts = {
  stage: 'proposed',
  tier: 'moderate',
  archived: false,
  proposedOn: day('2026-01-31'),
  registeredOn: day('2020-01-01'),
  approvedOn: null,
  reviewedOn: null,
  dataReviewedOn: null,
  logsReviewedOn: null,
  ...notLookedAt,
  flows: [],
}
const dates = (facts: Partial<DueFacts>, chosen = {}) =>
  Object.fromEntries(
    systemDuties({ ...base, ...facts }, chosen)
      .filter((duty) => !duty.doneOn)
      .map((duty) => [duty.key, duty.dueOn]),
  )
const identifiable = [{ deidentification: 'none' }]

describe('what is due for an AI system', () => {
  it('is a first review within 30 days of the proposal', () => {
    expect(dates({})).toEqual({ 'first-review': '2026-03-02' })
  })

  it('is a yearly review counted from the last one, also across a leap day', () => {
    expect(dates({ stage: 'approved', reviewedOn: day('2024-02-29') })).toEqual({
      'yearly-review': '2025-02-28',
    })
  })

  it('marks the first review as done rather than dropping it', () => {
    const duties = systemDuties({ ...base, reviewedOn: day('2026-02-10') }, {})
    expect(duties).toMatchObject([{ key: 'first-review', doneOn: '2026-02-10' }])
  })

  it('asks for a data review only while identifiable patient data flows in', () => {
    const approved = {
      stage: 'in-use',
      approvedOn: day('2026-02-01'),
      reviewedOn: day('2026-02-01'),
    } as const
    expect(dates({ ...approved, flows: identifiable })['data-review']).toBe('2026-03-03')
    expect(
      dates({ ...approved, flows: identifiable, dataReviewedOn: day('2026-03-01') })['data-review'],
    ).toBe('2027-03-01')
    expect(
      dates({ ...approved, flows: [{ deidentification: 'safe-harbor' }] })['data-review'],
    ).toBeUndefined()
  })

  it('asks for a look at the logs each quarter while it is in use', () => {
    expect(
      dates({ stage: 'in-use', approvedOn: day('2026-11-30'), reviewedOn: day('2026-11-30') })['log-review'],
    ).toBe('2027-02-28')
    expect(
      dates({ stage: 'suspended', approvedOn: day('2026-11-30'), reviewedOn: day('2026-11-30') })[
        'log-review'
      ],
    ).toBeUndefined()
  })

  it('follows the practice’s own cadence within its limits', () => {
    expect(dates({}, { 'ai-system.first-review': 14 })).toEqual({ 'first-review': '2026-02-14' })
    expect(dates({}, { 'ai-system.first-review': 9999 })).toEqual({ 'first-review': '2026-03-02' })
  })

  it('counts what began before the register knew the system from the day it came in', () => {
    const old = { proposedOn: day('1996-03-01'), registeredOn: day('2026-01-31') }
    expect(dates(old)).toEqual({ 'first-review': '2026-03-02' })
    const inUse = { ...old, stage: 'in-use', approvedOn: day('1997-01-01'), flows: identifiable }
    expect(dates(inUse)).toEqual({
      'first-review': '2026-03-02',
      'data-review': '2026-03-02',
      'log-review': '2026-04-30',
    })
  })

  it('gives what was last done before the register knew the system a month, and no longer than its own date', () => {
    const known = {
      stage: 'in-use',
      registeredOn: day('2026-01-31'),
      approvedOn: day('2019-01-01'),
      flows: identifiable,
    }
    const longAgo = day('2019-05-05')
    expect(
      dates({ ...known, reviewedOn: longAgo, dataReviewedOn: longAgo, logsReviewedOn: longAgo }),
    ).toEqual({
      'yearly-review': '2026-03-02',
      'data-review': '2026-03-02',
      'log-review': '2026-03-02',
    })
    expect(dates({ ...known, reviewedOn: day('2025-12-01') })['yearly-review']).toBe('2026-12-01')
  })

  it('counts what began after the system came in from its own day', () => {
    expect(dates({ proposedOn: day('2026-01-31'), registeredOn: day('2020-01-01') })).toEqual({
      'first-review': '2026-03-02',
    })
    const stage = { stage: 'approved', registeredOn: day('2020-01-01') }
    expect(dates({ ...stage, reviewedOn: day('2024-02-29') })).toEqual({ 'yearly-review': '2025-02-28' })
  })

  it('keeps the day that a duty began, so that a later due date is not taken for a duty done', () => {
    const [duty] = systemDuties({ ...base, registeredOn: day('2026-06-01') }, {})
    expect(duty).toMatchObject({ sinceOn: base.proposedOn, dueOn: '2026-07-01' })
  })

  it('is nothing for a retired or archived system', () => {
    expect(systemDuties({ ...base, stage: 'retired' }, {})).toEqual([])
    expect(systemDuties({ ...base, archived: true }, {})).toEqual([])
  })
})
