import { renewalKey } from '#lib/agreements/due'
import { may } from '#lib/agreements/policy'
import { type Actor, can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { RuleId } from '#lib/law/rules'
import type { Step } from '../ai-systems/next-step.ts'

/** Where each duty of an agreement is done, what the button for it says, and the rule behind it. */
const duties: Readonly<Record<string, { page: string; label: string; rule: RuleId }>> = {
  sign: { page: 'edit#sentOn', label: 'Enter the signature', rule: 'business-associate' },
  clauses: { page: 'clauses', label: 'Go through clauses', rule: 'agreement-content' },
  [renewalKey]: { page: 'renew', label: 'Decide', rule: 'business-associate' },
  'data-return': { page: 'data-return', label: 'Record it', rule: 'agreement-end' },
}

const kindOf = (key: string) => key.split(':')[0] ?? key

/** The rule behind a duty. */
export function dutyRule(key: string): RuleId | undefined {
  return duties[kindOf(key)]?.rule
}

/** The page on which a duty of an agreement is done, for those who may do it. The signature is entered by who edits all of them. */
export function nextStep(
  actor: Actor,
  { id, isTheirs }: { id: string; isTheirs: boolean },
  key: string | null | undefined,
  query = '',
): Step | null {
  const duty = key ? duties[kindOf(key)] : undefined
  if (!duty) return null
  const [page = '', anchor] = duty.page.split('#')
  const keepsOwn = isTheirs && page !== 'edit' && can(actor, 'agreement.keep-own')
  if (!keepsOwn && !may(actor, 'edit')) return null
  const href = withReturn(`/agreements/${id}/${page}`, query)
  return { label: duty.label, href: anchor ? `${href}#${anchor}` : href }
}
