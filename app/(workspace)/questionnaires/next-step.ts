import type { Actor } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { gapKey } from '#lib/questionnaires/due'
import type { Stage } from '#lib/questionnaires/options'
import { may, maySettle } from '#lib/questionnaires/policy'
import type { Step } from '../ai-systems/next-step.ts'

/** The page on which a duty of a questionnaire is done, for those who may do it. `isTheirs`: a gap that they are named for. */
export function nextStep(
  actor: Actor,
  { id, isTheirs }: { id: string; isTheirs: boolean },
  key: string,
): Step | null {
  if (key.startsWith(`${gapKey}:`))
    return maySettle(actor, isTheirs ? actor.personId : null)
      ? { label: 'Settle', href: `/questionnaires/gaps/${id}` }
      : null
  if (key === 'answers')
    return may(actor, 'send') ? { label: 'Look', href: `/questionnaires/${id}#link` } : null
  return may(actor, 'score') ? { label: 'Look through', href: `/questionnaires/${id}#answers` } : null
}

/** What is next for a row of the register. */
export function rowStep(
  actor: Actor,
  { id, stage }: { id: string; stage: Stage },
  query: string,
): Step | null {
  return stage === 'answered' && may(actor, 'score')
    ? { label: 'Look through', href: `${withReturn(`/questionnaires/${id}`, query)}#answers` }
    : null
}
