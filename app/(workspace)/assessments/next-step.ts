import { partKey } from '#lib/assessments/due'
import { may } from '#lib/assessments/policy'
import { type Actor, can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import type { RuleId } from '#lib/law/rules'
import type { Step } from '../ai-systems/next-step.ts'

interface Standing {
  id: string
  siteIds: readonly string[]
  hasOwner: boolean
  /** Whether the actor owns or backs it up, or the part was given to them. */
  isTheirs: boolean
  /** Whether nothing is left to answer, where that is known. */
  isAnswered?: boolean
}

/** The rule behind a duty; only the practice’s own analysis is asked for by name. */
export function dutyRule(key: string, isOfPractice: boolean): RuleId | undefined {
  return isOfPractice && (key === 'finish' || key === 'again') ? 'risk-analysis' : undefined
}

/** The page on which a duty of an assessment is done, for those who may do it. */
export function nextStep(
  actor: Actor,
  { id, siteIds, isTheirs, isAnswered = false }: Standing,
  key: string | null | undefined,
  query = '',
): Step | null {
  if (!key) return null
  const mayEdit = may(actor, 'edit', { siteIds })
  if (key.startsWith(`${partKey}:`))
    return mayEdit || isTheirs ? { label: 'Answer', href: `/assessments/parts/${id}` } : null
  const to = (path: string) => withReturn(`/assessments/${id}${path}`, query)
  if (key === 'owner') return mayEdit ? { label: 'Name an owner', href: `${to('/edit')}#ownerId` } : null
  if (key === 'again')
    return mayEdit ? { label: 'Start the next', href: `/assessments/new?again=${id}` } : null
  if (isAnswered)
    return may(actor, 'sign', { siteIds }) ? { label: 'Freeze and sign', href: to('/sign') } : null
  if (mayEdit || (isTheirs && can(actor, 'assessment.answer-part')))
    return { label: 'Answer', href: to('/answer') }
  return null
}
