import { type Content, contentFormat, contentOf } from '#lib/assessments/content'
import { findingsOf, newestContent } from '#lib/assessments/detail-queries'
import { type Kind, kinds, practiceKind } from '#lib/assessments/options'
import { visibleWhole } from '#lib/assessments/policy'
import { factsOf, factsSelect } from '#lib/assessments/system-facts'
import { questionsFor, templateOf } from '#lib/assessments/templates'
import { type Day, dayOf } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { controlsIn, risksIn, scaleIn } from './assessment-risks.ts'
import { systemsIn } from './assessment-systems.ts'

const select = {
  id: true,
  ref: true,
  title: true,
  kind: true,
  scope: true,
  systemId: true,
  startedOn: true,
  predecessorId: true,
  owner: { select: { name: true } },
  predecessor: { select: { ref: true } },
  system: { select: { ...factsSelect, ref: true } },
  answers: {
    select: {
      question: true,
      answer: true,
      note: true,
      answeredAt: true,
      carriedOver: true,
      answeredBy: { select: { name: true } },
    },
  },
  findings: { select: { riskId: true } },
} as const satisfies Prisma.AssessmentSelect

type Found = Prisma.AssessmentGetPayload<{ select: typeof select }>

/** What the practice’s own analysis covers: every system in the register that may hold patient data and is not retired. */
export const analysed: Prisma.AiSystemWhereInput = {
  archivedAt: null,
  stage: { not: 'retired' },
  patientData: { not: 'no' },
}

/** Everything that an assessment rests on now, as a draft: without a copy number. A constant number of statements. */
export async function draftContent(
  tx: Tx,
  practice: Pick<Actor, 'practiceName' | 'timeZone'>,
  id: string,
  today: Day,
): Promise<Content> {
  const found = await tx.assessment.findUniqueOrThrow({ where: { id }, select })
  const kind = found.kind as Kind
  const isOfPractice = kind === practiceKind
  const facts = found.system ? factsOf(found.system) : null
  const questions = questionsFor(kind, facts)
  const { name, version, parts } = templateOf(kind)
  const riskIds = found.findings.map(({ riskId }) => riskId)
  const risks = isOfPractice
    ? {}
    : { OR: [{ systems: { some: { systemId: found.systemId ?? '' } } }, { id: { in: riskIds } }] }
  return {
    format: contentFormat,
    practice: { name: practice.practiceName, timeZone: practice.timeZone },
    assessment: {
      ...{ ref: found.ref, title: found.title, kind, scope: found.scope },
      kindName: optionLabel(kinds, kind),
      startedOn: dayOf(found.startedOn),
      owner: found.owner?.name ?? '',
      follows: found.predecessor?.ref ?? '',
    },
    asOf: today,
    copy: null,
    template: { name, version, parts: parts.map(({ key, title }) => ({ key, title })) },
    facts,
    systems: await systemsIn(tx, isOfPractice ? analysed : { id: found.systemId ?? '' }, today),
    questions: answered(found, questions),
    findings: (await findingsOf(tx, id)).map(({ question, ref, title, currentScore }) => ({
      ...{ question, title, currentScore },
      risk: ref,
    })),
    risks: await risksIn(tx, risks, found.system?.ref ?? null),
    controls: await controlsIn(
      tx,
      questions.filter(({ skipped }) => skipped === null),
    ),
    scale: await scaleIn(tx),
  }
}

function answered(found: Found, questions: ReturnType<typeof questionsFor>): Content['questions'] {
  const answers = new Map(found.answers.map((answer) => [answer.question, answer]))
  return questions.map(({ key, part, text, citation, status, requirement, skipped }) => {
    const given = skipped === null ? answers.get(key) : undefined
    return {
      ...{ key, part, text, citation, status, skipped },
      requirement: requirement?.requirement ?? null,
      answer: given?.answer ?? null,
      note: given?.note ?? '',
      answeredBy: given?.answeredBy.name ?? '',
      answeredAt: given?.answeredAt.toISOString() ?? '',
    }
  })
}

/** The draft for those who may read all that is in it; null for everybody else. */
export async function readDraft(actor: Actor, id: string): Promise<Content | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const seen = await tx.assessment.count({ where: { AND: [{ id }, visibleWhole(actor)] } })
    return seen > 0 ? draftContent(tx, actor, id, todayFor(actor)) : null
  })
}

/** What an assessment is held against, and how it stands now. */
export interface Compared {
  from: Content
  to: Content
}

/**
 * The newest signed copy to compare with: its own where it was signed and opened again, else that of the one before. Null
 * when there is none, or the reader may not read all of it.
 */
export async function comparedWithBefore(actor: Actor, id: string): Promise<Compared | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.assessment.findFirst({
      where: { AND: [{ id }, visibleWhole(actor)] },
      select: { state: true, predecessorId: true, copies: { select: { number: true }, take: 1 } },
    })
    if (!found) return null
    const isCorrection = found.state === 'open' && found.copies.length > 0
    const beforeId = isCorrection ? id : found.predecessorId
    const from = beforeId ? await newestContent(tx, beforeId) : null
    if (from === null) return null
    const signed = found.state === 'signed' ? await newestContent(tx, id) : null
    const to = signed ? contentOf(signed) : await draftContent(tx, actor, id, todayFor(actor))
    return { from: contentOf(from), to }
  })
}

/** The newest signed copy of an assessment and how the same things stand today. Null while it is not signed, or not readable. */
export async function comparedWithToday(actor: Actor, id: string): Promise<Compared | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const where = { AND: [{ id, state: 'signed' }, visibleWhole(actor)] }
    const from = (await tx.assessment.count({ where })) > 0 ? await newestContent(tx, id) : null
    if (from === null) return null
    return { from: contentOf(from), to: await draftContent(tx, actor, id, todayFor(actor)) }
  })
}
