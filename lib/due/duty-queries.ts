import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import type { Harm } from '#lib/kernel/due'
import { visibleDuties } from '#lib/kernel/due-scope'
import { type PersonChoices, personChoices } from '#lib/people/directory'
import { read } from '#lib/platform/db'
import { successorsOf } from './policy.ts'

/** One duty as its page shows it. */
export interface OneDuty {
  id: string
  recordKind: string
  recordId: string
  recordLabel: string
  siteIds: string[]
  key: string
  title: string
  dueOn: Day
  harm: Harm
  state: string
  closedOn: Day | null
  closedByName: string | null
  ownerId: string | null
  backupId: string | null
  ownerName: string | null
  backupName: string | null
  handedOver: boolean
  snoozedUntil: Day | null
  snoozeReason: string
  snoozedByName: string
}

const named = { select: { name: true } } as const

/** The duty, open or not, for those who may see it; null for everybody else. */
export async function getDuty(actor: Actor, id: string): Promise<OneDuty | null> {
  if (!isId(id)) return null
  const found = await read(actor, (tx) =>
    tx.obligation.findFirst({
      where: { AND: [{ id }, visibleDuties(actor)] },
      include: { owner: named, backup: named },
    }),
  )
  if (!found) return null
  const { owner, backup, dueOn, closedOn, snoozedUntil, harm, ...duty } = found
  return {
    ...duty,
    harm: harm as Harm,
    dueOn: dayOf(dueOn),
    closedOn: dayOrNull(closedOn),
    snoozedUntil: dayOrNull(snoozedUntil),
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
  }
}

/** Who can be chosen to do a duty instead of its owner. */
export async function successorChoices(
  actor: Actor,
  duty: OneDuty,
  entered?: string,
): Promise<PersonChoices> {
  if (can(actor, 'person.read')) return personChoices(actor, { entered: [entered] })
  const people = await read(actor, (tx) =>
    tx.person.findMany({
      where: { AND: [successorsOf(actor, duty), { id: { notIn: duty.ownerId ? [duty.ownerId] : [] } }] },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST_LISTED,
    }),
  )
  return { people: people.map(({ id, name }) => ({ value: id, label: name })), everybody: true }
}

const MOST_LISTED = 50
