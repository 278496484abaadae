import type { StarterRisk } from '../library.ts'
import { biasRisks } from './risks-bias.ts'
import { clinicalSafetyRisks } from './risks-clinical-safety.ts'
import { legalRisks } from './risks-legal.ts'
import { operationalRisks } from './risks-operational.ts'
import { privacyRisks } from './risks-privacy.ts'
import { reputationRisks } from './risks-reputation.ts'
import { securityRisks } from './risks-security.ts'

/** Risks of healthcare AI that a practice can take into its register. The first NIST AI 600-1 risk is left out: no practice meets it. */
export const starterRisks: readonly StarterRisk[] = [
  ...privacyRisks,
  ...securityRisks,
  ...clinicalSafetyRisks,
  ...biasRisks,
  ...legalRisks,
  ...operationalRisks,
  ...reputationRisks,
]
