import type { Prisma } from '#lib/platform/prisma/client'
import type { AssociateState } from './options.ts'

/** What decides whether somebody has to determine if a vendor is a business associate. */
export interface DeterminationFacts {
  patientData: string
  businessAssociate: string
}

/** Whether it has patient data and nobody has determined what it is. */
export function lacksDetermination({ patientData, businessAssociate }: DeterminationFacts): boolean {
  return patientData === 'yes' && businessAssociate === 'unknown'
}

/** How a vendor stands: determined, a gap, or not asked as long as it has no patient data. */
export function associateState(facts: DeterminationFacts): AssociateState {
  if (facts.businessAssociate === 'yes' || facts.businessAssociate === 'no') return facts.businessAssociate
  return lacksDetermination(facts) ? 'gap' : 'open'
}

/** `associateState` as a condition. */
export function associateCondition(state: string): Prisma.VendorWhereInput {
  if (state === 'gap') return { businessAssociate: 'unknown', patientData: 'yes' }
  if (state === 'open') return { businessAssociate: 'unknown', patientData: { not: 'yes' } }
  return { businessAssociate: state }
}
