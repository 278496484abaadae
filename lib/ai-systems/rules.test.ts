import { describe, expect, it } from 'vitest'
import { applicableRules, type RuleFacts } from './rules.ts'

const plain: RuleFacts = {
  category: 'back-office',
  vendorName: 'Acme',
  runsWhere: 'vendor-cloud',
  useKind: 'administrative',
  reachesPatient: 'no',
  licensedReview: 'yes',
  therapy: 'no',
  generative: 'no',
  decisionSupport: 'no',
  protectedInputs: [],
  patientData: 'no',
  flows: [],
}
const identifiable = {
  deidentification: 'none',
  clinicalClasses: ['notes'],
  trainsModel: 'no',
  authorization: 'no',
}
const everywhere = ['CA', 'TX', 'UT', 'IL']

function certain(change: Partial<RuleFacts>, states: readonly string[] = []): string[] {
  return applicableRules({ ...plain, ...change }, states).flatMap(({ rule, certain }) =>
    certain ? [rule] : [],
  )
}
function possible(change: Partial<RuleFacts>, states: readonly string[] = []): string[] {
  return applicableRules({ ...plain, ...change }, states).flatMap(({ rule, certain }) =>
    certain ? [] : [rule],
  )
}

describe('the rules an AI system touches', () => {
  it('are none for back-office work without patient data, in every state', () => {
    expect(applicableRules(plain, everywhere)).toEqual([])
  })

  it('are those of HIPAA once identifiable patient data flows to a vendor', () => {
    expect(certain({ patientData: 'yes', flows: [identifiable] })).toEqual([
      'minimum-necessary',
      'business-associate',
      'risk-analysis',
      'activity-review',
      'evaluation',
    ])
  })

  it('name no business associate when the practice runs it itself', () => {
    expect(certain({ flows: [identifiable], runsWhere: 'own-servers' })).not.toContain('business-associate')
  })

  it('ask for proof of the method, not for minimum necessary, when all data is de-identified', () => {
    const rules = certain({ flows: [{ ...identifiable, deidentification: 'safe-harbor' }] })
    expect(rules).toContain('de-identification')
    expect(rules).not.toContain('minimum-necessary')
    expect(rules).not.toContain('business-associate')
  })

  it.each<[string, Partial<RuleFacts>]>([
    ['training', { flows: [{ ...identifiable, trainsModel: 'yes' }] }],
    ['psychotherapy notes', { flows: [{ ...identifiable, clinicalClasses: ['psychotherapy-notes'] }] }],
    ['marketing', { category: 'marketing', flows: [identifiable] }],
    ['a flow marked so', { flows: [{ ...identifiable, authorization: 'yes' }] }],
  ])('ask for the patient’s authorization for %s', (_, change) => {
    expect(certain(change)).toContain('authorization')
    expect(certain({ flows: [identifiable] })).not.toContain('authorization')
  })

  it('count a limited data set as patient data', () => {
    const rules = certain({ flows: [{ ...identifiable, deidentification: 'limited-data-set' }] })
    expect(rules).toEqual(expect.arrayContaining(['limited-data-set', 'minimum-necessary']))
  })

  it('say of care decision support what is to be done about its inputs', () => {
    const [open] = applicableRules({ ...plain, decisionSupport: 'yes' }, [])
    const [known] = applicableRules({ ...plain, decisionSupport: 'yes', protectedInputs: ['age'] }, [])
    expect(open).toMatchObject({ rule: 'decision-support', certain: true })
    expect(open?.because).toMatch(/found out/)
    expect(known?.because).toMatch(/reduced/)
  })

  const message: Partial<RuleFacts> = {
    generative: 'yes',
    reachesPatient: 'yes',
    useKind: 'clinical',
    licensedReview: 'no',
  }
  it('want a disclaimer in California unless a licensed person reads the message first', () => {
    expect(certain(message, ['CA'])).toEqual(['ca-genai-message', 'ca-licensed-terms'])
    expect(certain({ ...message, licensedReview: 'yes' }, ['CA'])).toEqual(['ca-licensed-terms'])
    expect(certain({ ...message, useKind: 'administrative' }, ['CA'])).toEqual(['ca-licensed-terms'])
  })

  it('are those of the states the practice works in, and of no other', () => {
    const all: Partial<RuleFacts> = { ...message, therapy: 'yes', category: 'imaging' }
    expect(certain(all, [])).toEqual([])
    expect(certain(all, ['TX'])).toEqual(['tx-ai-records', 'tx-disclosure'])
    expect(certain(all, ['UT'])).toEqual(['ut-disclosure'])
    expect(certain(all, ['IL'])).toEqual(['il-therapy'])
  })

  it('stay possible while an answer is open, and say which', () => {
    expect(possible({ ...message, licensedReview: 'unknown' }, ['CA'])).toEqual(['ca-genai-message'])
    expect(possible({ patientData: 'unknown' })).toContain('minimum-necessary')
    const [first] = applicableRules({ ...plain, therapy: 'unknown' }, ['IL'])
    expect(first).toEqual({
      rule: 'il-therapy',
      because: 'It is not known yet whether it takes part in therapy.',
      certain: false,
    })
  })

  it('are not kept possible by one open answer when another rules them out', () => {
    expect(possible({ ...message, generative: 'no', licensedReview: 'unknown' }, ['CA'])).toEqual([])
  })
})
