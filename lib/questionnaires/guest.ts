import type { z } from 'zod'
import { type Day, dayOf, formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { Origin } from '#lib/platform/auth'
import type { Tx } from '#lib/platform/db'
import { latestAnswers } from './answers.ts'
import { carryScores } from './carry-scores.ts'
import { answersBefore } from './detail-queries.ts'
import { byLink, type GuestContext, locate, noteVisit, readByLink } from './guest-door.ts'
import { isAnswered, type Question, questionsOf, refusalOf } from './question.ts'
import { guestAnswer, guestSignature } from './schema.ts'
import { tellSender } from './send-mails.ts'
import { recordOf, settle, touched } from './store.ts'

/** One question as whoever answers sees it. */
export interface GuestQuestion {
  question: Question
  value: string
  note: string
  confirmed: boolean
  files: { id: string; fileName: string }[]
  isAnswered: boolean
  /** What was answered a year before; null when nothing was. */
  before: { value: string; note: string; files: string[]; sameQuestion: boolean } | null
}

/** What a link shows: the practice's name, who asks, the questions and what was answered. Nothing else. */
export interface GuestView {
  practiceName: string
  senderName: string
  vendorName: string
  contactName: string
  about: string
  note: string
  answerBy: Day
  submitted: { at: string; byName: string; byTitle: string; ref: string } | null
  items: GuestQuestion[]
}

/** The questionnaire of a token, with the visit noted; null for every token that leads nowhere now. */
export async function openByLink(token: string, from: Origin, at: Date): Promise<GuestView | null> {
  const located = await locate(token)
  if (!located) return null
  const view = await readByLink(located, at, viewOf)
  const visit = { at, address: from.address, browser: from.userAgent.slice(0, 300) }
  await noteVisit(located, { ...visit, outcome: view ? 'opened' : 'refused' })
  return view
}

async function viewOf(tx: Tx, id: string): Promise<GuestView> {
  const found = await tx.questionnaire.findUniqueOrThrow({
    where: { id },
    select: {
      ref: true,
      previousId: true,
      contactName: true,
      note: true,
      answerBy: true,
      submittedAt: true,
      submittedByName: true,
      submittedByTitle: true,
      vendor: { select: { name: true } },
      sender: { select: { name: true } },
      templateVersion: { select: { name: true, questions: true } },
    },
  })
  const practice = await tx.practice.findFirstOrThrow({ select: { name: true, timeZone: true } })
  const [answer, before] = [await latestAnswers(tx, id), await answersBefore(tx, found.previousId)]
  const { submittedAt, submittedByName: byName, submittedByTitle: byTitle, ref } = found
  return {
    practiceName: practice.name,
    senderName: found.sender.name,
    vendorName: found.vendor.name,
    contactName: found.contactName,
    about: found.templateVersion.name,
    note: found.note,
    answerBy: dayOf(found.answerBy),
    submitted: submittedAt && { at: formatInstant(submittedAt, practice.timeZone), byName, byTitle, ref },
    items: questionsOf(found.templateVersion.questions).map((question) => {
      const { value, note, confirmed, attached, ...facts } = answer(question.key)
      const last = before(question.key)
      const given = last && (isAnswered(last.answer) || last.answer.confirmed)
      return {
        question,
        ...{ value, note, confirmed },
        files: attached.map(({ id: fileId, fileName }) => ({ id: fileId, fileName })),
        isAnswered: confirmed || isAnswered({ value, note, files: facts.files }),
        before: given
          ? {
              value: last.answer.value,
              note: last.answer.note,
              files: last.answer.attached.map(({ fileName }) => fileName),
              sameQuestion: last.question.ask === question.ask && last.question.kind === question.kind,
            }
          : null,
      }
    }),
  }
}

/** What became of something that a guest sent. `gone` says the same of every token that leads nowhere. */
export type GuestResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: 'gone' | 'submitted' | 'invalid'; message: string; fields: Record<string, string> }

type Refused = Extract<GuestResult<never>, { ok: false }>

const no = (code: Refused['code'], message: string, fields: Record<string, string> = {}): Refused => ({
  ...{ ok: false, code, message, fields },
})
/** Said of every link that leads nowhere, whatever the reason. */
export const goneRefusal = no('gone', 'This link does not work any more. Ask whoever sent it for a new one.')
export const submittedRefusal = no(
  'submitted',
  'The answers are submitted and can no longer be changed. If something is wrong, tell whoever asked.',
)

/** How far somebody is. */
export interface Progress {
  answered: number
  total: number
  /** The files of the question, where one was added or taken back. */
  files?: GuestQuestion['files']
}

/** Keeps an answer when it differs from the one before it; answers are never replaced. */
export async function keepAnswer(
  { tx, actor, questionnaire, now }: GuestContext,
  given: { question: string; value: string; note: string; confirmed: boolean },
  /** Kept even where the words are the same: a file was added or taken back. */
  always = false,
): Promise<boolean> {
  const { id: questionnaireId } = questionnaire
  const last = (await latestAnswers(tx, questionnaireId))(given.question)
  const same = last.value === given.value && last.note === given.note && last.confirmed === given.confirmed
  if (same && !always) return false
  const { practiceId } = actor
  await tx.questionnaireAnswer.create({ data: { ...given, practiceId, questionnaireId, savedAt: now } })
  return true
}

/** Notes the first answer: from then on the vendor is at it. */
export async function noteStart({ tx, questionnaire, now }: GuestContext) {
  if (questionnaire.startedAt) return []
  await tx.questionnaire.update({
    where: { id: questionnaire.id },
    data: { startedAt: now, ...touched(now) },
  })
  return [{ sentence: 'Began to answer', record: recordOf(questionnaire) }]
}

/** How far somebody is; with the files of one question when it is named. */
export async function progressOf(
  { tx, questionnaire, questions }: GuestContext,
  ofFiles?: string,
): Promise<Progress> {
  const answer = await latestAnswers(tx, questionnaire.id)
  const done = questions.filter(({ key }) => answer(key).confirmed || isAnswered(answer(key)))
  const progress = { answered: done.length, total: questions.length }
  if (ofFiles === undefined) return progress
  return { ...progress, files: answer(ofFiles).attached.map(({ id, fileName }) => ({ id, fileName })) }
}

/** What is wrong with what was sent: said of what somebody typed; what no page of ours sends is only refused. */
function reasonOf({ issues: [issue] }: z.ZodError): string {
  return issue?.path.length ? issue.message : 'This cannot be saved.'
}

/** Saves one answer. */
export async function saveAnswer(token: string, input: unknown, at: Date): Promise<GuestResult<Progress>> {
  const parsed = guestAnswer.safeParse(input)
  if (!parsed.success) return no('invalid', reasonOf(parsed.error))
  const given = { ...parsed.data, value: withoutNul(parsed.data.value), note: withoutNul(parsed.data.note) }
  const result = await byLink<GuestResult<Progress>>(token, at, 'questionnaire.answer', async (context) => {
    if (context.questionnaire.submittedAt) return { value: submittedRefusal }
    const question = context.questions.find(({ key }) => key === given.question)
    if (!question) return { value: no('invalid', 'There is no such question.') }
    const refusal = refusalOf(question, given.value)
    if (refusal) return { value: no('invalid', refusal) }
    const changed = await keepAnswer(context, await confirmedAnswer(context, given))
    const events = changed ? await noteStart(context) : []
    return { value: { ok: true, value: await progressOf(context) }, events }
  })
  return result ?? goneRefusal
}

/** What is confirmed is the answer of the year before, word for word, whatever came with it. */
async function confirmedAnswer(
  { tx, questionnaire }: GuestContext,
  given: { question: string; value: string; note: string; confirmed: boolean },
) {
  const last = given.confirmed ? (await answersBefore(tx, questionnaire.previousId))(given.question) : null
  if (!last) return { ...given, confirmed: false }
  return { ...given, value: last.answer.value, note: last.answer.note }
}

/** PostgreSQL has no text with a NUL in it. */
const withoutNul = (text: string) => text.replaceAll('\0', '')

/** Signs and submits. After it nothing changes until somebody of the practice opens it again. */
export async function submitAnswers(token: string, input: unknown, at: Date): Promise<GuestResult<null>> {
  const parsed = guestSignature.safeParse(input)
  const fields = Object.fromEntries(
    (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  )
  const result = await byLink<GuestResult<null>>(token, at, 'questionnaire.submit', async (context) => {
    const { tx, questionnaire, questions, now } = context
    if (questionnaire.submittedAt) return { value: submittedRefusal }
    if (!parsed.success) return { value: no('invalid', 'Please check the marked fields.', fields) }
    const { answered, total } = await progressOf(context)
    if (answered < total)
      return {
        value: no(
          'invalid',
          `${count(total - answered, 'question')} not answered yet. Where a question does not fit, say so in its note.`,
        ),
      }
    const name = withoutNul(parsed.data.name)
    await tx.questionnaire.update({
      where: { id: questionnaire.id },
      data: {
        submittedAt: now,
        submittedByName: name,
        submittedByTitle: withoutNul(parsed.data.title),
        ...touched(now),
      },
    })
    const carried = await carryScores(context)
    await tellSender(context)
    const again = carried.scores > 0 ? `; ${count(carried.scores, 'answer is', 'answers are')} as before` : ''
    return {
      value: { ok: true, value: null },
      events: [
        {
          sentence: `Submitted the answers to ${count(questions.length, 'question')}, signed by ${name}, ${parsed.data.title}${again}`,
          record: recordOf(questionnaire),
        },
        ...carried.events,
      ],
      due: [...(await settle(context, { id: { in: [questionnaire.id, ...carried.from] } }))],
    }
  })
  return result ?? goneRefusal
}
