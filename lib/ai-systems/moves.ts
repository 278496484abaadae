import { type Day, dayOf } from '#lib/base/days'
import { type Actor, can } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import type { Cover } from './cover.ts'
import { coversOf } from './cover-queries.ts'
import { type Move, movesOf } from './life-cycle.ts'
import { type Stage, stages } from './options.ts'
import { movableBy } from './policy.ts'
import { notIdentifiable } from './tier.ts'

const factsSelect = {
  stage: true,
  stageReason: true,
  approvedOn: true,
  ownerId: true,
  backupId: true,
  purpose: true,
  patientData: true,
  reachesPatient: true,
  licensedReview: true,
  useKind: true,
  therapy: true,
  generative: true,
  decisionSupport: true,
  reviewedOn: true,
  flows: {
    where: { archivedAt: null },
    select: { deidentification: true, identifiers: true, destination: true, minimumNecessary: true },
  },
  safeguards: { select: { key: true, state: true } },
} as const satisfies Prisma.AiSystemSelect

function movesFrom(
  found: Prisma.AiSystemGetPayload<{ select: typeof factsSelect }> | null,
  cover: Cover | undefined,
): Move[] {
  const stage = stages.find((known) => known.value === found?.stage)?.value
  return found && stage && cover
    ? movesOf({ ...found, stage, cover, reviewed: found.reviewedOn !== null })
    : []
}

/** Every move of a system, with what each still lacks, read fresh. */
export async function movesFor(tx: Tx, id: string, today: Day): Promise<Move[]> {
  const found = await tx.aiSystem.findUnique({ where: { id }, select: factsSelect })
  return movesFrom(found, (await coversOf(tx, { id }, today)).get(id))
}

/** A system for which only somebody's decision is missing. */
export interface WaitingMove {
  id: string
  label: string
  from: Stage
  to: Stage
  since: Day
}

const nextOf: Partial<Record<Stage, Stage>> = { 'in-review': 'approved', approved: 'in-use' }
const mostWaiting = 5
/** The database judges nearly as `movesOf` does, so few are read and passed over: a text of blanks is empty here alone. */
const mostRead = 10

const known = { not: 'unknown' }
const answered = (key: string): Prisma.AiSystemWhereInput => ({
  safeguards: { some: { key, state: { in: ['met', 'not-applicable'] } } },
})
const undescribed: Prisma.PhiFlowWhereInput = {
  archivedAt: null,
  deidentification: { notIn: [...notIdentifiable] },
  OR: [{ identifiers: { isEmpty: true } }, { destination: '' }, { minimumNecessary: '' }],
}

/** A tool that somebody asked for and nobody has taken up yet. */
export interface NewRequest {
  id: string
  label: string
  askedBy: string
  askedOn: Day
}

const mostRequests = 5

/** What colleagues asked for and the actor may take up, the newest first, and how many there are. At most two statements. */
export function newRequests(actor: Actor): Promise<{ requests: NewRequest[]; total: number }> {
  if (!can(actor, 'ai-system.move')) return Promise.resolve({ requests: [], total: 0 })
  const where: Prisma.AiSystemWhereInput = {
    AND: [movableBy(actor)],
    stage: 'proposed',
    archivedAt: null,
    proposedById: { not: null },
    NOT: { proposedById: actor.personId },
  }
  return read(actor, async (tx) => {
    const found = await tx.aiSystem.findMany({
      where,
      select: { id: true, ref: true, name: true, proposedOn: true, proposedBy: { select: { name: true } } },
      orderBy: [{ proposedOn: 'desc' }, { id: 'desc' }],
      take: mostRequests,
    })
    return {
      requests: found.map(({ id, ref, name, proposedOn, proposedBy }) => ({
        id,
        label: `${ref} ${name}`,
        askedBy: proposedBy?.name ?? '',
        askedOn: dayOf(proposedOn),
      })),
      total: found.length < mostRequests ? found.length : await tx.aiSystem.count({ where }),
    }
  })
}

/**
 * The systems that wait for the actor to approve them or to put them in use, with nothing else missing: those that wait
 * longest, at most five. A constant number of statements.
 */
export function movesWaiting(actor: Actor): Promise<WaitingMove[]> {
  if (!can(actor, 'ai-system.move')) return Promise.resolve([])
  return read(actor, async (tx) => {
    const found = await tx.aiSystem.findMany({
      where: {
        AND: [
          movableBy(actor),
          {
            OR: [
              { stage: 'in-review' },
              { stage: 'approved', backupId: { not: null }, AND: [answered('stop'), answered('fallback')] },
            ],
          },
          { OR: [{ patientData: 'no' }, { flows: { some: { archivedAt: null } } }] },
        ],
        flows: { none: undescribed },
        archivedAt: null,
        purpose: { not: '' },
        ownerId: { not: null },
        reviewedOn: { not: null },
        ...{ reachesPatient: known, licensedReview: known, useKind: known },
        ...{ therapy: known, generative: known, decisionSupport: known, patientData: known },
        cover: { not: 'uncovered' },
      },
      select: { ...factsSelect, id: true, ref: true, name: true, stageSince: true },
      orderBy: [{ stageSince: 'asc' }, { id: 'asc' }],
      take: mostRead,
      // Joined, what belongs to each would be read before they are cut to so few.
      relationLoadStrategy: 'query',
    })
    const covers = await coversOf(tx, { id: { in: found.map(({ id }) => id) } }, todayFor(actor))
    const waiting = found.flatMap((system): WaitingMove[] => {
      const from = stages.find(({ value }) => value === system.stage)?.value
      const to = from && nextOf[from]
      if (!to || !movesFrom(system, covers.get(system.id)).some((move) => move.to === to && move.ready))
        return []
      const { id, ref, name, stageSince } = system
      return [{ id, label: `${ref} ${name}`, from, to, since: dayOf(stageSince) }]
    })
    return waiting.slice(0, mostWaiting)
  })
}
