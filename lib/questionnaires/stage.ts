import type { Prisma } from '#lib/platform/prisma/client'
import type { GapState, Stage } from './options.ts'

interface StageFacts {
  startedAt: Date | null
  /** Links that were not withdrawn, ended ones included. */
  links: readonly unknown[]
  submittedAt: Date | null
  scoredAt: Date | null
}

/** How far a questionnaire is. */
export function stageOf({ startedAt, submittedAt, scoredAt, links }: StageFacts): Stage {
  if (scoredAt) return 'scored'
  if (submittedAt) return 'answered'
  if (links.length === 0) return 'withdrawn'
  return startedAt ? 'started' : 'sent'
}

/** A link that was not withdrawn. */
const linkStands = { revokedAt: null } as const satisfies Prisma.QuestionnaireLinkWhereInput

/** What a select needs for `stageOf`. */
export const standingLinks = { where: linkStands, select: { id: true }, take: 1 } as const

const conditions: Readonly<Record<Stage, Prisma.QuestionnaireWhereInput>> = {
  sent: { submittedAt: null, startedAt: null, links: { some: linkStands } },
  started: { submittedAt: null, startedAt: { not: null }, links: { some: linkStands } },
  withdrawn: { submittedAt: null, links: { none: linkStands } },
  answered: { submittedAt: { not: null }, scoredAt: null },
  scored: { scoredAt: { not: null } },
}

/** `stageOf` as the database asks it. */
export const stageCondition = (stage: string): Prisma.QuestionnaireWhereInput =>
  conditions[stage as Stage] ?? { id: { in: [] } }

/** Whether gaps are left; null while the answers are not looked through. */
export function gapStateOf(facts: { scored: boolean; gaps: number; openGaps: number }): GapState | null {
  if (facts.openGaps > 0) return 'open'
  if (!facts.scored) return null
  return facts.gaps > 0 ? 'settled' : 'none'
}

const gapConditions: Readonly<Record<GapState, Prisma.QuestionnaireWhereInput>> = {
  open: { openGaps: { gt: 0 } },
  settled: { openGaps: 0, gaps: { gt: 0 }, scoredAt: { not: null } },
  none: { gaps: 0, scoredAt: { not: null } },
}

/** `gapStateOf` as the database asks it. */
export const gapCondition = (state: string): Prisma.QuestionnaireWhereInput =>
  gapConditions[state as GapState] ?? { id: { in: [] } }
