import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import { recordLeave } from '#lib/flows/hand-over-leaver'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { now } from '#lib/platform/clock'
import { valueOf } from '#lib/testing/practice'
import {
  answerAll,
  gapFacts,
  practiceWithQuestionnaire,
  questionnaireDetail,
  scoreAll,
  seenBy,
  sendFacts,
  sent,
  signature,
  threeQuestions,
} from '#lib/testing/questionnaires'
import { useTestDatabase } from '#lib/testing/test-database'
import { reopenQuestionnaire, sendQuestionnaire } from './commands.ts'
import { tallyOf } from './detail-queries.ts'
import { gapToSettle } from './gap-queries.ts'
import { openByLink, saveAnswer, submitAnswers } from './guest.ts'
import { finishScoring, scoreAnswer, settleGap } from './score-commands.ts'
import { saveTemplate } from './template-commands.ts'
import { getTemplate, listTemplates } from './template-queries.ts'

const database = useTestDatabase()
const browser = { address: 'unknown', userAgent: '' }

let made: Awaited<ReturnType<typeof practiceWithQuestionnaire>>
let officer: Actor
beforeAll(async () => {
  made = await practiceWithQuestionnaire(database.owner)
  officer = made.officer
})

const detail = (id = made.id) => questionnaireDetail(officer, id)
const itemOf = async (key: string, id = made.id) => {
  const found = (await detail(id)).items.find(({ question }) => question.key === key)
  if (!found) throw new Error('no such question')
  return found
}
const score = async (question: string, verdict: object, id = made.id, by = officer) =>
  scoreAnswer(by, { ...(await seenBy(officer, id)), question, note: '', ...verdict })
const openDuties = async (recordId: string) =>
  (
    await database.owner.query<{ key: string; ownerId: string; state: string }>(
      `SELECT key, "ownerId", state FROM "Obligation" WHERE "recordId" = $1 ORDER BY "openedOn", id`,
      [recordId],
    )
  ).rows

describe('answers', () => {
  it('are not looked through before they are submitted', async () => {
    expect(await score('mfa', { verdict: 'fine' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('not submitted') as string,
    })
    await answerAll(officer, made, { mfa: 'no', notice: '30' })
    expect((await itemOf('mfa')).worries).toEqual(['It says “No”.'])
    expect((await itemOf('notice')).worries).toEqual(['It is more than 10 days.'])
    expect((await itemOf('report')).worries).toEqual(['There is only a note.'])
  })

  it('become gaps with an owner and a day, each a duty that is settled with words', async () => {
    const helper = await made.practice.actor('staff')
    expect(await score('mfa', { verdict: 'gap' })).toMatchObject({
      fields: { note: 'Say what is missing.', settleBy: 'Say until when it has to be settled.' },
    })
    const gap = { ...gapFacts(officer), gapOwnerId: helper.personId }
    valueOf(await score('mfa', gap))
    const id = (await itemOf('mfa')).score?.id ?? ''
    expect(await openDuties(id)).toEqual([{ key: `gap:${id}`, ownerId: helper.personId, state: 'open' }])
    expect(await gapToSettle(helper, id)).toMatchObject({ vendorName: 'Quillwell', isReadable: false })
    expect(await gapToSettle(await made.practice.actor('staff'), id)).toBeNull()
    expect(await settleGap(await made.practice.actor('staff'), { gapId: id, how: 'Nothing' })).toMatchObject({
      code: 'not-found',
    })
    valueOf(await settleGap(helper, { gapId: id, how: 'They turned it on for everybody.' }))
    expect((await openDuties(id)).map(({ state }) => state)).toEqual(['done'])
    expect(await settleGap(officer, { gapId: id, how: 'Once more' })).toMatchObject({ code: 'conflict' })
    expect(await detail()).toMatchObject({ gaps: 1, openGaps: 0 })
  })

  it('that were a gap and are fine on a second look ask for nothing any more', async () => {
    valueOf(await score('notice', gapFacts(officer)))
    const id = (await itemOf('notice')).score?.id ?? ''
    valueOf(await score('notice', { verdict: 'aside' }))
    expect((await openDuties(id)).map(({ state }) => state)).toEqual(['cancelled'])
  })

  it('are all to be looked at before anybody can say so', async () => {
    expect(await finishScoring(officer, await seenBy(officer, made.id))).toMatchObject({
      message: '1 answer still to be looked at.',
    })
    valueOf(await score('report', { verdict: 'fine' }))
    valueOf(await finishScoring(officer, await seenBy(officer, made.id)))
    expect(await detail()).toMatchObject({ stage: 'scored', duties: [] })
    expect(tallyOf((await detail()).items)).toEqual({ fine: 1, gap: 1, aside: 1, open: 0 })
  })

  it('that change after they were opened again have to be looked at again, and only those', async () => {
    const answerBy = addDays(todayFor(officer), 5)
    const reopen = { ...(await seenBy(officer, made.id)), answerBy, reason: 'A mistake' }
    valueOf(await reopenQuestionnaire(officer, reopen))
    valueOf(await saveAnswer(made.token, { question: 'notice', value: '5', note: '' }, now()))
    valueOf(await submitAnswers(made.token, signature, now()))
    expect((await detail()).items.map((item) => item.score?.outdated)).toEqual([false, false, true])
    expect(tallyOf((await detail()).items).open).toBe(1)
    valueOf(await score('notice', { verdict: 'fine' }))
    valueOf(await finishScoring(officer, await seenBy(officer, made.id)))
  })
})

describe('a year later', () => {
  it('the answers are there to be confirmed or changed, and only what changed is to be looked at', async () => {
    const { vendorId, template } = await practiceOf()
    const first = await sent(officer, vendorId, { template })
    await answerAll(officer, first, { mfa: 'yes', notice: '5' })
    await scoreAll(officer, first.id, ['notice'])
    const again = await sent(officer, vendorId, { template, previousId: first.id })
    const view = await openByLink(again.token, browser, now())
    expect(view?.items[0]).toMatchObject({ isAnswered: false, before: { value: 'yes' } })
    const confirm = (question: string) =>
      saveAnswer(again.token, { question, value: 'made up', note: '', confirmed: true }, now())
    expect(await confirm('mfa')).toMatchObject({ code: 'invalid' })
    for (const question of ['mfa', 'report', 'notice'])
      valueOf(await saveAnswer(again.token, { question, value: '', note: '', confirmed: true }, now()))
    valueOf(await saveAnswer(again.token, { question: 'mfa', value: 'no', note: 'Not for guests' }, now()))
    valueOf(await submitAnswers(again.token, signature, now()))

    const { items, openGaps, stage } = await detail(again.id)
    expect(stage).toBe('answered')
    expect(items.map(({ change }) => change)).toEqual(['changed', 'same', 'same'])
    expect(items[0]).toMatchObject({
      before: { answer: { value: 'yes' } },
      answer: { value: 'no' },
      score: null,
    })
    expect(items[1]?.score).toMatchObject({ verdict: 'fine', carried: true, outdated: false })
    expect(items[2]).toMatchObject({ answer: { value: '5' }, score: { verdict: 'gap', carried: true } })
    expect(openGaps).toBe(1)

    // The gap goes on here, and is no duty there any more.
    const [old, fresh] = [(await itemOf('notice', first.id)).score, items[2]?.score]
    expect(old).toMatchObject({ goesOn: true })
    expect((await openDuties(old?.id ?? '')).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await openDuties(fresh?.id ?? '')).map(({ state }) => state)).toEqual(['open'])
    expect(await settleGap(officer, { gapId: old?.id, how: 'There' })).toMatchObject({ code: 'conflict' })
  })

  it('a question that was reworded is to be looked at again, whatever was answered', async () => {
    const { vendorId, template } = await practiceOf()
    const first = await sent(officer, vendorId, { template })
    await answerAll(officer, first, { mfa: 'yes', notice: '5' })
    await scoreAll(officer, first.id)
    const before = await getTemplate(officer, template)
    const questions = threeQuestions.map((one) =>
      one.key === 'mfa' ? { ...one, ask: 'And for guests?' } : one,
    )
    valueOf(await saveTemplate(officer, { ...before, template, questions }))
    const again = await sent(officer, vendorId, { template, previousId: first.id })
    for (const question of ['mfa', 'report', 'notice'])
      valueOf(await saveAnswer(again.token, { question, value: '', note: '', confirmed: true }, now()))
    valueOf(await submitAnswers(again.token, signature, now()))
    expect((await detail(again.id)).items.map(({ score: one }) => one?.carried ?? false)).toEqual([
      false,
      true,
      true,
    ])
    // What was sent keeps the words it was sent with.
    expect((await itemOf('mfa', first.id)).question.ask).toBe('What about mfa?')
    expect(await detail(first.id)).toMatchObject({ templateNumber: 1 })
    expect(await detail(again.id)).toMatchObject({ templateNumber: 2 })
  })

  it('nothing is sent that follows what is not answered, is out already, or is followed by another', async () => {
    const { vendorId, template } = await practiceOf()
    const first = await sent(officer, vendorId, { template })
    const send = (change: object) =>
      sendQuestionnaire(officer, sendFacts(officer, vendorId, { template, ...change }))
    expect(await send({ previousId: first.id })).toMatchObject({ code: 'conflict' })
    expect(await send({})).toMatchObject({ message: expect.stringContaining('asks') as string })
    const both = await Promise.all([send({ template: 'ai-scribe' }), send({ template: 'ai-scribe' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await answerAll(officer, first)
    valueOf(await send({ previousId: first.id }))
    expect(await send({ previousId: first.id, template: 'software' })).toMatchObject({ code: 'conflict' })
  })
})

/** Another vendor of the same practice, with a copy of the questions. */
async function practiceOf() {
  const { createVendor } = await import('#lib/vendors/commands')
  const { vendorFacts } = await import('#lib/testing/vendors')
  const { id: vendorId } = valueOf(await createVendor(officer, vendorFacts))
  const input = { template: '', version: 0, name: 'Copy', about: '', questions: threeQuestions }
  return { vendorId, template: valueOf(await saveTemplate(officer, input)).id }
}

describe('questions that come with the product', () => {
  it('are copied when they are first changed, with the ones they had as version 1', async () => {
    const came = await getTemplate(officer, 'imaging')
    expect(came).toMatchObject({ key: 'imaging', version: 0 })
    const [first, ...rest] = came?.questions ?? []
    const input = { ...came, template: 'imaging', questions: rest, version: 0 }
    const { id } = valueOf(await saveTemplate(officer, input))
    const { rows } = await database.owner.query<{ number: number; count: number }>(
      `SELECT number, jsonb_array_length(questions) AS count FROM "TemplateVersion" WHERE "templateId" = $1 ORDER BY number`,
      [id],
    )
    expect(rows).toEqual([
      { number: 1, count: rest.length + 1 },
      { number: 2, count: rest.length },
    ])
    expect(first).toBeDefined()
    expect((await listTemplates(officer)).filter(({ name }) => name === came?.name)).toHaveLength(1)
    // Somebody who still has the old page open.
    expect(await saveTemplate(officer, { ...input, version: 1 })).toMatchObject({ code: 'conflict' })
  })
})

it('whoever sent it leaves, and what is left to do passes to the successor', async () => {
  const leaver = await made.practice.actor('officer')
  const { vendorId, template } = await practiceOf()
  const open = await sent(leaver, vendorId, { template })
  valueOf(
    await recordLeave(officer, {
      id: leaver.personId,
      version: 1,
      lastDay: todayFor(officer),
      reason: 'Moved away',
      successorId: officer.personId,
    }),
  )
  expect(await detail(open.id)).toMatchObject({ senderId: officer.personId })
  expect(await openDuties(open.id)).toMatchObject([{ key: 'answers', ownerId: officer.personId }])
})
