import { lacksSafeguard, takesIdentifiableData } from '#lib/ai-systems/gaps'
import { type Stage, stages, type Tier, tiers } from '#lib/ai-systems/options'
import { visible } from '#lib/ai-systems/policy'
import type { Actor } from '#lib/kernel/access'
import { type Answer, answers } from '#lib/kernel/answers'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.AiSystemWhereInput

export interface SystemCounts {
  /** Everything in the register that is not archived. */
  all: number
  /** Everything not retired either. */
  current: number
  byStage: Record<Stage, Record<Tier, number>>
  /** What is in use and lacks something. */
  inUse: { all: number; withoutOwner: number; dataUnknown: number; lacksSafeguard: number }
  /** Current systems by what patient data goes in. */
  data: { identifiable: number; other: number; none: number; unknown: number }
}

const current: Where = { archivedAt: null, stage: { not: 'retired' satisfies Stage } }

/** The AI systems within the actor's view, counted in three statements. */
export async function countSystems(tx: Tx, actor: Actor): Promise<SystemCounts> {
  const groups = await tx.aiSystem.groupBy({
    by: ['stage', 'tier', 'patientData'],
    where: { AND: [visible(actor), { archivedAt: null }] },
    _count: { _all: true, ownerId: true },
  })
  const identifiable = await tx.aiSystem.groupBy({
    by: ['patientData'],
    where: { AND: [visible(actor), current, takesIdentifiableData] },
    _count: { _all: true },
  })
  const lacking = await tx.aiSystem.count({
    where: { AND: [visible(actor), current, { stage: 'in-use' satisfies Stage }, lacksSafeguard] },
  })
  return fold(groups, identifiable, lacking)
}

interface Group {
  stage: string
  tier: string
  patientData: string
  _count: { _all: number; ownerId: number }
}

function fold(
  groups: readonly Group[],
  identifiable: readonly { patientData: string; _count: { _all: number } }[],
  lacking: number,
): SystemCounts {
  const sum = (
    matches: (group: Group) => boolean,
    counted: (group: Group) => number = (g) => g._count._all,
  ) => groups.filter(matches).reduce((total, group) => total + counted(group), 0)
  const byStage = Object.fromEntries(
    stages.map(({ value: stage }) => [
      stage,
      Object.fromEntries(
        tiers.map(({ value: tier }) => [tier, sum((group) => group.stage === stage && group.tier === tier)]),
      ),
    ]),
  ) as SystemCounts['byStage']
  const inUse = (group: Group) => group.stage === 'in-use'
  const takes = (answer: Answer) =>
    identifiable.find(({ patientData }) => patientData === answer)?._count._all ?? 0
  const rest = (answer: Answer) =>
    sum((group) => group.stage !== 'retired' && group.patientData === answer) - takes(answer)
  return {
    all: sum(() => true),
    current: sum((group) => group.stage !== 'retired'),
    byStage,
    inUse: {
      all: sum(inUse),
      withoutOwner: sum(inUse, ({ _count }) => _count._all - _count.ownerId),
      dataUnknown: sum((group) => inUse(group) && group.patientData === 'unknown'),
      lacksSafeguard: lacking,
    },
    data: {
      identifiable: answers.reduce((total, { value }) => total + takes(value), 0),
      other: rest('yes'),
      none: rest('no'),
      unknown: rest('unknown'),
    },
  }
}
