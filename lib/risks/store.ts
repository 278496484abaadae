import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import type { RecordRef } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext, SyncContext } from '#lib/kernel/context'
import { earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import type { Prisma } from '#lib/platform/prisma/client'
import { type ActionFacts, actionDuties, type DueFacts, riskDuties } from './due.ts'
import { placedSelect, placesOf, sitesOf, visible } from './policy.ts'
import { riskKind } from './schema.ts'
import type { SixNumbers } from './scores.ts'

interface Nameable {
  id: string
  ref: string
  title: string
}

/** A risk as events and duties name it. */
export const recordOf = ({ id, ref, title }: Nameable): RecordRef => ({
  kind: riskKind,
  id,
  label: `${ref} ${title}`,
})

const settledSelect = {
  ...placedSelect,
  id: true,
  ref: true,
  title: true,
  category: true,
  currentScore: true,
  scoredOn: true,
  beyondAppetite: true,
  treatment: true,
  reviewedOn: true,
  reviewEveryMonths: true,
  acceptedOn: true,
  acceptedUntil: true,
  closedOn: true,
  nextDueOn: true,
  ownerId: true,
  backupId: true,
  createdAt: true,
  archivedAt: true,
  actions: {
    select: {
      id: true,
      title: true,
      ownerId: true,
      dueOn: true,
      doneOn: true,
      dropped: true,
      createdAt: true,
    },
  },
} as const satisfies Prisma.RiskSelect

type Settled = Prisma.RiskGetPayload<{ select: typeof settledSelect }>

/** What follows from a risk, as far as lists ask for it. */
type Follows = { nextDueOn: Day | null; beyondAppetite: boolean }

/** The highest score that is carried, by category. One statement. */
export async function appetitesOf({ tx }: SyncContext): Promise<ReadonlyMap<string, number>> {
  const appetites = await tx.riskAppetite.findMany({ select: { category: true, most: true } })
  return new Map(appetites.map((one) => [one.category, one.most]))
}

/**
 * Recomputes what follows from these risks and the practice's appetite, and stores what changed. Returns their duties, and
 * those of their actions, for the runner. A constant number of statements, however many risks.
 */
export async function settle(context: SyncContext, where: Prisma.RiskWhereInput): Promise<DueSync[]> {
  const { tx } = context
  const found = await tx.risk.findMany({ where, select: settledSelect, relationLoadStrategy: 'query' })
  const appetites = await appetitesOf(context)
  const changed: ({ id: string } & Follows)[] = []
  const syncs = found.flatMap((risk) => {
    const { duties, follows } = standingOf(inPlainDays(risk, context), appetites, context)
    if (follows.nextDueOn !== dayOrNull(risk.nextDueOn) || follows.beyondAppetite !== risk.beyondAppetite)
      changed.push({ id: risk.id, ...follows })
    return duties
  })
  await updateRows(tx, 'Risk', changed)
  return syncs
}

/** What the duties of a risk and of its actions follow from. */
interface Standing extends DueFacts {
  id: string
  ref: string
  title: string
  category: string
  ownerId: string | null
  backupId: string | null
  /** Its sites and those of its AI systems. */
  siteIds: readonly string[]
  actions: readonly (ActionFacts & { ownerId: string | null })[]
}

function inPlainDays(risk: Settled, { actor: { timeZone } }: SyncContext): Standing {
  return {
    ...risk,
    archived: risk.archivedAt !== null,
    siteIds: sitesOf(risk),
    registeredOn: dayIn(timeZone, risk.createdAt),
    closedOn: dayOrNull(risk.closedOn),
    scoredOn: dayOrNull(risk.scoredOn),
    reviewedOn: dayOrNull(risk.reviewedOn),
    acceptedOn: dayOrNull(risk.acceptedOn),
    acceptedUntil: dayOrNull(risk.acceptedUntil),
    actions: risk.actions.map(({ createdAt, dueOn, doneOn, ...action }) => ({
      ...action,
      createdOn: dayIn(timeZone, createdAt),
      dueOn: dayOf(dueOn),
      doneOn: dayOrNull(doneOn),
    })),
  }
}

/** The duties of a risk, then those of each of its actions, which are its own owner's; and what lists show of them. */
export function standingOf(
  risk: Standing,
  appetites: ReadonlyMap<string, number>,
  { today, actor: { cadences } }: SyncContext,
): { duties: DueSync[]; follows: Follows } {
  const isOver = risk.archived || risk.closedOn !== null
  const { id: recordId, label: recordLabel, kind } = recordOf(risk)
  const { ownerId, backupId, currentScore } = risk
  const place = { kind, recordLabel, siteIds: placesOf(risk.siteIds), isOver }
  const own = { ...place, recordId, ownerId, backupId, duties: riskDuties(risk, today, cadences) }
  const ofActions = risk.actions.map((action): DueSync => {
    const answers = action.ownerId ?? ownerId
    return {
      ...place,
      recordId: action.id,
      ownerId: answers,
      backupId: backupId === answers ? null : backupId,
      duties: isOver ? [] : actionDuties(action, currentScore),
    }
  })
  const duties = [own, ...ofActions]
  const limit = appetites.get(risk.category)
  return {
    duties,
    follows: {
      nextDueOn: earliestDue(duties.flatMap((sync) => sync.duties)),
      beyondAppetite: limit !== undefined && currentScore !== null && currentScore > limit,
    },
  }
}

const lockedSelect = {
  ...settledSelect,
  inherentLikelihood: true,
  inherentImpact: true,
  currentLikelihood: true,
  currentImpact: true,
  targetLikelihood: true,
  targetImpact: true,
  acceptedScore: true,
  acceptanceReason: true,
  closeReason: true,
  version: true,
} as const satisfies Prisma.RiskSelect

export type LockedRisk = Prisma.RiskGetPayload<{ select: typeof lockedSelect }> & { siteIds: string[] }

/** The risk, locked until the transaction ends, when the actor may see it; else not found. */
export async function lockRisk({ tx, actor }: CommandContext, id: string): Promise<LockedRisk> {
  await tx.$executeRaw`SELECT 1 FROM "Risk" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await tx.risk.findFirst({ where: { AND: [{ id }, visible(actor)] }, select: lockedSelect })
  if (!found) throw notFound()
  return { ...found, siteIds: sitesOf(found) }
}

/** As `lockRisk`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(context: CommandContext, id: string, version: number): Promise<LockedRisk> {
  const found = await lockRisk(context, id)
  if (found.version !== version) throw await staleVersion(context.tx, riskKind, id)
  if (found.archivedAt) throw conflict('This risk is archived. Restore it first.')
  return found
}

/** Locks risks until the transaction ends, always in the same order. */
export async function lockRisks({ tx }: CommandContext, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Risk" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
}

/** What every change of a risk sets besides its facts. */
export const touched = (now: Date) => ({ updatedAt: now, version: { increment: 1 } })

/** How a risk stood after a change of its scores, or of whether it is open. */
export interface ScoreEntry extends SixNumbers {
  riskId: string
  isOpen: boolean
  note: string
}

/** Adds to the history of scores, from which the movement over quarters is drawn. One statement. */
export function keepScores(
  { tx, actor, now, today }: CommandContext,
  entries: readonly ScoreEntry[],
): Promise<void> {
  return insertRows(
    tx,
    'RiskScore',
    entries.map(({ riskId, isOpen, note, ...numbers }) => ({
      id: newId(now.getTime()),
      practiceId: actor.practiceId,
      riskId,
      scoredOn: today,
      scoredById: actor.personId,
      inherentLikelihood: numbers.inherentLikelihood,
      inherentImpact: numbers.inherentImpact,
      currentLikelihood: numbers.currentLikelihood,
      currentImpact: numbers.currentImpact,
      targetLikelihood: numbers.targetLikelihood,
      targetImpact: numbers.targetImpact,
      isOpen,
      note,
      createdAt: now.toISOString(),
    })),
  )
}
