import { z } from 'zod'

const answer = z.enum(['yes', 'no', 'unknown'])

/** What is known of a system on the day it is asked about, as far as questions depend on it. */
export const systemFactsShape = z.object({
  patientData: answer,
  generative: answer,
  reachesPatient: answer,
  decisionSupport: answer,
  useKind: z.enum(['clinical', 'administrative', 'both', 'unknown']),
  /** Whether somebody outside makes or runs it, as far as the register knows. */
  hasVendor: z.boolean(),
  /** Of the flows of patient data: how many there are, and what is said of them. */
  flows: z.number().int(),
  /** How many of them train a model, or may: “not known” counts. */
  mayTrain: z.number().int(),
  /** How many of them go out after identifiers were taken away. */
  deidentified: z.number().int(),
})

export type SystemFacts = z.output<typeof systemFactsShape>

interface Rule {
  /** Whether the question has nothing to ask about. What is not known yet never skips one. */
  applies: (facts: SystemFacts) => boolean
  /** Shown in place of the question. */
  reason: string
}

/** Why a question may have nothing to ask about: one rule for each, a function of the system’s facts and of nothing else. */
const rules = {
  'patient-data': {
    applies: ({ patientData }) => patientData !== 'no',
    reason: 'No patient data goes into this system.',
  },
  generative: {
    applies: ({ generative }) => generative !== 'no',
    reason: 'This system does not write or generate anything: it follows rules or scores.',
  },
  'patient-data-and-generative': {
    applies: ({ patientData, generative }) => patientData !== 'no' && generative !== 'no',
    reason: 'It asks about patient data in a system that generates text, and this is not one.',
  },
  vendor: {
    applies: ({ hasVendor }) => hasVendor,
    reason: 'The register names no vendor behind this system.',
  },
  'vendor-and-patient-data': {
    applies: ({ hasVendor, patientData }) => hasVendor && patientData !== 'no',
    reason: 'No patient data goes to a vendor with this system.',
  },
  patients: {
    applies: ({ reachesPatient }) => reachesPatient !== 'no',
    reason: 'What it puts out does not reach patients.',
  },
  care: {
    applies: ({ useKind, reachesPatient, decisionSupport }) =>
      useKind !== 'administrative' || reachesPatient !== 'no' || decisionSupport !== 'no',
    reason: 'It is used for office work only, reaches no patient and supports no decision on care.',
  },
  'decision-support': {
    applies: ({ decisionSupport }) => decisionSupport !== 'no',
    reason: 'It is recorded as no tool that supports decisions on care.',
  },
  training: {
    applies: ({ patientData, flows, mayTrain }) => patientData !== 'no' && (flows === 0 || mayTrain > 0),
    reason: 'Every described flow of patient data says that no model is trained on it.',
  },
  deidentified: {
    applies: ({ patientData, flows, deidentified }) =>
      patientData !== 'no' && (flows === 0 || deidentified > 0),
    reason: 'No described flow of patient data is de-identified.',
  },
} as const satisfies Record<string, Rule>

export type SkipRule = keyof typeof rules

/** Why a question has nothing to ask about in this system; null when it is asked. Questions about the practice always are. */
export function skipReason(skip: SkipRule | null, facts: SystemFacts | null): string | null {
  if (skip === null || facts === null) return null
  const rule: Rule = rules[skip]
  return rule.applies(facts) ? null : rule.reason
}
