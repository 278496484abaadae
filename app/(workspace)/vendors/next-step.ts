import type { Actor } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { RuleId } from '#lib/law/rules'
import { certificateKey } from '#lib/vendors/due'
import { answersFor, may, mayReview } from '#lib/vendors/policy'
import type { Step } from '../ai-systems/next-step.ts'

/** Where each duty of a vendor is done, what the button for it says, and the rule behind it. */
const duties: Readonly<Record<string, { page: 'determine' | 'review'; label: string; rule: RuleId }>> = {
  determination: { page: 'determine', label: 'Decide', rule: 'business-associate' },
  'yearly-review': { page: 'review', label: 'Record review', rule: 'evaluation' },
}

/** The certificate that a duty asks the next one of; null for any other duty. */
function certificateOf(key: string): string | null {
  const [kind, id] = key.split(':')
  return kind === certificateKey && id ? id : null
}

/** The rule behind a duty. */
export function dutyRule(key: string): RuleId | undefined {
  return duties[key]?.rule
}

/** What decides on the next step of a duty: which vendor, and how the actor stands to it. */
interface Standing {
  id: string
  hasOwner: boolean
  /** Whether the actor is its owner or its backup. */
  isTheirs: boolean
}

/**
 * The page on which a duty of a vendor is done, for those who may do it. A review where nobody owns the vendor asks somebody
 * who can name an owner for that first.
 */
export function nextStep(
  actor: Actor,
  { id, hasOwner, isTheirs }: Standing,
  key: string | null | undefined,
  query = '',
): Step | null {
  const certificate = key ? certificateOf(key) : null
  if (certificate)
    return may(actor, 'edit')
      ? { label: 'Enter the next', href: withReturn(`/vendors/${id}/certificates/${certificate}`, query) }
      : null
  const duty = key ? duties[key] : undefined
  if (!duty) return null
  const { page, label } = duty
  const step = { label, href: withReturn(`/vendors/${id}/${page}`, query) }
  if (page === 'determine') return may(actor, 'determine') ? step : null
  if (!hasOwner && may(actor, 'edit'))
    return { label: 'Name an owner', href: `${withReturn(`/vendors/${id}/edit`, query)}#ownerId` }
  return mayReview(actor, isTheirs) ? step : null
}

interface StepRow {
  id: string
  ownerId: string | null
  backupId: string | null
}

/** `nextStep` for a row of the register. */
export function dutyStep(
  actor: Actor,
  vendor: StepRow,
  key: string | null | undefined,
  query = '',
): Step | null {
  const standing = { id: vendor.id, hasOwner: vendor.ownerId !== null, isTheirs: answersFor(actor, vendor) }
  return nextStep(actor, standing, key, query)
}
