import type { z } from 'zod'
import type { reviewInput } from '#lib/ai-systems/schema'
import { type Actor, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { RuleId } from '#lib/law/rules'

type Looked = z.output<typeof reviewInput>['what']

/** Where each duty of an AI system is done, what the button for it says, and the rule behind it. */
const duties: Readonly<Record<string, { what: Looked; label: string; rule: RuleId }>> = {
  'first-review': { what: 'review', label: 'Record review', rule: 'risk-analysis' },
  'yearly-review': { what: 'review', label: 'Record review', rule: 'evaluation' },
  'data-review': { what: 'data', label: 'Check its data', rule: 'minimum-necessary' },
  'log-review': { what: 'logs', label: 'Look at logs', rule: 'activity-review' },
}

/** The rule behind a duty. */
export function dutyRule(key: string): RuleId | undefined {
  return duties[key]?.rule
}

interface StepRow {
  id: string
  sites: readonly { id: string }[]
}

/** The page on which a duty of a system is done, for those who may do it. */
export function dutyStep(
  actor: Actor,
  system: StepRow,
  key: string | undefined,
  query = '',
): { label: string; href: string } | null {
  const duty = key === undefined ? undefined : duties[key]
  const siteIds = system.sites.map((site) => site.id)
  if (!duty || !canAt(actor, 'ai-system.review', siteIds)) return null
  return { label: duty.label, href: withReturn(`/ai-systems/${system.id}/record/${duty.what}`, query) }
}
