import type { Day } from '#lib/base/days'
import { listConditions, parseListState } from '#lib/kernel/table'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { riskTable } from '#lib/risks/table'

type Query = Readonly<Record<string, string>>

/** What the posture asks of the risk register, each as the list's filters say it: the number and its rows cannot differ. */
export const riskQueries = {
  risksOpen: { state: 'open' },
  risksBeyond: { state: 'open', appetite: 'beyond', acceptance: 'none,ended' },
  acceptancesEnded: { state: 'open', acceptance: 'ended' },
  risksUndecided: { state: 'open', level: 'critical,high', treatment: 'undecided' },
  risksUnscored: { state: 'open', level: 'unscored' },
  acceptancesEnding: { state: 'open', acceptance: 'ending' },
} as const satisfies Readonly<Record<string, Query>>

export type RiskNumbers = Record<keyof typeof riskQueries, number>

/** Open risks by what is wrong with them. `within` says which risks. One statement each. None of the filters asks who looks. */
export async function countOpenRisks(
  tx: Tx,
  within: Prisma.RiskWhereInput,
  today: Day,
): Promise<RiskNumbers> {
  const count = (query: Query) =>
    tx.risk.count({
      where: {
        AND: [
          within,
          { archivedAt: null },
          ...listConditions(riskTable, parseListState(riskTable, query), { today, personId: '' }),
        ],
      },
    })
  return {
    risksOpen: await count(riskQueries.risksOpen),
    risksBeyond: await count(riskQueries.risksBeyond),
    acceptancesEnded: await count(riskQueries.acceptancesEnded),
    risksUndecided: await count(riskQueries.risksUndecided),
    risksUnscored: await count(riskQueries.risksUnscored),
    acceptancesEnding: await count(riskQueries.acceptancesEnding),
  }
}
