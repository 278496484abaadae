import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { MyDuty, MyWork } from '#lib/due/queries'
import type { DueStatus } from '#lib/kernel/due'

/**
 * The first sentence of my work: how much there is to do, and how much of it is late. `minutes`: how long all of it takes, where
 * that is known.
 */
export function workHeadline({ groups }: MyWork, minutes: number | null = null): string {
  const overdue = groups.overdue.total
  const now = overdue + groups['due-soon'].total
  if (now === 0) return groups['on-track'].total > 0 ? 'Nothing to do now' : 'Nothing is due from you'
  const late =
    overdue === now ? (overdue === 1 ? ', and it is overdue' : ', all overdue') : `, ${overdue} overdue`
  const it = now === 1 ? 'it takes' : 'they take'
  const takes =
    minutes === null
      ? ''
      : overdue > 0
        ? `; ${it} ${count(minutes, 'minute')}`
        : `, ${it} ${count(minutes, 'minute')}`
  return `You have ${count(now, 'thing')} to do${overdue > 0 ? late : ''}${takes}`
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

/** How much is overdue beyond one's own work, for those who oversee more than that; null when nothing is. */
export function overdueElsewhere(overdue: number, work: MyWork, everywhere: boolean): string | null {
  if (overdue <= work.groups.overdue.total) return null
  return `${overdue.toLocaleString('en-US')} ${overdue === 1 ? 'is' : 'are'} overdue ${everywhere ? 'in the practice' : 'at your sites'}`
}

/**
 * The ways to the rows of one status that did not fit. A number stands only where the list behind it shows that many: the
 * list cannot ask for what one owns or backs up in one go, unless it shows nothing else anyway.
 */
export function restLinks(
  { groups, parts }: MyWork,
  status: DueStatus,
  personId: string,
  seesOthers: boolean,
): { href: string; label: string }[] {
  const { rows, total } = groups[status]
  if (total <= rows.length) return []
  const all = `Show all ${total.toLocaleString('en-US')}`
  if (!seesOthers) return [{ href: `/due?due=${status}`, label: all }]
  const has = (part: MyDuty['part']) => parts[part] > 0 || rows.some((row) => row.part === part)
  const owners = [...(has('own') ? [personId] : []), ...(has('unowned') ? ['none'] : [])].join(',')
  const owned = `/due?due=${status}&owner=${owners}`
  const backed = `/due?due=${status}&backup=${personId}`
  // What comes later is not among the parts, so that some of it may be of a kind that no row here shows.
  const isCounted = status !== 'on-track'
  if (!has('backup')) return [{ href: owned, label: isCounted ? all : 'Show more' }]
  if (owners === '') return [{ href: backed, label: isCounted ? all : 'Show more' }]
  return [
    { href: owned, label: has('unowned') ? 'All of yours and without an owner' : 'All of yours' },
    { href: backed, label: 'All you back up' },
  ]
}

/** Why a duty stands in this person's list. */
export function partInWords({ part, ownerName }: Pick<MyDuty, 'part' | 'ownerName'>): string {
  if (part === 'own') return 'Yours'
  if (part === 'unowned') return 'Nobody owns this'
  return ownerName ? `You back up ${ownerName}` : 'You are the backup, nobody owns this'
}

/** That the reminders of a duty rest; undefined when they do not. */
export function restInWords(until: Day | null): string | undefined {
  return until ? `Reminders rest until ${formatDay(until)}.` : undefined
}
