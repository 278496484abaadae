import { type Day, dayOf } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import type { Kind } from './options.ts'
import { factsOf, factsSelect } from './system-facts.ts'
import { questionsFor } from './templates.ts'

/** A system that can be assessed. */
export interface SystemChoice {
  id: string
  ref: string
  name: string
  purpose: string
}

/** The systems at whose every site the actor keeps assessments. */
function assessable(actor: Actor): Prisma.AiSystemWhereInput {
  const sites = sitesWith(actor, 'assessment.edit')
  if (sites === 'all') return {}
  return { sites: { some: {}, every: { siteId: { in: [...sites] } } } }
}

/** The systems that the actor may assess, by name; retired ones are left out. */
export function systemsToAssess(actor: Actor): Promise<SystemChoice[]> {
  return read(actor, (tx) =>
    tx.aiSystem.findMany({
      where: { AND: [{ archivedAt: null, stage: { not: 'retired' } }, assessable(actor)] },
      select: { id: true, ref: true, name: true, purpose: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 2_000,
    }),
  )
}

/** What starting one would mean. */
export interface StartPlan {
  system: SystemChoice | null
  asked: number
  skipped: number
  /** One of the same kind about the same that is still open. */
  open: { id: string; ref: string } | null
  /** The last signed one, from which the new one starts. */
  before: { id: string; ref: string; signedOn: Day; ownerId: string | null; scope: string } | null
}

/** What starting this kind about this would mean; null when the actor may not assess it. */
export async function planStart(
  actor: Actor,
  kind: Kind,
  systemId: string | null,
): Promise<StartPlan | null> {
  if (systemId !== null && !isId(systemId)) return null
  if (systemId === null && sitesWith(actor, 'assessment.edit') !== 'all') return null
  return read(actor, async (tx) => {
    const system = systemId
      ? await tx.aiSystem.findFirst({
          where: { AND: [{ id: systemId, archivedAt: null }, assessable(actor)] },
          select: { ...factsSelect, id: true, ref: true, name: true, purpose: true },
        })
      : null
    if (systemId && !system) return null
    const same = { kind, systemId, archivedAt: null }
    const open = await tx.assessment.findFirst({
      where: { ...same, state: 'open' },
      select: { id: true, ref: true },
    })
    const before = await tx.assessment.findFirst({
      where: { ...same, state: 'signed' },
      orderBy: [{ signedOn: 'desc' }, { id: 'desc' }],
      select: { id: true, ref: true, signedOn: true, startedOn: true, ownerId: true, scope: true },
    })
    const questions = questionsFor(kind, system ? factsOf(system) : null)
    return {
      system: system && { id: system.id, ref: system.ref, name: system.name, purpose: system.purpose },
      asked: questions.filter(({ skipped }) => skipped === null).length,
      skipped: questions.filter(({ skipped }) => skipped !== null).length,
      open,
      before: before && {
        ...{ id: before.id, ref: before.ref, ownerId: before.ownerId, scope: before.scope },
        signedOn: dayOf(before.signedOn ?? before.startedOn),
      },
    }
  })
}
