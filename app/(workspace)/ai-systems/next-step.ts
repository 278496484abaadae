import type { z } from 'zod'
import { answersFor, mayReview } from '#lib/ai-systems/policy'
import type { reviewInput } from '#lib/ai-systems/schema'
import { type Actor, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { RuleId } from '#lib/law/rules'

type Looked = z.output<typeof reviewInput>['what']

/** Where each duty of an AI system is done, what the button for it says, and the rule behind it. */
const duties: Readonly<Record<string, { what: Looked | 'cover'; label: string; rule: RuleId }>> = {
  cover: { what: 'cover', label: 'See what is missing', rule: 'business-associate' },
  'first-review': { what: 'review', label: 'Record review', rule: 'risk-analysis' },
  'yearly-review': { what: 'review', label: 'Record review', rule: 'evaluation' },
  'data-review': { what: 'data', label: 'Check its data', rule: 'minimum-necessary' },
  'log-review': { what: 'logs', label: 'Look at logs', rule: 'activity-review' },
}

/** The rule behind a duty. */
export function dutyRule(key: string): RuleId | undefined {
  return duties[key]?.rule
}

export interface Step {
  label: string
  href: string
}

/** What decides on the next step of a duty: where its system is, and how the actor stands to it. */
interface Standing {
  id: string
  siteIds: readonly string[]
  hasOwner: boolean
  /** Whether the actor is its owner or its backup. */
  isTheirs: boolean
}

/**
 * The page on which a duty of a system is done, for those who may do it. Where nobody owns the system, somebody who can
 * name an owner is asked for that first: the same step in every list.
 */
export function nextStep(
  actor: Actor,
  { id, siteIds, hasOwner, isTheirs }: Standing,
  key: string | undefined,
  query = '',
): Step | null {
  const duty = key === undefined ? undefined : duties[key]
  if (!duty) return null
  if (duty.what === 'cover')
    return { label: duty.label, href: `${withReturn(`/ai-systems/${id}`, query)}#cover` }
  if (!hasOwner && canAt(actor, 'ai-system.edit', siteIds))
    return { label: 'Name an owner', href: `${withReturn(`/ai-systems/${id}/edit`, query)}#ownerId` }
  if (!mayReview(actor, isTheirs, siteIds)) return null
  return { label: duty.label, href: withReturn(`/ai-systems/${id}/record/${duty.what}`, query) }
}

interface StepRow {
  id: string
  sites: readonly { id: string }[]
  ownerId: string | null
  backupId: string | null
}

/** `nextStep` for a row of the register. */
export function dutyStep(actor: Actor, system: StepRow, key: string | undefined, query = ''): Step | null {
  const { id, sites, ownerId } = system
  const standing = {
    id,
    siteIds: sites.map((site) => site.id),
    hasOwner: ownerId !== null,
    isTheirs: answersFor(actor, system),
  }
  return nextStep(actor, standing, key, query)
}
