import { type Actor, can } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { visible } from './policy.ts'
import { riskTable } from './table.ts'

/** The open risks of an AI system or a vendor that somebody may see. */
export interface RisksAbout {
  open: number
  unscored: number
  /** Those with the highest scores; what nobody scored is not among them. */
  gravest: { id: string; ref: string; title: string; score: number }[]
  /** Where all of them are listed, and those that are not scored. */
  href: string
  unscoredHref: string
}

const mostShown = 3

/** What concerns an AI system or a vendor. Two statements; null for those who do not read the register. */
export function risksAbout(actor: Actor, kind: 'system' | 'vendor', id: string): Promise<RisksAbout | null> {
  if (!can(actor, 'risk.read')) return Promise.resolve(null)
  const concerns: Prisma.RiskWhereInput =
    kind === 'system' ? { systems: { some: { systemId: id } } } : { vendors: { some: { vendorId: id } } }
  const where = { AND: [visible(actor), { archivedAt: null, closedOn: null }, concerns] }
  const href = `${riskTable.path}?${kind}=${id}&state=open`
  return read(actor, async (tx) => {
    const { _count: counts } = await tx.risk.aggregate({ where, _count: { _all: true, currentScore: true } })
    const found = await tx.risk.findMany({
      where: { AND: [where, { currentScore: { not: null } }] },
      select: { id: true, ref: true, title: true, currentScore: true },
      orderBy: [{ currentScore: 'desc' }, { id: 'asc' }],
      take: mostShown,
    })
    return {
      open: counts._all,
      unscored: counts._all - counts.currentScore,
      gravest: found.map(({ currentScore, ...risk }) => ({ ...risk, score: currentScore ?? 0 })),
      href,
      unscoredHref: `${href}&level=unscored`,
    }
  })
}
