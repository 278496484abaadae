import { type Actor, can, canAt, sitesWith } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.AgreementWhereInput

/** Every agreement that the actor may read: all or none, because agreements belong to the whole practice. */
export function visible(actor: Actor): Where {
  return can(actor, 'agreement.read') ? {} : { id: { in: [] } }
}

/** Of what an agreement names, the AI systems that the actor may read: an agreement belongs to everybody, a system to its sites. */
export function visibleSystems(actor: Actor): Prisma.AiSystemWhereInput {
  const sites = sitesWith(actor, 'ai-system.read')
  if (sites === 'all') return {}
  if (sites.length === 0) return { id: { in: [] } }
  return { OR: [{ sites: { none: {} } }, { sites: { some: { siteId: { in: [...sites] } } } }] }
}

/** What somebody may do to every agreement: only with a role that they hold for the whole practice. */
export function may(actor: Actor, deed: 'edit' | 'archive'): boolean {
  return canAt(actor, `agreement.${deed}`, [])
}
