import { dayIn, dayOf, dayOrNull } from '#lib/base/days'
import type { RecordRef } from '#lib/kernel/audit'
import { updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import type { Prisma } from '#lib/platform/prisma/client'
import { gapDuties, questionnaireDuties } from './due.ts'
import { visible } from './policy.ts'
import { questionnaireKind } from './schema.ts'
import { standingLinks } from './stage.ts'

interface Named {
  id: string
  ref: string
  vendor: { name: string }
}

/** A questionnaire as events and duties name it. */
export const recordOf = ({ id, ref, vendor }: Named): RecordRef => ({
  kind: questionnaireKind,
  id,
  label: `${ref} ${vendor.name}`,
})

const settledSelect = {
  id: true,
  ref: true,
  senderId: true,
  sentOn: true,
  answerBy: true,
  submittedAt: true,
  scoredAt: true,
  gaps: true,
  openGaps: true,
  nextDueOn: true,
  archivedAt: true,
  vendor: { select: { name: true } },
  links: standingLinks,
  scores: {
    where: { verdict: 'gap' },
    select: {
      id: true,
      asked: true,
      gapOwnerId: true,
      settleBy: true,
      settledOn: true,
      goesOn: true,
    },
  },
} as const satisfies Prisma.QuestionnaireSelect

type Settled = Prisma.QuestionnaireGetPayload<{ select: typeof settledSelect }>

/**
 * Recomputes what lists show of these questionnaires and stores what changed. Returns their duties, and those of their
 * gaps, for the runner. A constant number of statements, however many there are.
 */
export async function settle(
  context: CommandContext,
  where: Prisma.QuestionnaireWhereInput,
): Promise<DueSync[]> {
  const { tx, actor } = context
  const found = await tx.questionnaire.findMany({ where, select: settledSelect })
  const changed: { id: string; nextDueOn: string | null; gaps: number; openGaps: number }[] = []
  const syncs = found.flatMap((one) => {
    const [own, ...ofGaps] = dutiesOf(one, actor)
    const nextDueOn = earliestDue([own, ...ofGaps].flatMap((sync) => sync?.duties ?? []))
    const openGaps = one.scores.filter(({ settledOn, goesOn }) => !settledOn && !goesOn).length
    const now = { nextDueOn, gaps: one.scores.length, openGaps }
    const before = { nextDueOn: dayOrNull(one.nextDueOn), gaps: one.gaps, openGaps: one.openGaps }
    if (JSON.stringify(now) !== JSON.stringify(before)) changed.push({ id: one.id, ...now })
    return own ? [own, ...ofGaps] : []
  })
  await updateRows(tx, 'Questionnaire', changed)
  return syncs
}

/** The duties of a questionnaire, then those of each gap: a gap's are its own owner's. */
function dutiesOf(one: Settled, { timeZone, cadences }: CommandContext['actor']): DueSync[] {
  const archived = one.archivedAt !== null
  const dayAt = (instant: Date | null) => (instant ? dayIn(timeZone, instant) : null)
  const { id: recordId, label: recordLabel } = recordOf(one)
  const place = { kind: questionnaireKind, recordLabel, siteIds: [], backupId: null, isOver: archived }
  const facts = {
    archived,
    withdrawn: one.links.length === 0,
    sentOn: dayOf(one.sentOn),
    answerBy: dayOf(one.answerBy),
    submittedOn: dayAt(one.submittedAt),
    scoredOn: dayAt(one.scoredAt),
  }
  const own = { ...place, recordId, ownerId: one.senderId, duties: questionnaireDuties(facts, cadences) }
  const ofGaps = one.scores.map(({ id, asked, gapOwnerId, settleBy, settledOn, goesOn }): DueSync => {
    const gap = settleBy && {
      ...{ id, asked, goesOn },
      sinceOn: dayOf(one.sentOn),
      settleBy: dayOf(settleBy),
      settledOn: dayOrNull(settledOn),
    }
    return {
      ...place,
      recordId: id,
      ownerId: gapOwnerId ?? one.senderId,
      duties: gap && !archived ? gapDuties(gap) : [],
    }
  })
  return [own, ...ofGaps]
}

const lockedSelect = {
  id: true,
  ref: true,
  vendorId: true,
  templateVersionId: true,
  previousId: true,
  senderId: true,
  contactName: true,
  contactEmail: true,
  sentOn: true,
  answerBy: true,
  startedAt: true,
  submittedAt: true,
  scoredAt: true,
  archivedAt: true,
  version: true,
  vendor: { select: { name: true, archivedAt: true } },
  templateVersion: { select: { templateId: true, name: true, number: true, questions: true } },
} as const satisfies Prisma.QuestionnaireSelect

export type LockedQuestionnaire = Prisma.QuestionnaireGetPayload<{ select: typeof lockedSelect }>

/** The questionnaire, locked until the transaction ends; null when there is none in `scope`. */
export async function lockWhere(
  { tx }: Pick<CommandContext, 'tx'>,
  id: string,
  scope: Prisma.QuestionnaireWhereInput,
): Promise<LockedQuestionnaire | null> {
  await tx.$executeRaw`SELECT 1 FROM "Questionnaire" WHERE "id" = ${id}::uuid FOR UPDATE`
  return tx.questionnaire.findFirst({ where: { AND: [{ id }, scope] }, select: lockedSelect })
}

/** The questionnaire, locked until the transaction ends, when the actor may see it; else not found. */
export async function lockQuestionnaire(context: CommandContext, id: string): Promise<LockedQuestionnaire> {
  const found = await lockWhere(context, id, visible(context.actor))
  if (!found) throw notFound()
  return found
}

/** As `lockQuestionnaire`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(
  context: CommandContext,
  id: string,
  version: number,
): Promise<LockedQuestionnaire> {
  const found = await lockQuestionnaire(context, id)
  if (found.version !== version) throw await staleVersion(context.tx, questionnaireKind, id)
  if (found.archivedAt) throw conflict('This questionnaire is archived. Restore it first.')
  return found
}

/** What every change of a questionnaire sets besides its facts. */
export const touched = (now: Date) => ({ updatedAt: now, version: { increment: 1 } })
