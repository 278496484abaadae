import { type Actor, can, canAt } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { read, type Tx } from '#lib/platform/db'
import { siteKind } from './sites-schema.ts'

/** One site, and what stands in the registers under it. */
export interface SiteRow {
  id: string
  name: string
  state: string
  closed: boolean
  version: number
  people: number
  systems: number
  /** Roles that count at this site only. */
  roles: number
}

const siteSelect = {
  id: true,
  name: true,
  state: true,
  archivedAt: true,
  version: true,
  _count: {
    select: {
      people: { where: { person: { active: true, archivedAt: null } } },
      systems: { where: { system: { archivedAt: null } } },
      roles: true,
    },
  },
} as const

export interface SiteList {
  /** By name, closed ones last. */
  sites: SiteRow[]
  /** What belongs to no site in particular, and so to each of them. */
  everywhere: { people: number; systems: number }
}

/** All sites. Three statements. */
export function listSites(actor: Actor): Promise<SiteList> {
  return read(actor, async (tx) => {
    const found = await tx.site.findMany({ select: siteSelect, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
    const rows = found.map(({ archivedAt, _count, ...site }) => ({
      ...site,
      closed: archivedAt !== null,
      ..._count,
    }))
    return {
      sites: rows.sort((a, b) => Number(a.closed) - Number(b.closed)),
      everywhere: {
        people: await tx.person.count({ where: { active: true, archivedAt: null, sites: { none: {} } } }),
        systems: await tx.aiSystem.count({ where: { archivedAt: null, sites: { none: {} } } }),
      },
    }
  })
}

/** One site with its history; null when there is none, or the actor has no business with it. */
export function getSite(actor: Actor, id: string): Promise<(SiteRow & { history: HistoryEntry[] }) | null> {
  return read(actor, async (tx) => {
    if (!can(actor, 'site.edit') || !canAt(actor, 'site.edit', [id])) return null
    const found = await tx.site.findUnique({ where: { id }, select: siteSelect })
    if (!found) return null
    const { archivedAt, _count, ...site } = found
    return {
      ...site,
      closed: archivedAt !== null,
      ..._count,
      history: await recordHistory(tx, siteKind, id, 50),
    }
  })
}

/** The states whose law may apply anywhere in the practice: those it says it operates in, and those of its open sites. */
export async function operatingStates(tx: Tx): Promise<string[]> {
  const practice = await tx.practice.findFirst({ select: { states: true } })
  const sites = await tx.site.findMany({
    where: { archivedAt: null },
    select: { state: true },
    distinct: ['state'],
  })
  return [...new Set([...(practice?.states ?? []), ...sites.map(({ state }) => state)])].sort()
}

/** The same for a page: whose law a new record of the whole practice may come under. */
export function practiceStates(actor: Actor): Promise<string[]> {
  return read(actor, operatingStates)
}
