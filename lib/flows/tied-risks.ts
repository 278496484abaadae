import { type Actor, sitesWith } from '#lib/kernel/access'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'

/** An open risk as pages of controls and requirements list it. */
export interface TiedRisk {
  id: string
  ref: string
  title: string
}

const most = 100

/**
 * The open risks of whom something is true. A risk may belong to a site: they are listed for those who read everything of the
 * practice, null for everybody else, who find theirs on their own list.
 */
export async function tiedRisks(
  tx: Tx,
  actor: Actor,
  where: Prisma.RiskWhereInput,
): Promise<TiedRisk[] | null> {
  if (sitesWith(actor, 'control.read') !== 'all') return null
  return tx.risk.findMany({
    where: { AND: [{ archivedAt: null, closedOn: null }, where] },
    select: { id: true, ref: true, title: true },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: most,
  })
}

/** The open risks that a control lowers. */
export function risksOfControl(actor: Actor, controlId: string): Promise<TiedRisk[] | null> {
  return read(actor, (tx) => tiedRisks(tx, actor, { controls: { some: { controlId } } }))
}
