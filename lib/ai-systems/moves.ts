import type { Tx } from '#lib/platform/db'
import { type Move, movesOf } from './life-cycle.ts'
import { stages } from './options.ts'

/** Every move of a system, with what each still lacks, read fresh. */
export async function movesFor(tx: Tx, id: string): Promise<Move[]> {
  const system = await tx.aiSystem.findUnique({
    where: { id },
    select: {
      stage: true,
      stageReason: true,
      approvedOn: true,
      ownerId: true,
      backupId: true,
      purpose: true,
      patientData: true,
      reachesPatient: true,
      licensedReview: true,
      useKind: true,
      therapy: true,
      generative: true,
      decisionSupport: true,
      reviewedOn: true,
      flows: {
        where: { archivedAt: null },
        select: { deidentification: true, identifiers: true, destination: true, minimumNecessary: true },
      },
      safeguards: { select: { key: true, state: true } },
    },
  })
  const stage = stages.find((known) => known.value === system?.stage)?.value
  return system && stage ? movesOf({ ...system, stage, reviewed: system.reviewedOn !== null }) : []
}
