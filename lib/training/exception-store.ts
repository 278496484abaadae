import { type Day, dateOf, dayOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { canAt, type Permission } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, notFound } from '#lib/kernel/errors'
import type { Prisma } from '#lib/platform/prisma/client'
import { assignmentsOf } from './policy.ts'
import { assignmentKind } from './schema.ts'

const select = {
  id: true,
  campaignId: true,
  personId: true,
  siteId: true,
  assignedOn: true,
  dueOn: true,
  startedAt: true,
  signedAt: true,
  signedOn: true,
  pausedOn: true,
  closedOn: true,
  closedFor: true,
  round: true,
  version: true,
  person: { select: { name: true } },
  campaign: { select: { id: true, ref: true, title: true, closedOn: true, archivedAt: true } },
} as const satisfies Prisma.AssignmentSelect

export interface LockedAssignment extends Prisma.AssignmentGetPayload<{ select: typeof select }> {
  record: RecordRef
  /** The last day of it. */
  until: Day
}

/** What one person has to do, locked until the transaction ends, for whoever may decide about it; else not found. */
export async function lockAssignment(
  { tx, actor }: CommandContext,
  id: string,
  permission: Permission,
): Promise<LockedAssignment> {
  await tx.$executeRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await tx.assignment.findFirst({
    where: { AND: [{ id }, assignmentsOf(actor, 'training.read')] },
    select,
  })
  if (!found) throw notFound()
  if (!canAt(actor, permission, found.siteId ? [found.siteId] : [])) throw forbidden()
  if (found.campaign.archivedAt) throw conflict('This campaign is archived.')
  const label = `${found.campaign.ref} ${found.campaign.title}, ${found.person.name}`
  return { ...found, record: { kind: assignmentKind, id, label }, until: dayOf(found.dueOn) }
}

/** As `lockAssignment`, refusing when it was changed since `version`. */
export async function lockSeen(
  context: CommandContext,
  { id, version }: { id: string; version: number },
  permission: Permission,
): Promise<LockedAssignment> {
  const found = await lockAssignment(context, id, permission)
  if (found.version !== version) throw await staleVersion(context.tx, assignmentKind, id)
  return found
}

/** Nobody lets themselves off: somebody else decides about one's own training. */
export function refuseOwn({ actor }: CommandContext, { personId }: LockedAssignment): void {
  if (personId === actor.personId)
    throw conflict('This is your own training. Somebody else has to decide about it.')
}

type StepKind = 'extended' | 'excused' | 'reopened' | 'taken-back' | 'restriction' | 'sanction'

/** Writes down what was decided; never changed again. */
export async function addStep(
  { tx, actor, now }: CommandContext,
  assignmentId: string,
  step: { kind: StepKind; reason: string; before?: Day; after?: Day },
): Promise<void> {
  const { kind, reason, before, after } = step
  await tx.assignmentStep.create({
    data: {
      ...{ id: newId(now.getTime()), practiceId: actor.practiceId, assignmentId, kind, reason, at: now },
      dueBefore: before ? dateOf(before) : null,
      dueAfter: after ? dateOf(after) : null,
      byId: actor.personId,
      byName: actor.name,
    },
  })
}
