import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { shorten } from '#lib/base/text'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext, SyncContext } from '#lib/kernel/context'
import { type Duty, earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import type { Prisma } from '#lib/platform/prisma/client'
import { type DueFacts, systemDuties } from './due.ts'
import { flowKind } from './flow-schema.ts'
import { visible } from './policy.ts'
import { systemKind } from './schema.ts'
import { computeTier, type TierFacts } from './tier.ts'

/** What a system's stored conclusions follow from. */
type Facts = TierFacts & Omit<DueFacts, 'tier'> & { tierOverride: string | null }

interface Conclusions {
  tierComputed: string
  tier: string
  nextDueOn: Day | null
  duties: Duty[]
}

/** Tier, duties and next due date: everything stored about a system that follows from its facts. */
export function conclude(facts: Facts, chosen: Readonly<Record<string, number>>): Conclusions {
  const tierComputed = computeTier(facts)
  const tier = facts.tierOverride ?? tierComputed
  const duties = systemDuties({ ...facts, tier }, chosen)
  return { tierComputed, tier, duties, nextDueOn: earliestDue(duties) }
}

const storedSelect = {
  id: true,
  ref: true,
  name: true,
  ownerId: true,
  backupId: true,
  tierOverride: true,
  tier: true,
  tierComputed: true,
  nextDueOn: true,
  useKind: true,
  reachesPatient: true,
  licensedReview: true,
  therapy: true,
  generative: true,
  decisionSupport: true,
  protectedInputs: true,
  patientData: true,
  stage: true,
  proposedOn: true,
  approvedOn: true,
  reviewedOn: true,
  dataReviewedOn: true,
  logsReviewedOn: true,
  cover: true,
  coverSince: true,
  coverOverrideUntil: true,
  createdAt: true,
  archivedAt: true,
  sites: { select: { siteId: true } },
  flows: {
    select: {
      id: true,
      ref: true,
      purpose: true,
      archivedAt: true,
      deidentification: true,
      trainsModel: true,
    },
  },
} as const satisfies Prisma.AiSystemSelect

/**
 * Recomputes what follows from the facts of these systems and stores what changed. Returns their duties for the runner.
 * A constant number of statements, however many systems.
 */
export async function settle(
  { tx, actor }: SyncContext,
  where: Prisma.AiSystemWhereInput,
): Promise<DueSync[]> {
  const systems = await tx.aiSystem.findMany({ where, select: storedSelect })
  const changed: { id: string; tier: string; tierComputed: string; nextDueOn: string | null }[] = []
  const syncs = systems.flatMap((system): DueSync[] => {
    const facts: Facts = {
      ...system,
      flows: system.flows.filter((flow) => flow.archivedAt === null),
      archived: system.archivedAt !== null,
      proposedOn: dayOf(system.proposedOn),
      registeredOn: dayIn(actor.timeZone, system.createdAt),
      approvedOn: dayOrNull(system.approvedOn),
      reviewedOn: dayOrNull(system.reviewedOn),
      dataReviewedOn: dayOrNull(system.dataReviewedOn),
      logsReviewedOn: dayOrNull(system.logsReviewedOn),
      coverNoted: system.cover,
      coverSince: dayOrNull(system.coverSince),
      coverOverrideUntil: dayOrNull(system.coverOverrideUntil),
    }
    const { tier, tierComputed, nextDueOn, duties } = conclude(facts, actor.cadences)
    if (
      tier !== system.tier ||
      tierComputed !== system.tierComputed ||
      nextDueOn !== dayOrNull(system.nextDueOn)
    )
      changed.push({ id: system.id, tier, tierComputed, nextDueOn })
    const siteIds = system.sites.map(({ siteId }) => siteId)
    const isOver = facts.archived || system.stage === 'retired'
    const own = { ...dueSync(system, siteIds, duties), isOver }
    // Flows have no duties of their own, but the files on them are renewed by whoever owns the system.
    const flows = system.flows.map((flow) => ({
      ...own,
      ...flowBearerOf(flow),
      duties: [],
      isOver: isOver || flow.archivedAt !== null,
    }))
    return [own, ...flows]
  })
  await updateRows(tx, 'AiSystem', changed)
  return syncs
}

/** A flow as what its files hang on. */
export function flowBearerOf(flow: { id: string; ref: string; purpose: string }) {
  return { kind: flowKind, recordId: flow.id, recordLabel: `${flow.ref} ${shorten(flow.purpose, 80)}` }
}

/** The duties of one system in the shape the runner takes. */
export function dueSync(
  system: { id: string; ref: string; name: string; ownerId: string | null; backupId: string | null },
  siteIds: readonly string[],
  duties: readonly Duty[],
): DueSync {
  const { id, ref, name, ownerId, backupId } = system
  return { kind: systemKind, recordId: id, recordLabel: `${ref} ${name}`, siteIds, ownerId, backupId, duties }
}

const lockedSelect = {
  id: true,
  ref: true,
  name: true,
  stage: true,
  tierOverride: true,
  version: true,
  archivedAt: true,
  approvedOn: true,
  reviewedOn: true,
  dataReviewedOn: true,
  logsReviewedOn: true,
  ownerId: true,
  backupId: true,
  sites: { select: { siteId: true } },
} as const satisfies Prisma.AiSystemSelect

export type LockedSystem = Prisma.AiSystemGetPayload<{ select: typeof lockedSelect }> & {
  siteIds: string[]
  label: string
}

/** The system, locked until the transaction ends, when the actor may see it (or it is in `scope`); else not found. */
export async function lockSystem(
  { tx, actor }: CommandContext,
  id: string,
  scope: Prisma.AiSystemWhereInput = visible(actor),
): Promise<LockedSystem> {
  await tx.$executeRaw`SELECT 1 FROM "AiSystem" WHERE "id" = ${id}::uuid FOR UPDATE`
  const system = await tx.aiSystem.findFirst({
    where: { AND: [{ id }, scope] },
    select: lockedSelect,
  })
  if (!system) throw notFound()
  return {
    ...system,
    siteIds: system.sites.map(({ siteId }) => siteId),
    label: `${system.ref} ${system.name}`,
  }
}

/** As `lockSystem`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(
  context: CommandContext,
  id: string,
  version: number,
): Promise<LockedSystem> {
  const system = await lockSystem(context, id)
  await requireCurrent(context, system, version)
  return system
}

/** Refuses a locked system that was changed since `version` or is archived. */
export async function requireCurrent(
  { tx }: CommandContext,
  system: LockedSystem,
  version: number,
): Promise<void> {
  if (system.version !== version) throw await staleVersion(tx, systemKind, system.id)
  if (system.archivedAt) throw conflict('This AI system is archived. Restore it first.')
}

/** Sets a system's sites to exactly these. */
export async function replaceSites(
  { tx, actor }: CommandContext,
  systemId: string,
  siteIds: readonly string[],
): Promise<void> {
  const { practiceId } = actor
  await tx.aiSystemSite.deleteMany({ where: { systemId, siteId: { notIn: [...siteIds] } } })
  await tx.aiSystemSite.createMany({
    data: siteIds.map((siteId) => ({ practiceId, systemId, siteId })),
    skipDuplicates: true,
  })
}

/** Writes these safeguards of a system, leaving others as they are. */
export async function putSafeguards(
  { tx, actor }: CommandContext,
  systemId: string,
  safeguards: Readonly<Record<string, { state: string; note: string } | undefined>>,
): Promise<void> {
  const existing = await tx.safeguard.findMany({
    where: { systemId },
    select: { id: true, key: true, state: true, note: true },
  })
  const byKey = new Map(existing.map((row) => [row.key, row]))
  const entries = Object.entries(safeguards).flatMap(([key, value]) => (value ? [{ key, ...value }] : []))
  await updateRows(
    tx,
    'Safeguard',
    entries.flatMap(({ key, state, note }) => {
      const row = byKey.get(key)
      return row && (row.state !== state || row.note !== note) ? [{ id: row.id, state, note }] : []
    }),
  )
  await insertRows(
    tx,
    'Safeguard',
    entries
      .filter(({ key }) => !byKey.has(key))
      .map(({ key, state, note }) => ({
        id: crypto.randomUUID(),
        practiceId: actor.practiceId,
        systemId,
        key,
        state,
        note,
      })),
  )
}
