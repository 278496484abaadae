import { type Actor, can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { mayEdit } from '#lib/training/policy'
import type { Step } from '../ai-systems/next-step.ts'

/** The page on which a duty of a campaign is done, for those who may do it. */
export function nextStep(actor: Actor, id: string, key: string | null | undefined, query = ''): Step | null {
  if (key !== 'close' || !mayEdit(actor)) return null
  return { label: 'Close it', href: withReturn(`/training/${id}/close`, query) }
}

/** Where the lead of a site goes who was called in. */
export function calledStep(actor: Actor, escalationId: string): Step | null {
  return can(actor, 'training.read')
    ? { label: 'See who is late', href: `/training/late/${escalationId}` }
    : null
}

/** Where somebody sees who is late at a site whose lead was called in. */
export function lateStep(actor: Actor, campaignId: string, siteId: string): Step | null {
  if (!can(actor, 'training.read')) return null
  return { label: 'See who is late', href: `/training/${campaignId}?state=late&site=${siteId}#people` }
}
