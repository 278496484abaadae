import type { StarterRisk } from '../library.ts'
import { biasRisks } from './risks-bias.ts'
import { clinicalSafetyRisks } from './risks-clinical-safety.ts'
import { legalRisks } from './risks-legal.ts'
import { operationalRisks } from './risks-operational.ts'
import { privacyRisks } from './risks-privacy.ts'
import { reputationRisks } from './risks-reputation.ts'
import { securityRisks } from './risks-security.ts'

/** Risks of healthcare AI that a practice can take into its register. NIST AI 600-1’s risk 2.1, knowledge for weapons, has none: it is hardly ever in scope. */
export const starterRisks: readonly StarterRisk[] = [
  ...privacyRisks,
  ...securityRisks,
  ...clinicalSafetyRisks,
  ...biasRisks,
  ...legalRisks,
  ...operationalRisks,
  ...reputationRisks,
]
