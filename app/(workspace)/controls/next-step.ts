import { answersFor, may, mayKeep } from '#lib/controls/policy'
import type { Actor } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { RuleId } from '#lib/law/rules'
import type { Step } from '../ai-systems/next-step.ts'

const keeping: Readonly<Record<string, { page: string; label: string }>> = {
  start: { page: 'state', label: 'Say how far it is' },
  test: { page: 'test', label: 'Record a test' },
  mend: { page: 'test', label: 'Test again' },
}

/** The rule behind a duty: only tests have one. */
export function dutyRule(key: string): RuleId | undefined {
  return key === 'test' ? 'evaluation' : undefined
}

/** What decides on the next step of a duty: which control, and how the actor stands to it. */
interface Standing {
  id: string
  hasOwner: boolean
  /** Whether the actor is its owner or its backup. */
  isTheirs: boolean
}

/** The page on which a duty of a control is done, for those who may do it. */
export function nextStep(
  actor: Actor,
  { id, hasOwner, isTheirs }: Standing,
  key: string | null | undefined,
  query = '',
): Step | null {
  const name = { label: 'Name an owner', href: `${withReturn(`/controls/${id}/edit`, query)}#ownerId` }
  if (key === 'owner') return may(actor, 'edit') ? name : null
  const duty = key ? keeping[key] : undefined
  if (!duty) return null
  if (!hasOwner && !isTheirs && may(actor, 'edit')) return name
  if (!mayKeep(actor, isTheirs)) return null
  return { label: duty.label, href: withReturn(`/controls/${id}/${duty.page}`, query) }
}

interface StepRow {
  id: string
  ownerId: string | null
  backupId: string | null
}

/** `nextStep` for a row of the register. */
export function dutyStep(
  actor: Actor,
  control: StepRow,
  key: string | null | undefined,
  query = '',
): Step | null {
  const standing = {
    id: control.id,
    hasOwner: control.ownerId !== null,
    isTheirs: answersFor(actor, control),
  }
  return nextStep(actor, standing, key, query)
}
