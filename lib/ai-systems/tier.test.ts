import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeTier, type TierFacts, tierReasons } from './tier.ts'

const quiet: TierFacts = {
  useKind: 'administrative',
  reachesPatient: 'no',
  licensedReview: 'no',
  therapy: 'no',
  generative: 'no',
  decisionSupport: 'no',
  protectedInputs: [],
  patientData: 'no',
  flows: [],
}
const identifiable = { deidentification: 'none', trainsModel: 'no' }

describe('the risk tier', () => {
  it('is low only when nothing speaks against it and everything is known', () => {
    expect(computeTier(quiet)).toBe('low')
    for (const key of ['useKind', 'reachesPatient', 'therapy', 'patientData'] as const)
      expect(computeTier({ ...quiet, [key]: 'unknown' })).toBe('moderate')
  })

  it('is moderate when identifiable patient data flows in, and not when it is truly de-identified', () => {
    expect(computeTier({ ...quiet, flows: [identifiable] })).toBe('moderate')
    expect(computeTier({ ...quiet, flows: [{ ...identifiable, deidentification: 'pseudonymised' }] })).toBe(
      'moderate',
    )
    expect(
      computeTier({ ...quiet, flows: [{ ...identifiable, deidentification: 'limited-data-set' }] }),
    ).toBe('moderate')
    expect(computeTier({ ...quiet, flows: [{ ...identifiable, deidentification: 'safe-harbor' }] })).toBe(
      'low',
    )
    expect(
      computeTier({ ...quiet, flows: [{ ...identifiable, deidentification: 'expert-determination' }] }),
    ).toBe('low')
  })

  it('is high for therapy, unread clinical output, protected inputs in decisions, and training on patients', () => {
    expect(computeTier({ ...quiet, therapy: 'yes' })).toBe('high')
    expect(computeTier({ ...quiet, useKind: 'clinical', licensedReview: 'no' })).toBe('high')
    expect(computeTier({ ...quiet, useKind: 'clinical', licensedReview: 'yes' })).toBe('moderate')
    expect(computeTier({ ...quiet, decisionSupport: 'yes', protectedInputs: ['race'] })).toBe('high')
    expect(computeTier({ ...quiet, flows: [{ ...identifiable, trainsModel: 'yes' }] })).toBe('high')
  })

  it('gives its reasons in words, gravest first', () => {
    const reasons = tierReasons({
      ...quiet,
      decisionSupport: 'yes',
      protectedInputs: ['race', 'proxy-zip'],
      generative: 'yes',
    })
    expect(reasons[0]).toEqual({
      tier: 'high',
      because: 'It supports care decisions and uses race and ZIP code or address as an input.',
    })
    expect(reasons.map((reason) => reason.tier)).toEqual(['high', 'moderate', 'moderate'])
  })

  it('never falls when one more answer turns from no to yes', () => {
    const rank = { low: 0, moderate: 1, high: 2 }
    const answer = fc.constantFrom('yes', 'no')
    const facts = fc.record({
      useKind: fc.constantFrom('clinical', 'administrative', 'both'),
      reachesPatient: answer,
      licensedReview: answer,
      therapy: answer,
      generative: answer,
      decisionSupport: answer,
      protectedInputs: fc.subarray(['race', 'sex']),
      patientData: answer,
      flows: fc.array(
        fc.record({ deidentification: fc.constantFrom('none', 'safe-harbor'), trainsModel: answer }),
        { maxLength: 2 },
      ),
    })
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('reachesPatient', 'therapy', 'generative', 'decisionSupport', 'patientData'),
        (base, key) => {
          expect(rank[computeTier({ ...base, [key]: 'yes' })]).toBeGreaterThanOrEqual(
            rank[computeTier({ ...base, [key]: 'no' })],
          )
        },
      ),
    )
  })
})
