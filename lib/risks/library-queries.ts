import { isId } from '#lib/base/ids'
import { type Actor, canAt } from '#lib/kernel/access'
import type { StarterRisk } from '#lib/law/library'
import { starterRisks } from '#lib/law/library/risks'
import { read } from '#lib/platform/db'
import { fits } from './library-fit.ts'
import { visibleSystems } from './policy.ts'

/** A starter risk as the library offers it. */
export interface Offered extends StarterRisk {
  /** Under which reference it is in the register already, for the same system or for the practice. */
  adoptedAs: string | null
}

export interface LibraryPage {
  /** The AI systems to choose from; null where there are too many to list. */
  systems: { value: string; label: string }[] | null
  /** What risks are picked for; null for the practice as a whole. */
  system: { id: string; ref: string; name: string } | null
  offered: Offered[]
  /** How many of the category do not seem to fit, and are left out. */
  leftOut: number
  /** Whether the actor may take risks over for this. */
  mayAdopt: boolean
}

/** More systems than this are not listed; their own pages lead here. */
const mostListed = 200

/** The library for one AI system or for the practice: what fits it first, and of each whether it is there already. */
export function libraryPage(
  actor: Actor,
  wanted: { systemId: string; category: string; everything: boolean },
): Promise<LibraryPage> {
  const { systemId, category, everything } = wanted
  return read(actor, async (tx) => {
    const open = { AND: [visibleSystems(actor), { archivedAt: null }] }
    const listed = await tx.aiSystem.findMany({
      where: open,
      select: { id: true, ref: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: mostListed + 1,
    })
    const system = isId(systemId)
      ? await tx.aiSystem.findFirst({
          where: { AND: [open, { id: systemId }] },
          select: {
            id: true,
            ref: true,
            name: true,
            category: true,
            generative: true,
            patientData: true,
            sites: { select: { siteId: true } },
          },
        })
      : null
    const there = await tx.risk.findMany({
      where: {
        starterKey: { not: null },
        archivedAt: null,
        ...(system ? { systems: { some: { systemId: system.id } } } : { systems: { none: {} } }),
      },
      select: { ref: true, starterKey: true },
    })
    const refs = new Map(there.map(({ ref, starterKey }) => [starterKey, ref]))
    const ofCategory = starterRisks.filter((risk) => category === '' || risk.category === category)
    const fitting = ofCategory.filter((risk) => fits(risk, system))
    const siteIds = system?.sites.map(({ siteId }) => siteId) ?? []
    return {
      systems:
        listed.length > mostListed
          ? null
          : listed.map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` })),
      system: system && { id: system.id, ref: system.ref, name: system.name },
      offered: (everything ? ofCategory : fitting).map((risk) => ({
        ...risk,
        adoptedAs: refs.get(risk.key) ?? null,
      })),
      leftOut: everything ? 0 : ofCategory.length - fitting.length,
      mayAdopt: canAt(actor, 'risk.edit', siteIds),
    }
  })
}
