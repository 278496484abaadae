import { type Actor, can, canAt, type Permission, sitesWith } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

/** Every campaign that the actor may read: all or none, because campaigns belong to the whole practice. */
export function visible(actor: Actor): Prisma.CampaignWhereInput {
  return can(actor, 'training.read') ? {} : { id: { in: [] } }
}

/** The assignments of whose people the actor may know, by a permission that counts at sites. */
export function assignmentsOf(actor: Actor, permission: Permission): Prisma.AssignmentWhereInput {
  const sites = sitesWith(actor, permission)
  if (sites === 'all') return {}
  return { siteId: { in: [...sites] } }
}

/** The printed sheets whose people the actor may know. */
export function sheetsOf(
  actor: Actor,
  permission: Permission = 'training.read',
): Prisma.PaperSheetWhereInput {
  const sites = sitesWith(actor, permission)
  return sites === 'all' ? {} : { siteId: { in: [...sites] } }
}

/** Whether the actor may change campaigns and plans: only with a role that they hold for the whole practice. */
export function mayEdit(actor: Actor): boolean {
  return canAt(actor, 'training.edit', [])
}

/** Whether the actor looks after the training of somebody of this site. */
export function mayKeep(actor: Actor, siteId: string | null): boolean {
  return canAt(actor, 'training.keep', siteId ? [siteId] : [])
}
