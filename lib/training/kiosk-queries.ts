import { formatInstant } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { signableHere } from './kiosk-people.ts'

/** A shared tablet that is open. */
export interface KioskRow {
  id: string
  name: string
  siteName: string
  openedByName: string
  openedAt: string
  expiresAt: string
}

/** Somebody at a site, and whether they can sign at its tablets. */
export interface PinRow {
  personId: string
  name: string
  pin: 'none' | 'given-out' | 'own'
  isLocked: boolean
  hasToSign: boolean
}

export interface KiosksView {
  sites: { value: string; label: string }[]
  kiosks: KioskRow[]
  /** The people of the chosen site; null where none is chosen. */
  people: { siteId: string; rows: PinRow[]; isCut: boolean } | null
}

const mostPeople = 50

/** The sites whose training the actor looks after, with their open tablets and the people of one of them. Four statements. */
export function kiosksFor(
  actor: Actor,
  { site, q }: { site: string; q: string },
  at: Date,
): Promise<KiosksView> {
  const kept = sitesWith(actor, 'training.keep')
  const atKept = kept === 'all' ? {} : { id: { in: [...kept] } }
  return read(actor, async (tx) => {
    const sites = await tx.site.findMany({
      where: { archivedAt: null, ...atKept },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    })
    const siteIds = sites.map(({ id }) => id)
    const kiosks = await tx.kiosk.findMany({
      where: { siteId: { in: siteIds }, endedAt: null, expiresAt: { gt: at } },
      orderBy: { openedAt: 'desc' },
      select: {
        id: true,
        name: true,
        openedByName: true,
        openedAt: true,
        expiresAt: true,
        site: { select: { name: true } },
      },
    })
    const siteId = isId(site) && siteIds.includes(site) ? site : siteIds.length === 1 ? siteIds[0] : undefined
    const found = siteId
      ? await tx.person.findMany({
          where: {
            ...{ active: true, archivedAt: null, sites: { some: { siteId } } },
            ...(q ? { searchText: { contains: q.toLowerCase() } } : {}),
          },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          take: mostPeople + 1,
          select: {
            id: true,
            name: true,
            kioskPin: { select: { hash: true, isGivenOut: true, lockedUntil: true } },
            assignments: { where: signableHere, take: 1, select: { id: true } },
          },
        })
      : []
    const time = (instant: Date) => formatInstant(instant, actor.timeZone)
    return {
      sites: sites.map(({ id, name }) => ({ value: id, label: name })),
      kiosks: kiosks.map(({ site: { name: siteName }, openedAt, expiresAt, ...kiosk }) => ({
        ...{ ...kiosk, siteName, openedAt: time(openedAt), expiresAt: time(expiresAt) },
      })),
      people: siteId
        ? {
            siteId,
            isCut: found.length > mostPeople,
            rows: found.slice(0, mostPeople).map(({ id, name, kioskPin, assignments }) => ({
              ...{ personId: id, name, hasToSign: assignments.length > 0 },
              pin: !kioskPin?.hash ? 'none' : kioskPin.isGivenOut ? 'given-out' : 'own',
              isLocked: kioskPin?.lockedUntil ? kioskPin.lockedUntil > at : false,
            })),
          }
        : null,
    }
  })
}
