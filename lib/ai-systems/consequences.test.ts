import { describe, expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { dutyChanges, openPoints, reviewAnswer } from './consequences.ts'
import { type DueFacts, notLookedAt } from './due.ts'
import { safeguards } from './safeguards.ts'

const approved: DueFacts = {
  stage: 'approved',
  tier: 'moderate',
  archived: false,
  proposedOn: day('2026-01-10'),
  registeredOn: day('2026-01-10'),
  approvedOn: day('2026-02-10'),
  reviewedOn: day('2026-02-01'),
  dataReviewedOn: null,
  logsReviewedOn: null,
  ...notLookedAt,
  flows: [{ deidentification: 'none' }],
}
const keys = (duties: readonly { key: string }[]) => duties.map((duty) => duty.key)

describe('what a change does to the duties', () => {
  it('lets the log review begin when a system is put in use', () => {
    const { ends, begins } = dutyChanges(approved, { stage: 'in-use' }, {})
    expect(keys(begins)).toEqual(['log-review'])
    expect(ends).toEqual([])
  })

  it('ends all duties in the archive, and lets them begin again with it', () => {
    expect(keys(dutyChanges(approved, { archived: true }, {}).ends)).toEqual(['yearly-review', 'data-review'])
    const back = dutyChanges({ ...approved, archived: true }, { archived: false }, {})
    expect(keys(back.begins)).toEqual(['yearly-review', 'data-review'])
  })

  it('counts a duty that is done as none', () => {
    const proposed: DueFacts = { ...approved, stage: 'proposed', approvedOn: null }
    expect(dutyChanges(proposed, { archived: true }, {})).toEqual({ ends: [], begins: [] })
  })
})

describe('what is said after a review', () => {
  const logs = { key: 'log-review', title: 'Look at its logs', dueOn: '2027-02-21' }
  const yearly = { key: 'yearly-review', title: 'Review it in full', dueOn: '2027-11-21' }

  it('is when it is due again', () => {
    expect(reviewAnswer('review', [logs, yearly])).toBe('Recorded. Next due Nov 21, 2027.')
    expect(reviewAnswer('logs', [logs, yearly])).toBe('Recorded. Next due Feb 21, 2027.')
  })

  it('promises no date that does not follow', () => {
    expect(reviewAnswer('review', [])).toBe('Recorded. Nothing further is due at this stage.')
    expect(reviewAnswer('review', [logs])).toBe('Recorded. Due next: look at its logs, Feb 21, 2027.')
  })
})

describe('what an approval takes on', () => {
  const flow = { ref: 'FLOW-1', deidentification: 'none', trainsModel: 'no', authorization: 'no' }
  const settled = safeguards.map(({ key }) => ({ key, state: 'met' }))

  it('is nothing when all is settled', () => {
    expect(openPoints({ safeguards: settled, flows: [flow] })).toEqual([])
    expect(openPoints({ safeguards: settled, flows: [] })).toEqual([])
  })

  it('is every safeguard and every answer on identifiable data that is open', () => {
    const states = settled.map((row) =>
      row.key === 'mfa'
        ? { ...row, state: 'not-met' }
        : row.key === 'stop'
          ? { ...row, state: 'unknown' }
          : row,
    )
    const flows = [
      { ...flow, trainsModel: 'yes' },
      { ...flow, ref: 'FLOW-2', trainsModel: 'unknown', authorization: 'unknown' },
      {
        ...flow,
        ref: 'FLOW-3',
        deidentification: 'safe-harbor',
        trainsModel: 'yes',
        authorization: 'unknown',
      },
    ]
    expect(openPoints({ safeguards: states, flows })).toEqual([
      'Safeguards that are not met: Second factor at sign-in.',
      'Safeguards that are not known: Somebody here can stop it.',
      'Identifiable patient data trains the model: FLOW-1.',
      'Whether identifiable patient data trains the model is not known: FLOW-2.',
      'Whether patients must authorize it is not known: FLOW-2.',
    ])
    expect(openPoints({ safeguards: [], flows: [] })).toEqual([
      expect.stringMatching(/^Safeguards that are not known: Encrypted/),
    ])
  })
})
