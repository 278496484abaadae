import { describe, expect, it } from 'vitest'
import { importReason } from './import-rows.ts'
import { type MoveFacts, movesOf } from './life-cycle.ts'

const complete: MoveFacts = {
  stage: 'in-review',
  stageReason: 'Two physicians asked',
  approvedOn: null,
  ownerId: 'a',
  backupId: 'b',
  purpose: 'Writes visit notes.',
  patientData: 'yes',
  reachesPatient: 'no',
  licensedReview: 'yes',
  useKind: 'clinical',
  therapy: 'no',
  generative: 'yes',
  decisionSupport: 'no',
  reviewed: true,
  cover: { state: 'covered', steps: [] },
  flows: [
    {
      deidentification: 'none',
      identifiers: ['A'],
      destination: 'Vendor',
      minimumNecessary: 'Only the visit.',
    },
  ],
  safeguards: [
    { key: 'stop', state: 'met' },
    { key: 'fallback', state: 'not-applicable' },
  ],
}
const ready = (facts: MoveFacts, to: string) => movesOf(facts).find((move) => move.to === to)?.ready

describe('the life cycle', () => {
  it('offers only the moves that follow a stage', () => {
    expect(movesOf(complete).map((move) => move.to)).toEqual(['approved', 'proposed', 'retired'])
    const inUse = { ...complete, stage: 'in-use', approvedOn: '2026-02-01' } as const
    expect(movesOf(inUse).map((move) => move.to)).toEqual(['suspended', 'retired'])
  })

  it('approves only what is known, described and reviewed', () => {
    expect(ready(complete, 'approved')).toBe(true)
    const gaps: Partial<MoveFacts>[] = [
      { ownerId: null },
      { purpose: ' ' },
      { therapy: 'unknown' },
      { generative: 'unknown' },
      { patientData: 'unknown' },
      { flows: [] },
      { flows: [{ deidentification: 'none', identifiers: [], destination: 'x', minimumNecessary: 'x' }] },
      { reviewed: false },
    ]
    for (const gap of gaps) expect(ready({ ...complete, ...gap }, 'approved')).toBe(false)
  })

  it('ticks nothing that is not true', () => {
    const of = (gap: Partial<MoveFacts>) =>
      movesOf({ ...complete, ...gap }).find((move) => move.to === 'approved')?.requirements ?? []
    const lawLine = (gap: Partial<MoveFacts>) =>
      of(gap).find(({ says }) => says.includes('which law applies'))
    const flowLine = (gap: Partial<MoveFacts>) => of(gap).find(({ at }) => at === 'flows')
    expect(lawLine({})).toMatchObject({ met: true })
    expect(lawLine({ patientData: 'unknown' })).toMatchObject({ met: false, at: 'patientData' })
    expect(lawLine({ generative: 'unknown' })).toMatchObject({ met: false, at: 'generative' })
    expect(flowLine({})).toMatchObject({ met: true })
    expect(flowLine({ flows: [] })).toMatchObject({ met: false })
    expect(flowLine({ patientData: 'no', flows: [] })).toBeUndefined()
    expect(flowLine({ patientData: 'unknown', flows: [] })).toBeUndefined()
    const [flow] = complete.flows
    const half = flow ? [flow, { ...flow, destination: ' ' }] : []
    expect(flowLine({ patientData: 'no', flows: half })).toMatchObject({ met: false })
  })

  it('does not ask for identifiers of a flow that is truly de-identified', () => {
    const flows = [
      { deidentification: 'safe-harbor', identifiers: [], destination: '', minimumNecessary: '' },
    ]
    expect(ready({ ...complete, flows }, 'approved')).toBe(true)
  })

  it('puts in use only what somebody can stop and staff can do without', () => {
    const approved: MoveFacts = { ...complete, stage: 'approved' }
    expect(ready(approved, 'in-use')).toBe(true)
    expect(ready({ ...approved, backupId: null }, 'in-use')).toBe(false)
    expect(ready({ ...approved, safeguards: [{ key: 'stop', state: 'unknown' }] }, 'in-use')).toBe(false)
  })

  it('lets what a file called in use be approved here, once it is all there', () => {
    const imported: MoveFacts = {
      ...complete,
      stage: 'in-use',
      stageReason: importReason,
      approvedOn: '1997-01-01',
    }
    expect(ready(imported, 'approved')).toBe(true)
    expect(ready({ ...imported, reviewed: false }, 'approved')).toBe(false)
    expect(movesOf({ ...imported, stageReason: 'Rolled out' }).map((move) => move.to)).not.toContain(
      'approved',
    )
  })

  it('names what is missing as things, not as sentences that read like facts', () => {
    for (const { requirements } of [...movesOf(complete), ...movesOf({ ...complete, stage: 'approved' })])
      for (const { says } of requirements) expect(says).not.toMatch(/\.$|^It |^Its /)
  })

  it('can always be stopped', () => {
    expect(
      ready({ ...complete, stage: 'in-use', ownerId: null, flows: [], safeguards: [] }, 'suspended'),
    ).toBe(true)
  })
})
