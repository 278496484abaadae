import type pg from 'pg'
import { editSystem } from '#lib/ai-systems/commands'
import { answerQuestions, givePart } from '#lib/assessments/answer-commands'
import { startAssessment } from '#lib/assessments/commands'
import { assessmentToAnswer, getAssessment } from '#lib/assessments/detail-queries'
import type { AnswerValue } from '#lib/assessments/options'
import { addDays } from '#lib/base/days'
import { makeRiskOfFinding } from '#lib/flows/finding-to-risk'
import { signAssessment } from '#lib/flows/sign-assessment'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { detail, facts, practiceWithSystem } from './ai-systems.ts'
import { valueOf } from './practice.ts'

/** What the page that starts one sends. */
export function startFacts(actor: Actor, change: object = {}) {
  return {
    kind: 'ai-rmf',
    systemId: '',
    title: 'Risk profile',
    scope: 'The scribe as it is used at all sites.',
    dueOn: addDays(todayFor(actor), 40),
    ownerId: actor.personId,
    backupId: '',
    ...change,
  }
}

/** The assessment’s page; throws when the actor does not see it. */
export async function assessmentDetail(actor: Actor, id: string) {
  const found = await getAssessment(actor, id)
  if (!found) throw new Error('not visible')
  return found
}

/** What a form of the assessment sends besides its facts. */
export async function seenAssessment(actor: Actor, id: string) {
  return { id, version: (await assessmentDetail(actor, id)).version }
}

export async function started(actor: Actor, change: object = {}): Promise<string> {
  return valueOf(await startAssessment(actor, startFacts(actor, change))).id
}

/** Answers everything that is asked with the best answer, or as `given` says. */
export async function answerEverything(
  actor: Actor,
  id: string,
  given: Readonly<Record<string, AnswerValue>> = {},
): Promise<void> {
  const found = await assessmentToAnswer(actor, id)
  if (!found) throw new Error('not visible')
  const answers = found.items
    .filter(({ skipped }) => skipped === null)
    .map(({ key, answers: [best = 'yes'], given: before }) => ({
      question: key,
      answer: given[key] ?? best,
      note: 'It is so.',
      seen: before?.answeredAt.toISOString() ?? '',
    }))
  valueOf(await answerQuestions(actor, { id, answers }))
}

export const signFacts = (actor: Actor) => ({ name: actor.name, stated: 'on' })

/** Freezes and signs; everything has to be answered. */
export async function signed(actor: Actor, id: string): Promise<{ number: number; sha256: string }> {
  return valueOf(await signAssessment(actor, { ...(await seenAssessment(actor, id)), ...signFacts(actor) }))
}

/** A practice with an AI system in the register and a profile of it, open and not answered. */
export async function practiceWithAssessment(pool: pg.Pool) {
  const made = await practiceWithSystem(pool)
  const { officer, id: systemId } = made
  return { ...made, systemId, id: await started(officer, { systemId }) }
}

/** Changes facts of the system past its life so far. */
export async function changeSystem(officer: Actor, systemId: string, change: object): Promise<void> {
  const { version } = await detail(officer, systemId)
  valueOf(
    await editSystem(officer, { ...facts, ownerId: officer.personId, ...change, id: systemId, version }),
  )
}

/** An open assessment of a system, answered but for nothing, and another that is signed. */
export interface AssessmentIds {
  officer: Actor
  systemId: string
  openId: string
  signedId: string
}

export const firstQuestion = 'rmf-govern-1-1'
const firstOfPrivacy = 'pia-flows'

/** One assessment for each state in which commands meet them, of a system at one site. */
export async function assessmentsOfEachKind(officer: Actor, systemId: string): Promise<AssessmentIds> {
  const openId = await started(officer, { systemId })
  await answerEverything(officer, openId, { [firstQuestion]: 'no' })
  const signedId = await started(officer, { systemId, kind: 'privacy-impact', title: 'Privacy impact' })
  await answerEverything(officer, signedId, { [firstOfPrivacy]: 'no' })
  await signed(officer, signedId)
  return { officer, systemId, openId, signedId }
}

/** One input for each command on assessments, in an order in which all of them can be called. */
export function assessmentInputs(
  ids: () => AssessmentIds & { personId: string; reason: string },
): Record<string, () => unknown> {
  const seen = (id: string) => seenAssessment(ids().officer, id)
  const soon = () => addDays(todayFor(ids().officer), 10)
  const part = () => ({ id: ids().openId, part: 'govern' })
  const answer = () => ({ question: firstQuestion, answer: 'no', note: '', seen: '' })
  return {
    'assessment.start': () =>
      startFacts(ids().officer, { systemId: ids().systemId, kind: 'section-1557', title: 'Worksheet' }),
    'assessment.edit': async () => {
      const { kind: _, systemId: __, ...facts } = startFacts(ids().officer, { title: 'Renamed' })
      return { ...facts, ...(await seen(ids().openId)) }
    },
    'assessment.answer': () => ({ id: ids().openId, answers: [answer()] }),
    'assessment.give-part': () => ({ ...part(), personId: ids().personId, dueOn: soon() }),
    'assessment.take-part': part,
    'assessment.make-risk': () => ({ id: ids().openId, question: firstQuestion }),
    'assessment.sign': async () => ({ ...(await seen(ids().openId)), ...signFacts(ids().officer) }),
    // Signed by its officer already, which only somebody who sees it is told.
    'assessment.countersign': async () => ({
      ...{ id: ids().signedId, number: 1, ...signFacts(ids().officer) },
      sha256: (await assessmentDetail(ids().officer, ids().signedId)).copies[0]?.sha256,
    }),
    'assessment.correct': async () => ({ ...(await seen(ids().signedId)), reason: ids().reason }),
    'assessment.archive': async () => ({ ...(await seen(ids().openId)), reason: ids().reason }),
    'assessment.restore': () => seen(ids().openId),
  }
}

/** Whoever may read the report may also get it as a file: not only those who may change something. */
export function unaimedAssessmentInputs(ids: () => AssessmentIds): Record<string, () => unknown> {
  return { 'assessment.report': () => ({ id: ids().signedId, copy: 1, sha256: '0'.repeat(64) }) }
}

/** What addresses of assessments are made of. */
export interface AssessedIds {
  assessmentId: string
  signedAssessmentId: string
  assessmentPartId: string
  findingRiskId: string
}

/** An open and a signed assessment of this system, in which `word` stands everywhere, and a part given to somebody. */
export async function assessedSystem(
  officer: Actor,
  systemId: string,
  personId: string,
  word: string,
): Promise<AssessedIds> {
  const words = { systemId, title: `${word} profile`, scope: `${word} scope` }
  const assessmentId = await started(officer, words)
  const answers = [{ question: firstQuestion, answer: 'no', note: `${word} note`, seen: '' }]
  valueOf(await answerQuestions(officer, { id: assessmentId, answers }))
  const risk = valueOf(await makeRiskOfFinding(officer, { id: assessmentId, question: firstQuestion }))
  const dueOn = addDays(todayFor(officer), 10)
  valueOf(await givePart(officer, { id: assessmentId, part: 'map', personId, dueOn }))
  const signedAssessmentId = await started(officer, { ...words, kind: 'privacy-impact' })
  await answerEverything(officer, signedAssessmentId)
  await signed(officer, signedAssessmentId)
  const { givenParts } = await assessmentDetail(officer, assessmentId)
  return {
    assessmentId,
    signedAssessmentId,
    assessmentPartId: givenParts[0]?.id ?? '',
    findingRiskId: risk.riskId,
  }
}
