import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { foldAnswers } from './fold-history.ts'
import type { CopyHead, FindingRisk, GivenPart, Item } from './item.ts'
import type { AnswerValue, Kind } from './options.ts'
import { visible, visibleToAnswerer, visibleWhole } from './policy.ts'
import { type PartProgress, progressOf } from './progress.ts'
import { rowSelect, toRow } from './queries.ts'
import { assessmentKind } from './schema.ts'
import { factsOf, factsSelect } from './system-facts.ts'
import type { AssessmentRow } from './table.ts'
import { questionsFor } from './templates.ts'

/** What answering needs of an assessment. */
export interface AssessmentToAnswer extends AssessmentRow {
  items: Item[]
  progress: PartProgress[]
  givenParts: GivenPart[]
}

/** Everything the page of one assessment shows. */
export interface AssessmentDetail extends AssessmentToAnswer {
  predecessor: { id: string; ref: string } | null
  successor: { id: string; ref: string } | null
  correction: string
  copies: CopyHead[]
  findings: FindingRisk[]
  duties: { id: string; recordId: string; key: string; title: string; dueOn: Day; ownerName: string | null }[]
  history: HistoryEntry[]
}

const answerSelect = {
  question: true,
  answer: true,
  note: true,
  answeredAt: true,
  carriedOver: true,
  answeredBy: { select: { name: true } },
} as const satisfies Prisma.AssessmentAnswerSelect

const toAnswerSelect = {
  ...rowSelect,
  system: { select: { ...factsSelect, ref: true, name: true, sites: { select: { siteId: true } } } },
  answers: { select: answerSelect },
  parts: {
    select: {
      id: true,
      part: true,
      personId: true,
      dueOn: true,
      doneOn: true,
      person: { select: { name: true } },
    },
  },
} as const satisfies Prisma.AssessmentSelect

type ToAnswer = Prisma.AssessmentGetPayload<{ select: typeof toAnswerSelect }>

function toAnswerOf(found: ToAnswer): AssessmentToAnswer {
  const kind = found.kind as Kind
  const questions = questionsFor(kind, found.system ? factsOf(found.system) : null)
  const answers = new Map(found.answers.map((answer) => [answer.question, answer]))
  return {
    ...toRow(found),
    items: questions.map((question): Item => {
      const given = answers.get(question.key)
      return {
        ...question,
        given: given
          ? {
              answer: given.answer as AnswerValue,
              note: given.note,
              answeredAt: given.answeredAt,
              answeredByName: given.answeredBy.name,
              carriedOver: given.carriedOver,
            }
          : null,
      }
    }),
    progress: progressOf(kind, questions, answers),
    givenParts: found.parts.map(({ person, dueOn, doneOn, ...part }) => ({
      ...part,
      personName: person.name,
      dueOn: dayOf(dueOn),
      doneOn: dayOrNull(doneOn),
    })),
  }
}

/** An assessment for those who may answer something of it; null for everybody else. */
export async function assessmentToAnswer(actor: Actor, id: string): Promise<AssessmentToAnswer | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.assessment.findFirst({
      where: { AND: [{ id }, visibleToAnswerer(actor)] },
      select: toAnswerSelect,
    })
    return found && toAnswerOf(found)
  })
}

/** One assessment in full; null when it does not exist or the actor may not read it. */
export async function getAssessment(actor: Actor, id: string): Promise<AssessmentDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.assessment.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...toAnswerSelect,
        correction: true,
        predecessor: { select: { id: true, ref: true } },
        successors: {
          where: { archivedAt: null },
          select: { id: true, ref: true },
          orderBy: { startedOn: 'asc' },
          take: 1,
        },
        copies: { select: copySelect, orderBy: { number: 'desc' } },
      },
    })
    if (!found) return null
    const recordIds = [id, ...found.parts.map((part) => part.id)]
    return {
      ...toAnswerOf(found),
      ...toPredecessor(found),
      correction: found.correction,
      copies: found.copies.map(toHead),
      findings: await findingsOf(tx, id),
      duties: await dutiesOf(tx, recordIds),
      history: foldAnswers(await recordHistory(tx, assessmentKind, id, 250)).slice(0, 50),
    }
  })
}

const toPredecessor = (found: {
  predecessor: { id: string; ref: string } | null
  successors: { id: string; ref: string }[]
}) => ({ predecessor: found.predecessor, successor: found.successors[0] ?? null })

const copySelect = {
  number: true,
  frozenAt: true,
  sha256: true,
  reason: true,
  frozenBy: { select: { name: true } },
  signatures: {
    select: { personId: true, name: true, role: true, signedAt: true },
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.AssessmentCopySelect

function toHead({
  frozenBy,
  ...copy
}: Prisma.AssessmentCopyGetPayload<{ select: typeof copySelect }>): CopyHead {
  return { ...copy, frozenByName: frozenBy.name }
}

/** What became of the answers of one assessment, by question. */
export async function findingsOf(tx: Tx, assessmentId: string): Promise<FindingRisk[]> {
  const found = await tx.assessmentFinding.findMany({
    where: { assessmentId },
    select: {
      question: true,
      riskId: true,
      risk: { select: { ref: true, title: true, currentScore: true, closedOn: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ question, riskId, risk: { closedOn, ...risk } }) => ({
    ...{ question, riskId, ...risk },
    closed: closedOn !== null,
  }))
}

async function dutiesOf(tx: Tx, recordIds: readonly string[]): Promise<AssessmentDetail['duties']> {
  const duties = await tx.obligation.findMany({
    where: { recordKind: assessmentKind, recordId: { in: [...recordIds] }, state: 'open' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      recordId: true,
      key: true,
      title: true,
      dueOn: true,
      owner: { select: { name: true } },
    },
  })
  return duties.map(({ owner, dueOn, ...duty }) => ({
    ...duty,
    dueOn: dayOf(dueOn),
    ownerName: owner?.name ?? null,
  }))
}

/** One frozen copy with its content, exactly as it is stored. */
export interface FrozenCopy extends CopyHead {
  content: string
  statements: string[]
}

/** A frozen copy for those who may read all that it rests on; null otherwise. */
export async function getCopy(actor: Actor, id: string, number: number): Promise<FrozenCopy | null> {
  if (!isId(id) || !Number.isInteger(number) || number < 1 || number > 100_000) return null
  return read(actor, async (tx) => {
    const found = await tx.assessmentCopy.findFirst({
      where: { assessmentId: id, number, assessment: visibleWhole(actor) },
      select: {
        ...copySelect,
        content: true,
        signatures: {
          select: { ...copySelect.signatures.select, statement: true },
          orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
        },
      },
    })
    if (!found) return null
    const { content, ...head } = found
    return { ...toHead(head), content, statements: found.signatures.map(({ statement }) => statement) }
  })
}

/** The content of the newest copy of an assessment: what the next year is compared with. Null when it was never frozen. */
export async function newestContent(tx: Tx, assessmentId: string): Promise<string | null> {
  const found = await tx.assessmentCopy.findFirst({
    where: { assessmentId },
    orderBy: { number: 'desc' },
    select: { content: true },
  })
  return found?.content ?? null
}

/** The assessment of which a part was given to somebody, for those who may know of it; null otherwise. */
export async function assessmentOfPart(
  actor: Actor,
  partId: string,
): Promise<{ id: string; part: string } | null> {
  if (!isId(partId)) return null
  return read(actor, async (tx) => {
    const found = await tx.assessmentPart.findFirst({
      where: { id: partId, assessment: visibleToAnswerer(actor) },
      select: { assessmentId: true, part: true },
    })
    return found && { id: found.assessmentId, part: found.part }
  })
}
