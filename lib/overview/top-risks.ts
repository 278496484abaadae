import { z } from 'zod'
import { type Day, lastQuarterEnd } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'

/** One of the gravest open risks, and where it stood at the end of last quarter. */
export interface TopRisk {
  id: string
  ref: string
  title: string
  /** Current score, 1 to 25. */
  score: number
  treatment: string
  /** Null when it was not scored then. */
  before: number | null
}

export interface TopRisks {
  rows: TopRisk[]
  /** The day that `before` is of. */
  on: Day
}

const scoredRow = z.object({ riskId: z.string(), score: z.int().nullable() })

/** The open risks with the highest current scores. Two statements, both by index. `within` says which risks. */
export async function topRisks(
  tx: Tx,
  within: Prisma.RiskWhereInput,
  today: Day,
  most: number,
): Promise<TopRisks> {
  const on = lastQuarterEnd(today)
  const found = await tx.risk.findMany({
    where: { AND: [within, { archivedAt: null, closedOn: null, currentScore: { not: null } }] },
    select: { id: true, ref: true, title: true, currentScore: true, treatment: true },
    orderBy: [{ currentScore: 'desc' }, { id: 'asc' }],
    take: most,
  })
  const then = z.array(scoredRow).parse(
    await tx.$queryRaw`
      SELECT DISTINCT ON ("riskId") "riskId", ("currentLikelihood" * "currentImpact")::int AS score
      FROM "RiskScore"
      WHERE "riskId" = ANY(${found.map(({ id }) => id)}::uuid[]) AND "scoredOn" <= ${on}::date
      ORDER BY "riskId", "scoredOn" DESC, "id" DESC`,
  )
  const before = new Map(then.map(({ riskId, score }) => [riskId, score]))
  return {
    on,
    rows: found.map(({ currentScore, ...risk }) => ({
      ...risk,
      score: currentScore ?? 0,
      before: before.get(risk.id) ?? null,
    })),
  }
}
