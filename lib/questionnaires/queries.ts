import { dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { visible } from './policy.ts'
import { stageOf, standingLinks } from './stage.ts'
import { type QuestionnaireRow, questionnaireTable } from './table.ts'

export const rowSelect = {
  id: true,
  ref: true,
  vendorId: true,
  contactName: true,
  contactEmail: true,
  senderId: true,
  sentOn: true,
  answerBy: true,
  startedAt: true,
  submittedAt: true,
  submittedByName: true,
  scoredAt: true,
  gaps: true,
  openGaps: true,
  nextDueOn: true,
  archivedAt: true,
  version: true,
  vendor: { select: { name: true } },
  sender: { select: { name: true } },
  templateVersion: { select: { name: true, number: true } },
  previous: { select: { ref: true } },
  links: standingLinks,
} as const satisfies Prisma.QuestionnaireSelect

/** A database row as lists and files see it. */
export function toRow(
  found: Prisma.QuestionnaireGetPayload<{ select: typeof rowSelect }>,
  { timeZone }: Pick<Actor, 'timeZone'>,
): QuestionnaireRow {
  const { id, ref, vendorId, contactName, contactEmail, senderId, gaps, openGaps, version } = found
  const dayAt = (instant: Date | null) => (instant ? dayIn(timeZone, instant) : null)
  return {
    ...{ id, ref, vendorId, contactName, contactEmail, senderId, gaps, openGaps, version },
    vendorName: found.vendor.name,
    templateName: found.templateVersion.name,
    templateNumber: found.templateVersion.number,
    stage: stageOf(found),
    senderName: found.sender.name,
    sentOn: dayOf(found.sentOn),
    answerBy: dayOf(found.answerBy),
    answeredOn: dayAt(found.submittedAt),
    answeredBy: found.submittedAt ? found.submittedByName : '',
    scoredOn: dayAt(found.scoredAt),
    previousRef: found.previous?.ref ?? null,
    nextDueOn: dayOrNull(found.nextDueOn),
    archived: found.archivedAt !== null,
  }
}

function whereOf(actor: Actor, state: ListState): Prisma.QuestionnaireWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(questionnaireTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many questionnaires match. */
export function listQuestionnaires(
  actor: Actor,
  state: ListState,
): Promise<{ rows: QuestionnaireRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await rowsOfPage(tx, actor, state),
    total: await countOf(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function rowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<QuestionnaireRow[]> {
  const found = await tx.questionnaire.findMany({
    where: whereOf(actor, state),
    select: rowSelect,
    orderBy: listOrder(questionnaireTable, state),
    ...listPage(state),
  })
  return found.map((row) => toRow(row, actor))
}

/** How many questionnaires match. */
export function countOf(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.questionnaire.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function questionnairesForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<QuestionnaireRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.questionnaire.findMany({
      where: whereOf(actor, state),
      select: rowSelect,
      orderBy: listOrder(questionnaireTable, state),
      skip,
      take,
    })
    return found.map((row) => toRow(row, actor))
  })
}

/** The questionnaires of a vendor, newest first; none for those who may not read them. */
export function questionnairesOfVendor(actor: Actor, vendorId: string): Promise<QuestionnaireRow[]> {
  if (!isId(vendorId)) return Promise.resolve([])
  return read(actor, async (tx) => {
    const found = await tx.questionnaire.findMany({
      where: { AND: [{ vendorId, archivedAt: null }, visible(actor)] },
      select: rowSelect,
      orderBy: [{ sentOn: 'desc' }, { id: 'desc' }],
      take: 20,
    })
    return found.map((row) => toRow(row, actor))
  })
}
