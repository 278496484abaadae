import { type Actor, can, canAt } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.QuestionnaireWhereInput

/** Every questionnaire that the actor may read: all or none, because vendors belong to the whole practice. */
export function visible(actor: Actor): Where {
  return can(actor, 'questionnaire.read') ? {} : { id: { in: [] } }
}

/** What somebody may do to every questionnaire: only with a role that they hold for the whole practice. */
export function may(actor: Actor, deed: 'send' | 'score' | 'template'): boolean {
  return canAt(actor, `questionnaire.${deed}`, [])
}

/** Whether the actor may settle a gap: whoever scores, and whoever is named for it. */
export function maySettle(actor: Actor, gapOwnerId: string | null): boolean {
  return may(actor, 'score') || (gapOwnerId === actor.personId && can(actor, 'questionnaire.settle-own'))
}
