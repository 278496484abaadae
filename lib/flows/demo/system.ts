import type { Stage } from '#lib/ai-systems/options'

/** Days before the demo's today. */
type DaysAgo = number

interface DemoFlow {
  purpose: string
  identifiers: string[]
  clinicalClasses: string[]
  destination: string
  minimumNecessary: string
  deidentification?: string
  retention: string
  trainsModel?: 'yes' | 'no' | 'unknown'
  authorization?: 'yes' | 'no' | 'unknown'
}

/** One AI system of the demo practice and its life so far. Vendors and products are invented. */
export interface DemoSystem {
  name: string
  purpose: string
  category: string
  vendorName: string
  product: string
  runsWhere: string
  users: string
  /** Keys of the demo's people. */
  owner: string | null
  backup: string | null
  /** Keys of the demo's sites; none means the whole practice. */
  sites: string[]
  answers: {
    reachesPatient: string
    licensedReview: string
    useKind: string
    therapy?: string
    generative: string
    decisionSupport?: string
    protectedInputs?: string[]
    patientData: string
  }
  flows?: DemoFlow[]
  /** Safeguards that are not met, not known or not applicable; the others are met. */
  gaps?: Record<string, 'not-met' | 'unknown' | 'not-applicable'>
  proposed: DaysAgo
  proposedBy: string
  moves?: { to: Stage; ago: DaysAgo; why: string }[]
  reviews?: { what: 'review' | 'data' | 'logs'; ago: DaysAgo; note: string }[]
}
