import { describe, expect, it } from 'vitest'
import { kinds } from './options.ts'
import { type SystemFacts, skipReason } from './skip.ts'
import { leftOut } from './templates/security-risk-analysis.ts'
import { questionsFor, templateOf } from './templates.ts'

const known: SystemFacts = {
  patientData: 'yes',
  generative: 'yes',
  reachesPatient: 'yes',
  decisionSupport: 'yes',
  useKind: 'clinical',
  hasVendor: true,
  flows: 1,
  mayTrain: 1,
  deidentified: 1,
}
const unknown: SystemFacts = {
  patientData: 'unknown',
  generative: 'unknown',
  reachesPatient: 'unknown',
  decisionSupport: 'unknown',
  useKind: 'unknown',
  hasVendor: true,
  flows: 0,
  mayTrain: 0,
  deidentified: 0,
}
const skipped = (kind: (typeof kinds)[number]['value'], facts: SystemFacts) =>
  questionsFor(kind, facts).flatMap((question) => (question.skipped ? question.key : []))

describe('questions are skipped by the facts of the system', () => {
  it('asks everything of a system that has everything', () => {
    for (const { value } of kinds) expect(skipped(value, known)).toEqual([])
  })

  it('asks everything while nothing is known: not knowing is no reason to skip', () => {
    for (const { value } of kinds) expect(skipped(value, unknown)).toEqual([])
  })

  it('asks a rule-based tool nothing about generated text', () => {
    const keys = skipped('ai-rmf', { ...known, generative: 'no' })
    expect(keys).toEqual(['gai-2-2', 'gai-2-4', 'gai-2-7', 'gai-2-8', 'gai-2-9'])
  })

  it('asks nothing about patient data where there is none, and little else of a privacy assessment', () => {
    const keys = skipped('privacy-impact', { ...known, patientData: 'no' })
    expect(keys.length).toBe(templateOf('privacy-impact').questions.length)
    expect(skipped('ai-rmf', { ...known, patientData: 'no' })).toEqual(['rmf-measure-2-10', 'gai-2-4'])
  })

  it('asks about training only while a flow may train a model', () => {
    expect(skipReason('training', { ...known, flows: 2, mayTrain: 0 })).toMatch(/no model is trained/)
    expect(skipReason('training', { ...known, flows: 2, mayTrain: 1 })).toBeNull()
    expect(skipReason('training', { ...known, flows: 0, mayTrain: 0 })).toBeNull()
  })

  it('asks about de-identification only where a flow says that it is done', () => {
    expect(skipReason('deidentified', { ...known, deidentified: 0 })).not.toBeNull()
    expect(skipReason('deidentified', { ...known, flows: 0, deidentified: 0 })).toBeNull()
  })

  it('asks about fairness of care unless it is office work that touches no patient', () => {
    const office: SystemFacts = { ...known, useKind: 'administrative', decisionSupport: 'no' }
    expect(skipReason('care', { ...office, reachesPatient: 'no' })).not.toBeNull()
    expect(skipReason('care', { ...office, reachesPatient: 'yes' })).toBeNull()
    expect(skipReason('care', { ...office, reachesPatient: 'no', useKind: 'both' })).toBeNull()
  })

  it('asks nothing about a vendor where there is none', () => {
    const keys = skipped('ai-rmf', { ...known, hasVendor: false })
    expect(keys).toEqual([
      'rmf-govern-6-1',
      'rmf-govern-6-2',
      'rmf-map-4-1',
      'rmf-manage-3-1',
      'rmf-manage-3-2',
    ])
  })

  it('never skips a question about the practice', () => {
    expect(questionsFor('security-risk-analysis', null).filter(({ skipped }) => skipped)).toEqual([])
  })
})

describe('the questions', () => {
  it.each(kinds)('of $value have keys of their own, a part, words and a citation', ({ value }) => {
    const { questions, parts } = templateOf(value)
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length)
    for (const { key, part, title, text, good, citation } of questions) {
      expect(key).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/)
      expect(parts.map((one) => one.key)).toContain(part)
      expect(text, key).toMatch(/\?$/)
      expect(
        [title, good, citation].filter((words) => words === ''),
        key,
      ).toEqual([])
    }
    for (const { key } of parts)
      expect(
        questions.some(({ part }) => part === key),
        key,
      ).toBe(true)
  })

  it('are as many as a practice can answer in one sitting, and all that the rules list', () => {
    const counts = Object.fromEntries(kinds.map(({ value }) => [value, templateOf(value).questions.length]))
    expect(counts).toEqual({
      'ai-rmf': 44,
      'privacy-impact': 21,
      'section-1557': 12,
      'source-attributes': 31,
      'security-risk-analysis': 62,
    })
    expect(Object.keys(leftOut)).toHaveLength(6)
  })

  it('offer “not available” for exactly the 11 attributes for which the rule allows it', () => {
    const offered = templateOf('source-attributes').questions.filter(({ answers }) =>
      answers.includes('not-available'),
    )
    expect(offered).toHaveLength(11)
    expect(offered.every(({ says }) => says.includes('“not available”'))).toBe(true)
  })

  it('want words where an addressable specification is not done', () => {
    const { questions } = templateOf('security-risk-analysis')
    const needing = questions.filter(({ noteNeededFor }) => noteNeededFor.includes('no'))
    expect(needing.map(({ key }) => key)).toContain('sra-164-312-a-2-iv')
    expect(needing.map(({ key }) => key)).not.toContain('sra-164-308-a-1-ii-a')
  })
})
