import type { RuleId } from '#lib/law/rules'
import { isIdentifiable } from './tier.ts'

/** The facts that decide which law an AI system touches. */
export interface RuleFacts {
  category: string
  vendorName: string
  runsWhere: string
  useKind: string
  reachesPatient: string
  licensedReview: string
  therapy: string
  generative: string
  decisionSupport: string
  protectedInputs: readonly string[]
  patientData: string
  flows: readonly {
    deidentification: string
    clinicalClasses: readonly string[]
    trainsModel: string
    authorization: string
  }[]
}

export interface ApplicableRule {
  rule: RuleId
  because: string
  /** False when an open question decides: answered one way the rule applies, the other way it does not. */
  certain: boolean
}

/** How sure it is that something holds, and the open question when it is not. */
type Holds = true | false | { open: string }

const questions = {
  patientData: 'whether patient data goes in',
  useKind: 'whether it is clinical',
  reachesPatient: 'whether its output reaches patients',
  licensedReview: 'whether a licensed person reads it first',
  therapy: 'whether it takes part in therapy',
  generative: 'whether it is generative',
  decisionSupport: 'whether it supports care decisions',
  runsWhere: 'where it runs',
} as const

/** All must hold. One that certainly does not decides; else the first open question does. */
function all(...conditions: Holds[]): Holds {
  if (conditions.includes(false)) return false
  return conditions.find((condition) => condition !== true) ?? true
}

/** One must hold. */
function either(...conditions: Holds[]): Holds {
  if (conditions.includes(true)) return true
  return conditions.find((condition) => condition !== false) ?? false
}

/**
 * Which rules an AI system touches, and why, for a practice that works in these states (two-letter codes). HIPAA first,
 * then civil rights law, then the states. What is not known yet counts as possible and is marked as not certain.
 */
export function applicableRules(facts: RuleFacts, states: readonly string[]): ApplicableRule[] {
  const is = (key: 'patientData' | 'reachesPatient' | 'therapy' | 'generative' | 'decisionSupport'): Holds =>
    facts[key] === 'unknown' ? { open: questions[key] } : facts[key] === 'yes'
  const clinical: Holds =
    facts.useKind === 'unknown'
      ? { open: questions.useKind }
      : facts.useKind === 'clinical' || facts.useKind === 'both'
  const unread: Holds =
    facts.licensedReview === 'unknown' ? { open: questions.licensedReview } : facts.licensedReview === 'no'
  const patientData = facts.flows.length > 0 || is('patientData')
  const elsewhere: Holds =
    facts.runsWhere === 'unknown' && facts.vendorName === ''
      ? { open: questions.runsWhere }
      : facts.runsWhere !== 'own-servers'
  const flow = (test: (one: RuleFacts['flows'][number]) => boolean): boolean => facts.flows.some(test)
  const identifiable = flow(isIdentifiable)
  const here = (state: string): boolean => states.includes(state)
  const diagnostic: Holds = either(
    facts.category === 'imaging' || facts.category === 'decision-support',
    is('decisionSupport'),
  )
  const needsConsent = flow(
    (one) =>
      isIdentifiable(one) &&
      (one.trainsModel === 'yes' ||
        one.authorization === 'yes' ||
        one.clinicalClasses.includes('psychotherapy-notes') ||
        facts.category === 'marketing'),
  )
  const candidates: [rule: RuleId, holds: Holds, because: string][] = [
    [
      'minimum-necessary',
      identifiable || all(facts.flows.length === 0, patientData),
      'Patient data goes in.',
    ],
    [
      'business-associate',
      all(identifiable || all(facts.flows.length === 0, patientData), elsewhere),
      'Patient data goes in, and it does not run on the practice’s own computers.',
    ],
    [
      'authorization',
      needsConsent,
      'A flow trains the model, carries psychotherapy notes, serves marketing, or is marked as needing authorization.',
    ],
    [
      'limited-data-set',
      flow((one) => one.deidentification === 'limited-data-set'),
      'A flow is a limited data set.',
    ],
    [
      'de-identification',
      flow((one) => !isIdentifiable(one)),
      'A flow counts as de-identified only as long as the method holds.',
    ],
    ['risk-analysis', patientData, 'Patient data goes in.'],
    ['activity-review', patientData, 'Patient data goes in.'],
    ['evaluation', patientData, 'Patient data goes in.'],
    [
      'decision-support',
      is('decisionSupport'),
      facts.protectedInputs.length > 0
        ? 'It supports care decisions and uses protected inputs: the risk of discrimination has to be reduced.'
        : 'It supports care decisions: whether it uses protected inputs has to be found out.',
    ],
    [
      'ca-genai-message',
      here('CA') && all(is('generative'), is('reachesPatient'), clinical, unread),
      'Clinical text that generative AI wrote reaches patients in California without a licensed person reading it first.',
    ],
    [
      'ca-licensed-terms',
      here('CA') && is('reachesPatient'),
      'It speaks or writes to patients in California.',
    ],
    [
      'tx-ai-records',
      here('TX') && all(clinical, diagnostic),
      'It can take part in diagnosis, and the practice works in Texas.',
    ],
    ['tx-disclosure', here('TX') && clinical, 'It is used in care, and the practice works in Texas.'],
    [
      'ut-disclosure',
      here('UT') && all(is('generative'), is('reachesPatient'), clinical),
      'It answers patients on health in Utah.',
    ],
    ['il-therapy', here('IL') && is('therapy'), 'It takes part in mental-health therapy in Illinois.'],
  ]
  return candidates.flatMap(([rule, holds, because]): ApplicableRule[] => {
    if (holds === false) return []
    if (holds === true) return [{ rule, because, certain: true }]
    return [{ rule, because: `It is not known yet ${holds.open}.`, certain: false }]
  })
}
