import { describe, expect, it } from 'vitest'
import { importReason } from './import-rows.ts'
import { type ToolFacts, toolUse } from './tool-use.ts'

const sound: ToolFacts = {
  stage: 'in-use',
  stageReason: 'Rolled out downtown',
  approvedOn: '2026-02-01',
  purpose: 'Writes the visit note',
  patientData: 'yes',
  cover: 'covered',
  flows: [
    {
      deidentification: 'none',
      identifiers: ['A'],
      destination: 'Vendor',
      minimumNecessary: 'Only the visit',
    },
  ],
}
const use = (change: Partial<ToolFacts>) => toolUse({ ...sound, ...change })
const [flow] = sound.flows

describe('what staff may do with a tool', () => {
  it('lets patient data in only after approval here, for a purpose, with its flow described', () => {
    expect(use({})).toBe('patient-data')
    expect(use({ stage: 'approved' })).toBe('patient-data')
  })

  it('lets patient data in only under an agreement, or as long as an officer lets it through', () => {
    expect(use({ cover: 'lapsing' })).toBe('patient-data')
    expect(use({ cover: 'not-needed' })).toBe('patient-data')
    expect(use({ cover: 'override' })).toBe('let-through')
    expect(use({ cover: 'uncovered' })).toBe('ask')
    expect(use({ cover: 'undescribed' })).toBe('ask')
  })

  it('promises nothing for what was merely brought in as in use', () => {
    const imported = { stageReason: importReason, approvedOn: '1997-01-01' }
    expect(use(imported)).toBe('unchecked')
    expect(use({ ...imported, purpose: '', flows: [] })).toBe('unchecked')
    expect(use({ ...imported, patientData: 'no', flows: [] })).toBe('unchecked')
    expect(use({ stageReason: '' })).toBe('unchecked')
    expect(use({ approvedOn: null })).toBe('unchecked')
    expect(use({ stage: 'suspended' })).toBe('unchecked')
  })

  it('wants to be asked when a purpose, a flow or a part of one is missing', () => {
    expect(use({ purpose: ' ' })).toBe('ask')
    expect(use({ flows: [] })).toBe('ask')
    expect(use({ patientData: 'unknown', flows: [] })).toBe('ask')
    for (const lacking of [{ identifiers: [] }, { destination: ' ' }, { minimumNecessary: '' }])
      expect(use({ flows: flow ? [flow, { ...flow, ...lacking }] : [] })).toBe('ask')
  })

  it('says no patient data when none goes in, and asks when a flow says otherwise', () => {
    expect(use({ patientData: 'no', flows: [] })).toBe('no-patient-data')
    expect(use({ patientData: 'no' })).toBe('ask')
  })
})
