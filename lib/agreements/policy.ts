import { type Actor, can, canAt } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.AgreementWhereInput

/** Every agreement that the actor may read: all or none, because agreements belong to the whole practice. */
export function visible(actor: Actor): Where {
  return can(actor, 'agreement.read') ? {} : { id: { in: [] } }
}

/** What somebody may do to every agreement: only with a role that they hold for the whole practice. */
export function may(actor: Actor, deed: 'edit' | 'archive'): boolean {
  return canAt(actor, `agreement.${deed}`, [])
}
