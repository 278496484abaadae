import { type Actor, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { reviewInput } from '#lib/ai-systems/schema'
import type { z } from 'zod'

type Looked = z.output<typeof reviewInput>['what']

/** Where each duty of an AI system is done, and what the button for it says. */
const duties: Readonly<Record<string, { what: Looked; label: string }>> = {
  'first-review': { what: 'review', label: 'Record review' },
  'yearly-review': { what: 'review', label: 'Record review' },
  'data-review': { what: 'data', label: 'Check its data' },
  'log-review': { what: 'logs', label: 'Look at logs' },
}

/** The page on which a duty is done; null for a duty that has none. */
export function dutyHref(systemId: string, key: string, query = ''): { label: string; href: string } | null {
  const duty = duties[key]
  return duty
    ? { label: duty.label, href: withReturn(`/ai-systems/${systemId}/record/${duty.what}`, query) }
    : null
}

interface StepRow {
  id: string
  sites: readonly { id: string }[]
  nextDuty: { key: string } | null
}

/** What this row asks for now: its first duty, for those who may do it. */
export function nextStep(actor: Actor, row: StepRow, query = ''): { label: string; href: string } | null {
  const { nextDuty } = row
  const siteIds = row.sites.map((site) => site.id)
  return nextDuty && canAt(actor, 'ai-system.review', siteIds) ? dutyHref(row.id, nextDuty.key, query) : null
}
