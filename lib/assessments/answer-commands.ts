import { dateOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count, shorten } from '#lib/base/text'
import { insertRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { daysLate } from '#lib/kernel/due'
import { conflict, forbidden, invalid, notFound, Refusal } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { requireHere } from '#lib/people/works-here'
import { type AnswerValue, answerOptions } from './options.ts'
import { may, mayAnswer, visibleToAnswerer } from './policy.ts'
import { progressOf, totalOf } from './progress.ts'
import * as schema from './schema.ts'
import { type Locked, lockAssessment, recordOf, refuseArchived, refuseSigned, settle } from './store.ts'
import { factsOf } from './system-facts.ts'
import { type Asked, partOf, questionsFor } from './templates.ts'

interface Sent {
  question: string
  answer: AnswerValue
  note: string
  seen: string
}

/** How far an assessment is after an answer was saved. */
export interface Saved {
  id: string
  /** When the answers were given, for whoever answers again. */
  answeredAt: string
  asked: number
  answered: number
}

/** How much of a question stands in an event. */
const SAID = 90

/** Why an answer cannot be taken; the fields carry the question’s key. Throws. */
function checkAnswer(question: Asked | undefined, { question: key, answer, note }: Sent): Asked {
  if (!question) throw notFound()
  if (question.skipped) throw conflict(`This is not asked: ${question.skipped}`)
  const isOffered = answer === 'not-applicable' || question.answers.includes(answer)
  if (!isOffered)
    throw invalid('Choose one of the answers.', { [`answer.${key}`]: 'Choose one of the answers.' })
  if (question.noteNeededFor.includes(answer) && note === '')
    throw invalid('Please check the marked fields.', {
      [`note.${key}`]:
        answer === 'given'
          ? 'Write down what the vendor says.'
          : 'Say why, in a few words: this answer needs a reason.',
    })
  return question
}

const answerSelect = {
  question: true,
  answer: true,
  note: true,
  answeredAt: true,
  carriedOver: true,
  answeredBy: { select: { name: true } },
} as const

/**
 * Answers questions of one assessment, all or none. An answer that somebody else gave meanwhile is not overwritten: the
 * refusal carries it.
 */
export const answerQuestions = defineCommand({
  name: 'assessment.answer',
  permission: 'assessment.answer-part',
  input: schema.answerInput,
  run: async (context, { id, answers: sent }) => {
    const { tx, actor, now } = context
    const found = await lockAssessment(context, id, visibleToAnswerer(actor))
    refuseArchived(found)
    const questions = questionsFor(found.kind, found.system ? factsOf(found.system) : null)
    const byKey = new Map(questions.map((question) => [question.key, question]))
    const parts = await tx.assessmentPart.findMany({ where: { assessmentId: id } })
    const personOf = new Map(parts.map(({ part, personId }) => [part, personId]))
    const stored = await tx.assessmentAnswer.findMany({ where: { assessmentId: id }, select: answerSelect })
    const before = new Map(stored.map((answer) => [answer.question, answer]))
    const asked = sent.map((one) => {
      const question = byKey.get(one.question)
      if (question && !mayAnswer(actor, found, personOf.get(question.part) ?? null)) throw forbidden()
      return question
    })
    refuseSigned(found)
    for (const [at, one] of sent.entries()) {
      checkAnswer(asked[at], one)
      refuseOverwrite(before.get(one.question), one)
    }
    await saveAnswers(context, id, sent, before)
    const after = new Map(stored.map(({ question, carriedOver }) => [question, { carriedOver }]))
    for (const { question } of sent) after.set(question, { carriedOver: false })
    const progress = progressOf(found.kind, questions, after)
    await closeParts(context, parts, progress)
    await tx.assessment.update({ where: { id }, data: { updatedAt: now } })
    const value: Saved = { id, answeredAt: now.toISOString(), ...totalOf(progress) }
    return {
      value,
      events: [{ sentence: inWords(sent, asked, before), record: recordOf(found) }],
      due: await settle(context, { id }),
    }
  },
})

type Stored = Pick<Sent, 'note'> & { answer: string; answeredAt: Date; answeredBy: { name: string } }

function refuseOverwrite(before: Stored | undefined, one: Sent): void {
  if ((before?.answeredAt.toISOString() ?? '') === one.seen || !before) return
  // The same answer twice, from two tabs of one person, harms nobody.
  if (before.answer === one.answer && before.note === one.note) return
  throw new Refusal(
    'conflict',
    `${before.answeredBy.name} answered this meanwhile: “${optionLabel(answerOptions, before.answer)}”. Yours is not saved; look at both and choose.`,
    {
      question: one.question,
      answer: before.answer,
      note: before.note,
      answeredAt: before.answeredAt.toISOString(),
      answeredBy: before.answeredBy.name,
    },
  )
}

async function saveAnswers(
  { tx, actor, now }: CommandContext,
  assessmentId: string,
  sent: readonly Sent[],
  before: ReadonlyMap<string, unknown>,
): Promise<void> {
  const by = { answeredById: actor.personId, carriedOver: false }
  for (const { question, answer, note } of sent.filter((one) => before.has(one.question)))
    await tx.assessmentAnswer.update({
      where: { assessmentId_question: { assessmentId, question } },
      data: { answer, note, ...by, answeredAt: now },
    })
  await insertRows(
    tx,
    'AssessmentAnswer',
    sent
      .filter((one) => !before.has(one.question))
      .map(({ question, answer, note }) => ({
        ...{
          id: newId(now.getTime()),
          practiceId: actor.practiceId,
          assessmentId,
          question,
          answer,
          note,
          ...by,
        },
        answeredAt: now.toISOString(),
      })),
  )
}

/** A part is done when everything that is asked in it is answered, and not before. */
async function closeParts(
  { tx, today }: CommandContext,
  parts: readonly { id: string; part: string; doneOn: Date | null }[],
  progress: readonly { key: string; asked: number; answered: number }[],
): Promise<void> {
  const done = new Set(progress.flatMap(({ key, asked, answered }) => (answered >= asked ? key : [])))
  const ids = parts.filter(({ part, doneOn }) => doneOn === null && done.has(part)).map(({ id }) => id)
  if (ids.length > 0)
    await tx.assessmentPart.updateMany({ where: { id: { in: ids } }, data: { doneOn: dateOf(today) } })
}

function inWords(
  sent: readonly Sent[],
  asked: readonly (Asked | undefined)[],
  before: ReadonlyMap<string, { answer: string; carriedOver: boolean }>,
): string {
  const [one, ...more] = sent
  if (!one || more.length > 0) return `Answered ${count(sent.length, 'question')}`
  const was = before.get(one.question)
  const label = optionLabel(answerOptions, one.answer)
  const text = shorten(asked[0]?.text ?? one.question, SAID)
  if (was?.carriedOver && was.answer === one.answer) return `Confirmed “${label}” for “${text}”`
  if (was && was.answer !== one.answer)
    return `Changed the answer to “${text}” from “${optionLabel(answerOptions, was.answer)}” to “${label}”`
  return was ? `Rewrote the answer “${label}” to “${text}”` : `Answered “${text}” with “${label}”`
}

async function toGive(
  context: CommandContext,
  id: string,
  part: string,
): Promise<{ found: Locked; title: string }> {
  const found = await lockAssessment(context, id)
  if (!may(context.actor, 'edit', found)) throw forbidden()
  refuseArchived(found)
  refuseSigned(found)
  const title = partOf(found.kind, part)?.title
  if (title === undefined) throw notFound()
  return { found, title }
}

/** Gives a part to a colleague, who may then answer it whatever else they may see. */
export const givePart = defineCommand({
  name: 'assessment.give-part',
  permission: 'assessment.edit',
  input: schema.givePartInput,
  run: async (context, { id, part, personId, dueOn }) => {
    const { tx, actor, now, today } = context
    const { found, title } = await toGive(context, id, part)
    const record = recordOf(found)
    const before = await tx.assessmentPart.findUnique({
      where: { assessmentId_part: { assessmentId: id, part } },
    })
    await requireColleague(context, personId, before?.personId ?? null)
    if (daysLate(dueOn, today) > 0 && before?.dueOn.getTime() !== dateOf(dueOn).getTime())
      throw invalid('Please check the marked fields.', { dueOn: 'This day has passed.' })
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } })
    const data = { personId, dueOn: dateOf(dueOn), doneOn: null }
    if (before) await tx.assessmentPart.update({ where: { id: before.id }, data })
    else
      await tx.assessmentPart.create({
        data: { ...data, id: newId(now.getTime()), practiceId: actor.practiceId, assessmentId: id, part },
      })
    return {
      value: { id },
      events: [
        { sentence: `Gave the part “${title}” to ${name}, to be answered by ${formatDay(dueOn)}`, record },
      ],
      due: await settle(context, { id }),
    }
  },
})

async function requireColleague(
  context: CommandContext,
  ownerId: string,
  before: string | null,
): Promise<void> {
  try {
    await requireHere(context, { ownerId }, { ownerId: before })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw invalid('Please check the marked fields.', {
      personId: 'This person does not work here any more, or may only look on. Choose somebody else.',
    })
  }
}

/** Takes a part back; what was answered stays. */
export const takePart = defineCommand({
  name: 'assessment.take-part',
  permission: 'assessment.edit',
  input: schema.takePartInput,
  run: async (context, { id, part }) => {
    const { tx } = context
    const { found, title } = await toGive(context, id, part)
    const record = recordOf(found)
    const given = await tx.assessmentPart.findUnique({
      where: { assessmentId_part: { assessmentId: id, part } },
      select: { id: true, person: { select: { name: true } } },
    })
    if (!given) throw conflict('This part was given to nobody.')
    await tx.assessmentPart.delete({ where: { id: given.id } })
    const ended = {
      ...{ kind: record.kind, recordId: given.id, recordLabel: record.label, siteIds: found.siteIds },
      ...{ ownerId: null, backupId: null, duties: [] },
    }
    return {
      value: { id },
      events: [{ sentence: `Took the part “${title}” back from ${given.person.name}`, record }],
      due: [...(await settle(context, { id })), ended],
    }
  },
})
