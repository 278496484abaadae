import { count } from '#lib/base/text'
import type { MyDuty, MyWork } from '#lib/due/queries'

/** The first sentence of my work: how much there is to do, and how much of it is late. */
export function workHeadline({ groups }: MyWork): string {
  const overdue = groups.overdue.total
  const now = overdue + groups['due-soon'].total
  if (now === 0) return groups['on-track'].total > 0 ? 'Nothing to do now' : 'Nothing is due from you'
  const late =
    overdue === now ? (overdue === 1 ? ', and it is overdue' : ', all overdue') : `, ${overdue} overdue`
  return `You have ${count(now, 'thing')} to do${overdue > 0 ? late : ''}`
}

/** Whose the things to do are, when they are not all one's own; '' when they are. */
export function workParts({ parts }: MyWork): string {
  const { own, backup, unowned } = parts
  if (backup + unowned === 0) return ''
  const said = [
    own > 0 && `${own} ${own === 1 ? 'is' : 'are'} yours`,
    backup > 0 && `${backup} you back up`,
    unowned > 0 && `${unowned} ${unowned === 1 ? 'has' : 'have'} no owner`,
  ].filter((part) => part !== false)
  const sentence = said.join(', ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

/** Why a duty stands in this person's list. */
export function partInWords({ part, ownerName }: Pick<MyDuty, 'part' | 'ownerName'>): string {
  if (part === 'own') return 'Yours'
  if (part === 'unowned') return 'Nobody owns this'
  return ownerName ? `You back up ${ownerName}` : 'You are the backup, nobody owns this'
}
