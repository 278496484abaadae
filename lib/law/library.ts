/** A requirement of a shipped framework, named by the framework's key and the requirement's id. */
export interface RequirementRef {
  framework: string
  requirement: string
}

export const riskCategories = {
  privacy: 'Privacy',
  security: 'Security',
  'clinical-safety': 'Clinical safety',
  bias: 'Bias',
  legal: 'Legal',
  operational: 'Operational',
  reputation: 'Reputation',
} as const
export type RiskCategory = keyof typeof riskCategories

/** A risk of healthcare AI that a practice can take into its register and make its own. */
export interface StarterRisk {
  key: string
  title: string
  category: RiskCategory
  /** What the risk is usually written down for. */
  concerns: 'ai-system' | 'vendor' | 'practice'
  /** Why it can happen. */
  cause: string
  /** What then happens. */
  event: string
  /** What it does to patients and to the practice. */
  consequence: string
  /** Who or what brings it about, in a few words. */
  threat: string
  /** The weakness it uses, in a few words. */
  vulnerability: string
  /** Keys of the starter controls that usually lower it. */
  controls: readonly string[]
  requirements: readonly RequirementRef[]
  /** Id of the NIST AI 600-1 risk it belongs to; null where it belongs to none. */
  generativeRisk: string | null
}

/** Something a practice does that answers requirements of several frameworks at once. */
export interface StarterControl {
  key: string
  title: string
  /** What the practice does, in one or two sentences. */
  does: string
  /** What shows that it is done. */
  evidence: string
  /** How often its working is tested. */
  testEveryMonths: 1 | 3 | 6 | 12
  requirements: readonly RequirementRef[]
}
