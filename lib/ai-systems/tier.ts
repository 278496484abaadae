import { listInWords } from '#lib/base/text'
import { type Option, optionLabel } from '#lib/kernel/table'
import { protectedInputs, type Tier } from './options.ts'

/** The facts that the tier depends on. */
export interface TierFacts {
  useKind: string
  reachesPatient: string
  licensedReview: string
  therapy: string
  generative: string
  decisionSupport: string
  protectedInputs: readonly string[]
  patientData: string
  flows: readonly { deidentification: string; trainsModel: string }[]
}

export interface TierReason {
  tier: Tier
  because: string
}

/** Ways of de-identification after which patients cannot be told apart (45 CFR 164.514(b)). */
export const notIdentifiable: readonly string[] = ['safe-harbor', 'expert-determination']

/** Data from which patients can still be told apart. */
export function isIdentifiable(flow: { deidentification: string }): boolean {
  return !notIdentifiable.includes(flow.deidentification)
}

/** Every reason that speaks for a tier above low, gravest first. */
export function tierReasons(facts: TierFacts): TierReason[] {
  const clinical = facts.useKind === 'clinical' || facts.useKind === 'both'
  const identifiable = facts.flows.some(isIdentifiable)
  const high: [boolean, string][] = [
    [facts.therapy === 'yes', 'It takes part in mental-health therapy.'],
    [clinical && facts.licensedReview === 'no', 'No licensed person reads its clinical output first.'],
    [
      clinical && facts.reachesPatient === 'yes' && facts.licensedReview === 'unknown',
      'Its clinical output reaches patients, and whether a licensed person reads it first is not known.',
    ],
    [
      facts.decisionSupport === 'yes' && facts.protectedInputs.length > 0,
      `It supports care decisions and uses ${inputsInWords(facts.protectedInputs)} as an input.`,
    ],
    [
      facts.flows.some((flow) => isIdentifiable(flow) && flow.trainsModel === 'yes'),
      'Identifiable patient data is used to train it.',
    ],
  ]
  const moderate: [boolean, string][] = [
    [identifiable, 'Identifiable patient data flows into it.'],
    [
      facts.patientData === 'yes' && facts.flows.length === 0,
      'Patient data goes in, but no flow describes which.',
    ],
    [facts.reachesPatient === 'yes', 'Its output reaches patients.'],
    [clinical, 'It is used in care.'],
    [facts.decisionSupport === 'yes', 'It supports care decisions.'],
    [facts.generative === 'yes', 'It writes or speaks by itself and can make things up.'],
    [facts.patientData === 'unknown', 'Whether patient data goes in is not known yet.'],
    [facts.reachesPatient === 'unknown', 'Whether its output reaches patients is not known yet.'],
    [facts.useKind === 'unknown', 'Whether it is clinical or administrative is not known yet.'],
    [facts.therapy === 'unknown', 'Whether it takes part in therapy is not known yet.'],
  ]
  const pick = (tier: Tier, rules: [boolean, string][]) =>
    rules.filter(([holds]) => holds).map(([, because]) => ({ tier, because }))
  return [...pick('high', high), ...pick('moderate', moderate)]
}

/** The tier computed from the facts: the gravest reason decides; none means low. */
export function computeTier(facts: TierFacts): Tier {
  return tierReasons(facts)[0]?.tier ?? 'low'
}

function inputsInWords(values: readonly string[]): string {
  const options: readonly Option[] = protectedInputs
  return listInWords(
    values.map((value) => {
      const words = optionLabel(options, value).replace('Stand-in: ', '')
      return words.startsWith('ZIP') ? words : words.toLowerCase()
    }),
  )
}
