import { type Day, dateOf, dayOf, dayOrNull } from '#lib/base/days'
import type { RecordRef } from '#lib/kernel/audit'
import { updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import type { Prisma } from '#lib/platform/prisma/client'
import { assignmentDuties, campaignDuties, escalationDuty } from './due.ts'
import type { ClosedFor } from './options.ts'
import { visible } from './policy.ts'
import { assignmentKind, campaignKind, escalationKind } from './schema.ts'

type Context = Pick<CommandContext, 'tx'>

/** A campaign as events and duties name it. */
export const recordOf = ({ id, ref, title }: { id: string; ref: string; title: string }): RecordRef => ({
  kind: campaignKind,
  id,
  label: `${ref} ${title}`,
})

const storedSelect = {
  id: true,
  ref: true,
  title: true,
  opensOn: true,
  dueOn: true,
  escalateAfterDays: true,
  closedOn: true,
  ownerId: true,
  backupId: true,
  nextDueOn: true,
  archivedAt: true,
} as const satisfies Prisma.CampaignSelect

/**
 * Recomputes the next due date of these campaigns and stores what changed. Returns their own duties for the runner, without
 * those of the people in them. A constant number of statements.
 */
export async function settle({ tx }: Context, where: Prisma.CampaignWhereInput): Promise<DueSync[]> {
  const found = await tx.campaign.findMany({ where, select: storedSelect })
  const changed: { id: string; nextDueOn: string | null }[] = []
  const syncs = found.map((one): DueSync => {
    const duties = campaignDuties({
      archived: one.archivedAt !== null,
      opensOn: dayOf(one.opensOn),
      dueOn: dayOrNull(one.dueOn),
      escalateAfterDays: one.escalateAfterDays,
      closedOn: dayOrNull(one.closedOn),
    })
    const nextDueOn = earliestDue(duties)
    if (nextDueOn !== dayOrNull(one.nextDueOn)) changed.push({ id: one.id, nextDueOn })
    const { id: recordId, label: recordLabel } = recordOf(one)
    const { ownerId, backupId } = one
    return {
      ...{ kind: campaignKind, recordId, recordLabel, siteIds: [], ownerId, backupId, duties },
      isOver: one.archivedAt !== null,
    }
  })
  await updateRows(tx, 'Campaign', changed)
  return syncs
}

const assignmentSelect = {
  id: true,
  personId: true,
  siteId: true,
  assignedOn: true,
  dueOn: true,
  signedOn: true,
  pausedOn: true,
  closedFor: true,
  round: true,
  campaign: { select: { id: true, ref: true, title: true } },
} as const satisfies Prisma.AssignmentSelect

type FoundAssignment = Prisma.AssignmentGetPayload<{ select: typeof assignmentSelect }>

/** What these people have to do, for the runner. One statement. */
export async function settleAssignments(
  { tx }: Context,
  where: Prisma.AssignmentWhereInput,
): Promise<DueSync[]> {
  return dutiesOf(await tx.assignment.findMany({ where, select: assignmentSelect }))
}

/** As many ids as a statement takes. */
const idsAtOnce = 10_000

/** As `settleAssignments`, for those of these ids. One statement for each 10,000. */
export async function settleThese(context: Context, ids: readonly string[]): Promise<DueSync[]> {
  const found: DueSync[] = []
  for (let start = 0; start < ids.length; start += idsAtOnce)
    found.push(...(await settleAssignments(context, { id: { in: ids.slice(start, start + idsAtOnce) } })))
  return found
}

function dutiesOf(found: readonly FoundAssignment[]): DueSync[] {
  return found.map((one) => ({
    kind: assignmentKind,
    recordId: one.id,
    recordLabel: recordOf(one.campaign).label,
    siteIds: one.siteId ? [one.siteId] : [],
    ownerId: one.personId,
    backupId: null,
    duties: assignmentDuties({
      assignedOn: dayOf(one.assignedOn),
      dueOn: dayOf(one.dueOn),
      signedOn: dayOrNull(one.signedOn),
      pausedOn: dayOrNull(one.pausedOn),
      closedFor: one.closedFor as ClosedFor | null,
      round: one.round,
    }),
  }))
}

/** What the leads of sites have to do about those who are late, for the runner. One statement. */
export async function settleEscalations(
  { tx }: Context,
  where: Prisma.EscalationWhereInput,
): Promise<DueSync[]> {
  const found = await tx.escalation.findMany({
    where,
    include: { campaign: { select: { id: true, ref: true, title: true, closedOn: true, archivedAt: true } } },
  })
  return found.map(({ id, siteId, leadId, campaign, escalatedOn, doneOn }) => ({
    kind: escalationKind,
    recordId: id,
    recordLabel: recordOf(campaign).label,
    siteIds: [siteId],
    ownerId: leadId,
    backupId: null,
    duties:
      doneOn === null && (campaign.closedOn !== null || campaign.archivedAt !== null)
        ? []
        : [escalationDuty({ escalatedOn: dayOf(escalatedOn), doneOn: dayOrNull(doneOn) })],
  }))
}

const lockedSelect = {
  ...storedSelect,
  courseId: true,
  planId: true,
  occasion: true,
  reason: true,
  changedOn: true,
  groups: true,
  siteIds: true,
  joinerDays: true,
  version: true,
  course: { select: { ref: true, title: true, number: true, archivedAt: true } },
} as const satisfies Prisma.CampaignSelect

export type Locked = Prisma.CampaignGetPayload<{ select: typeof lockedSelect }>

/** The campaign, locked until the transaction ends, when the actor may see it; else not found. */
export async function lockCampaign({ tx, actor }: CommandContext, id: string): Promise<Locked> {
  await tx.$executeRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await tx.campaign.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: lockedSelect,
  })
  if (!found) throw notFound()
  return found
}

/** As `lockCampaign`, refusing when it was changed since `version`, is archived or closed. */
export async function lockForEdit(context: CommandContext, id: string, version: number): Promise<Locked> {
  const found = await lockCampaign(context, id)
  if (found.version !== version) throw await staleVersion(context.tx, campaignKind, id)
  if (found.archivedAt) throw conflict('This campaign is archived. Restore it first.')
  if (found.closedOn) throw conflict('This campaign is closed. What was signed stays as it is.')
  return found
}

/** Whether a campaign takes people in on a day. */
export const takesIn = (
  { opensOn, closedOn, archivedAt }: Pick<Locked, 'opensOn' | 'closedOn' | 'archivedAt'>,
  today: Day,
) => dayOf(opensOn) <= today && closedOn === null && archivedAt === null

/** Ends what these people had to do, because it is not meant for them. Their duties are still to be brought in line. */
export async function takeOut({ tx, today }: CommandContext, ids: readonly string[]): Promise<void> {
  await tx.assignment.updateMany({
    where: { id: { in: [...ids] } },
    data: { closedOn: dateOf(today), closedFor: 'not-meant', pausedOn: null, version: { increment: 1 } },
  })
}

/** What every change of a campaign sets besides its facts. */
export const touched = (now: Date) => ({ updatedAt: now, version: { increment: 1 } })
