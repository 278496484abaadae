import type pg from 'pg'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { now } from '#lib/platform/clock'
import { sendQuestionnaire } from '#lib/questionnaires/commands'
import { getQuestionnaire } from '#lib/questionnaires/detail-queries'
import { saveAnswer, submitAnswers } from '#lib/questionnaires/guest'
import type { Question } from '#lib/questionnaires/question'
import { finishScoring, scoreAnswer } from '#lib/questionnaires/score-commands'
import { saveTemplate } from '#lib/questionnaires/template-commands'
import { createVendor } from '#lib/vendors/commands'
import { createPractice, valueOf } from './practice.ts'
import { vendorFacts } from './vendors.ts'

/** A question in the form that is stored. */
export function questionOf(change: Partial<Question> & { key: string }): Question {
  return {
    section: 'The AI in it',
    ask: `What about ${change.key}?`,
    why: 'We have to know.',
    kind: 'yes-no',
    options: [],
    unit: '',
    takesFile: false,
    worrying: ['no'],
    worryAbove: null,
    rule: null,
    ...change,
  }
}

/** Three questions, one of each common kind. */
export const threeQuestions = [
  questionOf({ key: 'mfa' }),
  questionOf({ key: 'report', kind: 'file', takesFile: true, worrying: [] }),
  questionOf({ key: 'notice', kind: 'number', unit: 'days', worrying: [], worryAbove: 10 }),
]

/** What the page that sends one sends. */
export function sendFacts(actor: Actor, vendorId: string, change: object = {}) {
  return {
    vendorId,
    template: 'software',
    contactName: 'Dana Ellis',
    contactEmail: 'dana@acme.example',
    answerBy: addDays(todayFor(actor), 20),
    note: '',
    previousId: '',
    origin: 'https://plumbline.example',
    ...change,
  }
}

export const tokenIn = (path: string) => path.split('/').at(-1) ?? ''

/** Sends a questionnaire; gives its id and the token of its link. */
export async function sent(officer: Actor, vendorId: string, change: object = {}) {
  const { id, path, ref } = valueOf(await sendQuestionnaire(officer, sendFacts(officer, vendorId, change)))
  return { id, ref, token: tokenIn(path) }
}

/** A practice with one vendor and questions of its own, and what was sent of them. */
export async function practiceWithQuestionnaire(pool: pg.Pool) {
  const practice = await createPractice(pool)
  const officer = await practice.actor('officer')
  const { id: vendorId } = valueOf(await createVendor(officer, { ...vendorFacts, name: 'Quillwell' }))
  const { id: template } = valueOf(
    await saveTemplate(officer, {
      ...{ template: '', version: 0, name: 'Short list', about: '' },
      questions: threeQuestions,
    }),
  )
  return { practice, officer, vendorId, template, ...(await sent(officer, vendorId, { template })) }
}

/** The questionnaire's page; throws when the actor does not see it. */
export async function questionnaireDetail(actor: Actor, id: string) {
  const found = await getQuestionnaire(actor, id)
  if (!found) throw new Error('not visible')
  return found
}

/** What a form of the questionnaire sends besides its answers. */
export async function seenBy(actor: Actor, id: string) {
  return { id, version: (await questionnaireDetail(actor, id)).version }
}

export const signature = { name: 'Dana Ellis', title: 'Security lead', stated: 'on' }

/** Answers every question with a note, or as `given` says, and submits. */
export async function answerAll(
  actor: Actor,
  { id, token }: { id: string; token: string },
  given: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const { question } of (await questionnaireDetail(actor, id)).items) {
    const value = given[question.key] ?? ''
    const answer = { question: question.key, value, note: value === '' ? 'Does not apply to us.' : '' }
    valueOf(await saveAnswer(token, answer, now()))
  }
  valueOf(await submitAnswers(token, signature, now()))
}

/** Scores every question as fine but those in `gaps`, and says that all were looked at. */
export async function scoreAll(officer: Actor, id: string, gaps: readonly string[] = []): Promise<void> {
  for (const { question } of (await questionnaireDetail(officer, id)).items)
    valueOf(
      await scoreAnswer(officer, {
        ...(await seenBy(officer, id)),
        question: question.key,
        ...(gaps.includes(question.key) ? gapFacts(officer) : { verdict: 'fine', note: '' }),
      }),
    )
  valueOf(await finishScoring(officer, await seenBy(officer, id)))
}

export const gapFacts = (actor: Actor) => ({
  verdict: 'gap',
  note: 'There is none yet.',
  gapOwnerId: actor.personId,
  settleBy: addDays(todayFor(actor), 60),
})

/** One questionnaire for each state in which commands meet them. */
export interface QuestionnaireIds {
  officer: Actor
  vendorId: string
  templateId: string
  openId: string
  answeredId: string
  scoredId: string
  gapId: string
}

export async function questionnairesOfEachKind(officer: Actor): Promise<QuestionnaireIds> {
  const add = async (name: string) => valueOf(await createVendor(officer, { ...vendorFacts, name })).id
  const [first, second, third] = [await add('Asked'), await add('Answered'), await add('Scored')]
  const { id: template } = valueOf(
    await saveTemplate(officer, {
      ...{ template: '', version: 0, name: 'Short list', about: '' },
      questions: threeQuestions,
    }),
  )
  const open = await sent(officer, first, { template })
  const answered = await sent(officer, second, { template })
  await answerAll(officer, answered)
  const scored = await sent(officer, third, { template })
  await answerAll(officer, scored)
  await scoreAll(officer, scored.id, ['mfa'])
  const gap = (await questionnaireDetail(officer, scored.id)).items.find(
    ({ score }) => score?.verdict === 'gap',
  )
  return {
    officer,
    vendorId: await add('Not asked yet'),
    templateId: template,
    openId: open.id,
    answeredId: answered.id,
    scoredId: scored.id,
    gapId: gap?.score?.id ?? '',
  }
}

/** What addresses of questionnaires are made of. */
export interface AskedIds {
  questionnaireId: string
  templateId: string
  gapId: string
}

/** A questionnaire to this vendor that was answered and looked through with a gap, in which `word` stands everywhere. */
export async function askedVendor(
  officer: Actor,
  vendorId: string,
  word: string,
): Promise<AskedIds & { token: string }> {
  const questions = threeQuestions.map((one) => ({ ...one, ask: `${word}: ${one.ask}` }))
  const input = { template: '', version: 0, name: `${word} questions`, about: `${word} vendors`, questions }
  const { id: templateId } = valueOf(await saveTemplate(officer, input))
  const asked = await sent(officer, vendorId, { template: templateId, contactName: `${word} contact` })
  await answerAll(officer, asked)
  await scoreAll(officer, asked.id, ['mfa'])
  const found = (await questionnaireDetail(officer, asked.id)).items.find(
    ({ score }) => score?.verdict === 'gap',
  )
  return { questionnaireId: asked.id, templateId, gapId: found?.score?.id ?? '', token: asked.token }
}

/** One input for each command on questionnaires, in an order in which all of them can be called. */
export function questionnaireInputs(
  ids: () => QuestionnaireIds,
  seen: (id: string) => Promise<{ id: string; version: number }>,
  reason: string,
): Record<string, () => unknown> {
  const soon = () => addDays(todayFor(ids().officer), 10)
  const template = () => ({
    template: ids().templateId,
    name: 'Changed',
    about: '',
    questions: threeQuestions,
  })
  return {
    'questionnaire.send': () => sendFacts(ids().officer, ids().vendorId, { template: ids().templateId }),
    'questionnaire.dates': async () => ({
      ...(await seen(ids().openId)),
      answerBy: soon(),
      linkUntil: soon(),
    }),
    'questionnaire.new-link': () => seen(ids().openId),
    'questionnaire.revoke-link': async () => ({ ...(await seen(ids().openId)), reason }),
    'questionnaire.score': async () => ({
      ...(await seen(ids().answeredId)),
      question: 'mfa',
      ...gapFacts(ids().officer),
    }),
    'questionnaire.finish': () => seen(ids().answeredId),
    'questionnaire.settle-gap': () => ({ gapId: ids().gapId, how: reason }),
    'questionnaire.reopen': async () => ({ ...(await seen(ids().scoredId)), answerBy: soon(), reason }),
    'questionnaire.archive': async () => ({ ...(await seen(ids().openId)), reason }),
    'questionnaire.restore': () => seen(ids().openId),
    'question-template.save': () => ({ ...template(), version: 1 }),
    'question-template.archive': () => ({ template: ids().templateId, version: 2 }),
  }
}
