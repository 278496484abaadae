import { type Actor, can } from '#lib/kernel/access'
import { practiceKeepers } from '#lib/kernel/due-scope'
import { withReturn } from '#lib/kernel/list-return'
import { actionKey } from '#lib/risks/due'
import { may } from '#lib/risks/policy'
import type { Step } from '../ai-systems/next-step.ts'

/** Where each duty of a risk is done, and what the button for it says. */
const duties: Readonly<Record<string, { page: string; label: string }>> = {
  score: { page: 'score', label: 'Score it' },
  review: { page: 'review', label: 'Look again' },
  treatment: { page: 'edit', label: 'Decide' },
  acceptance: { page: 'accept', label: 'Decide' },
}

interface Standing {
  id: string
  siteIds: readonly string[]
  isTheirs: boolean
}

/** The page on which a duty of a risk or of one of its actions is done, for those who may do it. */
export function nextStep(
  actor: Actor,
  { id, siteIds: places, isTheirs }: Standing,
  key: string | null | undefined,
  query = '',
): Step | null {
  if (!key) return null
  // Duties say that the whole practice is concerned in a way of their own.
  const siteIds = places.filter((site) => site !== practiceKeepers)
  const keeps = may(actor, 'score', siteIds) || (isTheirs && can(actor, 'risk.keep-own'))
  if (key.startsWith(`${actionKey}:`)) return keeps ? { label: 'Finish', href: `/risks/actions/${id}` } : null
  const duty = duties[key]
  if (!duty) return null
  const page = key === 'acceptance' && !may(actor, 'accept', siteIds) ? 'end-acceptance' : duty.page
  const mayDoIt =
    page === 'edit' || page === 'end-acceptance' ? may(actor, 'edit', siteIds) : page === 'accept' || keeps
  return mayDoIt ? { label: duty.label, href: withReturn(`/risks/${id}/${page}`, query) } : null
}
