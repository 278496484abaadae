import { describe, expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { type DueFacts, vendorDuties } from './due.ts'

const base: DueFacts = {
  archived: false,
  patientData: 'yes',
  businessAssociate: 'unknown',
  registeredOn: day('2026-01-31'),
  determinedOn: null,
  reviewedOn: null,
  certificates: [],
}
const open = (facts: Partial<DueFacts>, chosen = {}) =>
  Object.fromEntries(
    vendorDuties({ ...base, ...facts }, chosen)
      .filter((duty) => !duty.doneOn)
      .map((duty) => [duty.key, duty.dueOn]),
  )

describe('what is due for a vendor', () => {
  it('is a determination within 30 days when it has patient data, or as long as the practice says', () => {
    expect(open({})['determination']).toBe('2026-03-02')
    expect(open({}, { 'vendor.determination': 10 })['determination']).toBe('2026-02-10')
  })

  it('is no determination without patient data, or while that is not known', () => {
    expect(open({ patientData: 'no' })).not.toHaveProperty('determination')
    expect(open({ patientData: 'unknown' })).not.toHaveProperty('determination')
  })

  it('marks the determination as done, whichever way it went, and asks again when it was taken back', () => {
    const determined = { businessAssociate: 'no', determinedOn: day('2026-02-10') }
    expect(vendorDuties({ ...base, ...determined }, {})).toContainEqual(
      expect.objectContaining({ key: 'determination', doneOn: '2026-02-10' }),
    )
    expect(open({ ...determined, businessAssociate: 'unknown' })).toHaveProperty(
      'determination',
      '2026-03-02',
    )
  })

  it('is a review a year after it was registered, then a year after the last one, also across a leap day', () => {
    expect(open({})['yearly-review']).toBe('2027-01-31')
    expect(open({ registeredOn: day('2023-01-01'), reviewedOn: day('2024-02-29') })['yearly-review']).toBe(
      '2025-02-28',
    )
  })

  it('does not make a review overdue that fell due before the register knew of the vendor', () => {
    expect(open({ reviewedOn: day('2020-05-01') })['yearly-review']).toBe('2026-03-02')
  })

  it('is to ask for what follows a certificate by the day it ends, counted from the day it was issued', () => {
    const certificate = {
      id: 'c1',
      kind: 'soc2-type2',
      scope: '',
      issuedOn: day('2025-06-30'),
      validUntil: day('2026-06-30'),
      enteredOn: day('2026-02-01'),
    }
    const last = (change: object) =>
      vendorDuties({ ...base, certificates: [{ ...certificate, ...change }] }, {}).at(-1)
    expect(last({})).toMatchObject({
      key: 'certificate:c1',
      title: 'Ask for the next SOC 2 type 2',
      sinceOn: '2025-06-30',
      dueOn: '2026-06-30',
    })
    expect(last({ issuedOn: null })?.sinceOn).toBe('2026-02-01')
    expect(last({ kind: 'other', scope: 'Penetration test' })?.title).toBe(
      'Ask for the next Penetration test',
    )
    expect(last({ validUntil: null })?.key).toBe('yearly-review')
  })

  it('is nothing once it is archived', () => {
    expect(vendorDuties({ ...base, archived: true }, {})).toEqual([])
  })
})
