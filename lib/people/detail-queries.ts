import { type Day, dayOf } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { visibleDuties } from '#lib/kernel/due-scope'
import { read } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { visible } from './policy.ts'
import { around, listSelect, toRow } from './queries.ts'
import { personKind } from './schema.ts'
import type { PersonRow } from './table.ts'

/** One duty of a person, and the record it belongs to. */
export interface PersonDuty {
  id: string
  title: string
  dueOn: Day
  recordKind: string
  recordId: string
  recordLabel: string
  /** Whether they stand in for somebody else. */
  asBackup: boolean
}

/** Everything the page of one person shows. */
export interface PersonDetail extends PersonRow {
  lastSeenAt: Date | null
  lockedUntil: Date | null
  hasSecondFactor: boolean
  openSessions: number
  /** Those of their duties that the actor may see, the most pressing first, and how many there are. */
  duties: PersonDuty[]
  dutyCount: number
  history: HistoryEntry[]
}

const shownDuties = 25

/** Sessions that a browser could still use. */
function stillOpen(at: Date, idleMinutes: number): Prisma.SessionWhereInput {
  return {
    stage: 'full',
    endedAt: null,
    expiresAt: { gt: at },
    lastSeenAt: { gt: new Date(at.getTime() - idleMinutes * 60_000) },
  }
}

/** One person in full; null when they do not exist or are out of the actor's scope. */
export function getPerson(actor: Actor, id: string): Promise<PersonDetail | null> {
  return read(actor, async (tx) => {
    const found = await tx.person.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: { ...listSelect, account: { select: { lockedUntil: true, totpConfirmedAt: true } } },
    })
    if (!found) return null
    const context = await around(tx, actor, [found])
    const mine = { AND: [visibleDuties(actor), { state: 'open', OR: [{ ownerId: id }, { backupId: id }] }] }
    const duties = await tx.obligation.findMany({
      where: mine,
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: shownDuties,
      select: {
        id: true,
        title: true,
        dueOn: true,
        recordKind: true,
        recordId: true,
        recordLabel: true,
        ownerId: true,
      },
    })
    const seen = await tx.session.aggregate({ where: { personId: id }, _max: { lastSeenAt: true } })
    return {
      ...toRow(found, context),
      lastSeenAt: seen._max.lastSeenAt,
      lockedUntil: found.account?.lockedUntil ?? null,
      hasSecondFactor: Boolean(found.account?.totpConfirmedAt),
      openSessions: await tx.session.count({
        where: { personId: id, ...stillOpen(context.at, actor.idleMinutes) },
      }),
      duties: duties.map(({ ownerId, dueOn, ...duty }) => ({
        ...duty,
        dueOn: dayOf(dueOn),
        asBackup: ownerId !== id,
      })),
      dutyCount: await tx.obligation.count({ where: mine }),
      history: await recordHistory(tx, personKind, id, 50),
    }
  })
}
