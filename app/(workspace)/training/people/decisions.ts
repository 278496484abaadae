import { type Actor, canAt } from '#lib/kernel/access'
import type { ShownAssignment } from '#lib/training/person-queries'

/** What may be decided about one assignment. */
export const decisions = {
  extend: { label: 'Give more time', permission: 'training.keep' },
  excuse: { label: 'Excuse', permission: 'training.keep' },
  reopen: { label: 'Open again', permission: 'training.keep' },
  'take-back': { label: 'Take the signature back', permission: 'training.correct' },
  correct: { label: 'Note a correction', permission: 'training.correct' },
  measure: { label: 'Record a measure', permission: 'training.correct' },
} as const
export type Decision = keyof typeof decisions

export const isDecision = (text: string): text is Decision => Object.hasOwn(decisions, text)

const ended = ['signed', 'signed-late', 'excused', 'left', 'not-meant', 'closed']

/** Whether the state of an assignment lets this be decided at all. */
function fits({ state, signedOn, campaign }: ShownAssignment, what: Decision): boolean {
  if (what === 'extend' || what === 'excuse') return !campaign.closed && !ended.includes(state)
  if (what === 'reopen') return !campaign.closed && state === 'excused'
  if (what === 'take-back' || what === 'correct') return signedOn !== null
  return state === 'late' || state === 'signed-late' || state === 'closed'
}

/** What the actor may decide about this assignment of somebody; nothing about their own but a correction. */
export function decisionsFor(actor: Actor, personId: string, one: ShownAssignment): Decision[] {
  const sites = one.siteId ? [one.siteId] : []
  return (Object.keys(decisions) as Decision[]).filter(
    (what) =>
      canAt(actor, decisions[what].permission, sites) &&
      fits(one, what) &&
      (personId !== actor.personId || what === 'correct'),
  )
}
