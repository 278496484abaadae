import type { Prisma } from '#lib/platform/prisma/client'
import { type SystemFacts, systemFactsShape } from './skip.ts'

/** What the facts of a system are read from. */
export const factsSelect = {
  patientData: true,
  generative: true,
  reachesPatient: true,
  decisionSupport: true,
  useKind: true,
  vendorName: true,
  vendorId: true,
  flows: { where: { archivedAt: null }, select: { trainsModel: true, deidentification: true } },
} as const satisfies Prisma.AiSystemSelect

type Found = Prisma.AiSystemGetPayload<{ select: typeof factsSelect }>

/** The facts on which questions depend, from the system as it stands. */
export function factsOf({ flows, vendorName, vendorId, ...system }: Found): SystemFacts {
  return systemFactsShape.parse({
    ...system,
    hasVendor: vendorId !== null || vendorName !== '',
    flows: flows.length,
    mayTrain: flows.filter(({ trainsModel }) => trainsModel !== 'no').length,
    deidentified: flows.filter(({ deidentification }) => deidentification !== 'none').length,
  })
}
