import { answersFor, may, mayReview } from '#lib/courses/policy'
import type { Actor } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { RuleId } from '#lib/law/rules'
import type { Step } from '../ai-systems/next-step.ts'

/** The rule behind a duty. */
export function dutyRule(key: string): RuleId | undefined {
  return key === 'review' ? 'security-training' : undefined
}

/** What decides on the next step of a duty: which course, and how the actor stands to it. */
interface Standing {
  id: string
  hasOwner: boolean
  /** Whether the actor is its owner or its backup. */
  isTheirs: boolean
}

/** The page on which a duty of a course is done, for those who may do it. */
export function nextStep(
  actor: Actor,
  { id, hasOwner, isTheirs }: Standing,
  key: string | null | undefined,
  query = '',
): Step | null {
  if (key !== 'review') return null
  if (!hasOwner && !isTheirs && may(actor, 'edit'))
    return { label: 'Name an owner', href: `${withReturn(`/courses/${id}/edit`, query)}#ownerId` }
  if (!mayReview(actor, isTheirs)) return null
  return { label: 'Look it through', href: withReturn(`/courses/${id}/review`, query) }
}

interface StepRow {
  id: string
  ownerId: string | null
  backupId: string | null
}

/** `nextStep` for a row of the register. */
export function dutyStep(
  actor: Actor,
  course: StepRow,
  key: string | null | undefined,
  query = '',
): Step | null {
  const standing = {
    id: course.id,
    hasOwner: course.ownerId !== null,
    isTheirs: answersFor(actor, course),
  }
  return nextStep(actor, standing, key, query)
}
