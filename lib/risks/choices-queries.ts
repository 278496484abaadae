import { type Actor, sitesWith } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { visibleSystems } from './policy.ts'

export interface Choice {
  value: string
  label: string
}

/** What a risk can be written down for. Where there are too many to list, only those chosen already are there. */
export interface RiskChoices {
  systems: Choice[]
  vendors: Choice[]
  sites: Choice[]
  controls: Choice[]
  /** Which of them are not listed in full, and so are also named by reference. */
  unlisted: { systems: boolean; vendors: boolean; controls: boolean }
}

/** More than this are named by reference rather than ticked. */
const mostListed = 120

interface Stored {
  systemIds: readonly string[]
  vendorIds: readonly string[]
  siteIds: readonly string[]
  controlIds: readonly string[]
}

const none: Stored = { systemIds: [], vendorIds: [], siteIds: [], controlIds: [] }

/** What the form offers. `stored`: what the risk names now, so that saving it again does not drop it. */
export function riskChoices(actor: Actor, stored: Stored = none): Promise<RiskChoices> {
  const named = { id: true, ref: true, name: true } as const
  const byName = [{ name: 'asc' }, { id: 'asc' }] satisfies Record<string, 'asc'>[]
  const allowed = sitesWith(actor, 'risk.edit')
  return read(actor, async (tx) => {
    const systems = await offered(stored.systemIds, (open, take) =>
      tx.aiSystem.findMany({
        where: { AND: [visibleSystems(actor), open] },
        select: named,
        orderBy: byName,
        take,
      }),
    )
    const vendors = await offered(stored.vendorIds, (where, take) =>
      tx.vendor.findMany({ where, select: named, orderBy: byName, take }),
    )
    const controls = await offered(stored.controlIds, async (where, take) => {
      const found = await tx.control.findMany({
        where,
        select: { id: true, ref: true, title: true },
        orderBy: [{ title: 'asc' }, { id: 'asc' }],
        take,
      })
      return found.map(({ title, ...rest }) => ({ ...rest, name: title }))
    })
    const sites = await tx.site.findMany({
      where: {
        OR: [
          { archivedAt: null, ...(allowed === 'all' ? {} : { id: { in: [...allowed] } }) },
          { id: { in: [...stored.siteIds] } },
        ],
      },
      select: { id: true, name: true },
      orderBy: byName,
    })
    return {
      systems: systems.choices,
      vendors: vendors.choices,
      controls: controls.choices,
      sites: sites.map(({ id, name }) => ({ value: id, label: name })),
      unlisted: {
        systems: systems.isUnlisted,
        vendors: vendors.isUnlisted,
        controls: controls.isUnlisted,
      },
    }
  })
}

interface Open {
  OR: ({ archivedAt: null } | { id: { in: string[] } })[]
}

/** All that can be chosen, or where there are too many what is chosen already. */
async function offered(
  stored: readonly string[],
  find: (where: Open, take: number) => Promise<{ id: string; ref: string; name: string }[]>,
): Promise<{ choices: Choice[]; isUnlisted: boolean }> {
  const kept = { id: { in: [...stored] } }
  const most = mostListed + stored.length
  const all = await find({ OR: [{ archivedAt: null }, kept] }, most + 1)
  const isUnlisted = all.length > most
  const found = isUnlisted ? await find({ OR: [kept] }, most) : all
  return { choices: found.map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` })), isUnlisted }
}
