import { addDays, type Day, dateOf, dayOf } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { visibleDuties } from '#lib/kernel/due-scope'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type Covers, covers } from './schema.ts'

/** How far a calendar by link looks back and ahead, and the most that it holds. */
export const feedReach = { back: 90, ahead: 400, events: 2_000 } as const

/** The link of the actor that works now, for the page on which they keep it. */
export interface OwnFeed {
  covers: Covers
  createdAt: Date
  lastFetchedAt: Date | null
}

/** The actor's own calendar link; null when none works. */
export function ownFeed(actor: Actor): Promise<OwnFeed | null> {
  return read(actor, async (tx) => {
    const found = await tx.calendarFeed.findFirst({
      where: { personId: actor.personId, revokedAt: null },
      select: { covers: true, createdAt: true, lastFetchedAt: true },
    })
    return found && { ...found, covers: covers.parse(found.covers) }
  })
}

/** One duty as a calendar by link needs it. */
export interface FeedDuty {
  id: string
  recordKind: string
  recordId: string
  recordLabel: string
  key: string
  siteIds: string[]
  title: string
  dueOn: Day
  citation: string
  ownerId: string | null
  ownerName: string | null
  backupName: string | null
  revision: number
  revisedAt: Date
}

export interface Feed {
  today: Day
  /** In the order in which they are due. */
  duties: FeedDuty[]
  /** Whether there are more than a calendar by link holds. */
  isCut: boolean
}

function coveredBy(actor: Actor, what: Covers): Prisma.ObligationWhereInput {
  const mine = { ownerId: actor.personId }
  if (what === 'own') return mine
  if (what === 'backup') return { OR: [mine, { backupId: actor.personId }] }
  return visibleDuties(actor)
}

/** The open duties that a calendar by link holds now. Two statements, at most one row more than it may hold. */
export function feedOf(actor: Actor, what: Covers): Promise<Feed> {
  const today = todayFor(actor)
  const dueOn = { gte: dateOf(addDays(today, -feedReach.back)), lte: dateOf(addDays(today, feedReach.ahead)) }
  const named = { select: { name: true } } as const
  return read(actor, async (tx) => {
    const found = await tx.obligation.findMany({
      where: { AND: [coveredBy(actor, what), { state: 'open', dueOn }] },
      select: {
        id: true,
        recordKind: true,
        recordId: true,
        recordLabel: true,
        key: true,
        siteIds: true,
        title: true,
        dueOn: true,
        citation: true,
        ownerId: true,
        revision: true,
        revisedAt: true,
        owner: named,
        backup: named,
      },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: feedReach.events + 1,
    })
    return {
      today,
      isCut: found.length > feedReach.events,
      duties: found.slice(0, feedReach.events).map(({ owner, backup, dueOn: on, ...duty }) => ({
        ...duty,
        dueOn: dayOf(on),
        ownerName: owner?.name ?? null,
        backupName: backup?.name ?? null,
      })),
    }
  })
}
