import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#lib/base/days'
import { planLeave, recordLeave } from '#lib/flows/hand-over-leaver'
import { todayFor } from '#lib/kernel/today'
import {
  answerEverything,
  assessmentDetail,
  changeSystem,
  firstQuestion,
  practiceWithAssessment,
  seenAssessment,
  signed,
  started,
  startFacts,
} from '#lib/testing/assessments'
import { createPractice, valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { answerQuestions, givePart, takePart } from './answer-commands.ts'
import { correctAssessment, editAssessment, startAssessment } from './commands.ts'
import { assessmentToAnswer, getAssessment } from './detail-queries.ts'
import { mayAnswer } from './policy.ts'

const database = useTestDatabase()
const setUp = () => practiceWithAssessment(database.owner)
const one = (answer: string, seen = '', note = '', question = firstQuestion) => ({
  answers: [{ question, answer, note, seen }],
})

describe('answering', () => {
  it('keeps who answered and when, and counts only what is asked', async () => {
    const { officer, id } = await setUp()
    const saved = valueOf(await answerQuestions(officer, { id, ...one('partly', '', 'A list of laws') }))
    expect(saved).toMatchObject({ answered: 1, asked: 44 })
    const { items, answered } = await assessmentDetail(officer, id)
    expect(answered).toBe(1)
    expect(items[0]?.given).toMatchObject({ answer: 'partly', note: 'A list of laws', carriedOver: false })
    expect(items[0]?.given?.answeredByName).toBe(officer.name)
  })

  it('shows an answer that somebody gave meanwhile instead of overwriting it', async () => {
    const { practice, officer, id } = await setUp()
    const it = await practice.actor('it')
    const first = valueOf(await answerQuestions(officer, { id, ...one('yes') }))
    const second = await answerQuestions(it, { id, ...one('no') })
    expect(second).toMatchObject({
      ...{ ok: false, code: 'conflict' },
      fields: {
        question: firstQuestion,
        answer: 'yes',
        answeredAt: first.answeredAt,
        answeredBy: officer.name,
      },
    })
    expect((await assessmentDetail(officer, id)).items[0]?.given?.answer).toBe('yes')
    valueOf(await answerQuestions(it, { id, ...one('no', first.answeredAt) }))
    expect((await assessmentDetail(officer, id)).items[0]?.given?.answer).toBe('no')
  })

  it('takes all of several answers or none', async () => {
    const { officer, id } = await setUp()
    const answers = [...one('yes').answers, ...one('not-applicable', '', '', 'rmf-govern-1-5').answers]
    const refused = await answerQuestions(officer, { id, answers })
    expect(refusalOf(refused)).toMatch(/invalid: .*note\.rmf-govern-1-5.*needs a reason/)
    expect((await assessmentDetail(officer, id)).answered).toBe(0)
  })

  it('refuses answers that a question does not offer, and questions that are not asked', async () => {
    const { officer, id, systemId } = await setUp()
    expect(await answerQuestions(officer, { id, ...one('not-available') })).toMatchObject({ code: 'invalid' })
    await changeSystem(officer, systemId, { generative: 'no' })
    expect(refusalOf(await answerQuestions(officer, { id, ...one('yes', '', '', 'gai-2-2') }))).toMatch(
      /conflict: .*does not write or generate/,
    )
    expect(await answerQuestions(officer, { id, ...one('yes', '', '', 'no-such') })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a part given to a colleague', () => {
  it('lets somebody answer it who may see nothing else, is theirs as a duty, and ends when all of it is answered', async () => {
    const { practice, officer, id } = await setUp()
    const [nurse, other] = [await practice.actor('staff'), await practice.actor('staff')]
    expect(await assessmentToAnswer(nurse, id)).toBeNull()
    const dueOn = addDays(todayFor(officer), 9)
    valueOf(await givePart(officer, { id, part: 'manage', personId: nurse.personId, dueOn }))
    const duty = async () =>
      (
        await database.owner.query<{ state: string; ownerId: string; title: string }>(
          `SELECT state, "ownerId", title FROM "Obligation" WHERE key LIKE 'part:%' AND "practiceId" = $1`,
          [practice.id],
        )
      ).rows
    expect(await duty()).toEqual([{ state: 'open', ownerId: nurse.personId, title: 'Answer a part: Manage' }])
    const seen = await assessmentToAnswer(nurse, id)
    expect(seen?.items.length).toBe(44)
    expect(await getAssessment(nurse, id)).toBeNull()
    expect(await answerQuestions(nurse, { id, ...one('yes') })).toMatchObject({ code: 'forbidden' })
    expect(await answerQuestions(other, { id, ...one('yes', '', '', 'rmf-manage-1-1') })).toMatchObject({
      code: 'not-found',
    })
    const keys = seen?.items.flatMap(({ part, key }) => (part === 'manage' ? key : [])) ?? []
    for (const key of keys) {
      expect((await duty())[0]?.state).toBe('open')
      valueOf(await answerQuestions(nurse, { id, ...one('yes', '', '', key) }))
    }
    expect((await duty())[0]?.state).toBe('done')
    expect((await assessmentDetail(officer, id)).givenParts[0]?.doneOn).toBe(todayFor(officer))
  })

  it('is taken back with its duty, and what was answered stays', async () => {
    const { practice, officer, id } = await setUp()
    const nurse = await practice.actor('staff')
    const dueOn = addDays(todayFor(officer), 9)
    valueOf(await givePart(officer, { id, part: 'manage', personId: nurse.personId, dueOn }))
    valueOf(await answerQuestions(nurse, { id, ...one('no', '', 'Nobody can', 'rmf-manage-2-4') }))
    valueOf(await takePart(officer, { id, part: 'manage' }))
    expect(await assessmentToAnswer(nurse, id)).toBeNull()
    const found = await assessmentDetail(officer, id)
    expect(found.duties.map(({ key }) => key)).toEqual(['finish'])
    expect(found.items.find(({ key }) => key === 'rmf-manage-2-4')?.given?.answeredByName).toBe(nurse.name)
  })

  it('goes to nobody who only looks on', async () => {
    const { practice, officer, id } = await setUp()
    const auditor = await practice.actor('auditor')
    const dueOn = addDays(todayFor(officer), 9)
    const refused = await givePart(officer, { id, part: 'map', personId: auditor.personId, dueOn })
    expect(refusalOf(refused)).toMatch(/invalid: .*personId/)
  })
})

describe('somebody who leaves', () => {
  it('passes on what they own, and the parts they have left to answer', async () => {
    const { practice, officer, owner, id } = await setUp()
    const leaver = await practice.actor('staff')
    const { kind: _, systemId: __, ...facts } = startFacts(officer, { ownerId: leaver.personId })
    valueOf(await editAssessment(officer, { ...facts, ...(await seenAssessment(officer, id)) }))
    const dueOn = addDays(todayFor(officer), 9)
    valueOf(await givePart(officer, { id, part: 'map', personId: leaver.personId, dueOn }))
    expect(await planLeave(officer, leaver.personId)).toMatchObject({
      looksAfter: [{ one: 'assessment', number: 1 }],
      needsSuccessor: true,
    })
    valueOf(
      await recordLeave(officer, {
        ...{ id: leaver.personId, version: 1, lastDay: todayFor(officer), reason: 'Moves away' },
        successorId: owner.personId,
      }),
    )
    const found = await assessmentDetail(officer, id)
    expect(found).toMatchObject({ ownerId: owner.personId, givenParts: [{ personId: owner.personId }] })
    expect(found.duties.map(({ ownerName }) => ownerName)).toEqual([owner.name, owner.name])
  })
})

describe('scope', () => {
  it('keeps assessments of systems at other sites, and those of other practices, out of sight', async () => {
    const { practice, officer, id, systemId } = await setUp()
    await changeSystem(officer, systemId, { siteIds: [practice.siteA] })
    const [here, elsewhere] = [
      await practice.actor('site-lead', [practice.siteA]),
      await practice.actor('site-lead', [practice.siteB]),
    ]
    const stranger = await (await createPractice(database.owner)).actor('officer')
    expect((await getAssessment(here, id))?.id).toBe(id)
    expect(await getAssessment(elsewhere, id)).toBeNull()
    expect(await getAssessment(stranger, id)).toBeNull()
    expect(await answerQuestions(elsewhere, { id, ...one('yes') })).toMatchObject({ code: 'not-found' })
    valueOf(await answerQuestions(here, { id, ...one('yes') }))
    const placed = { siteIds: [practice.siteB], ownerId: null, backupId: null }
    expect(mayAnswer(here, placed, null)).toBe(false)
    const refused = await startAssessment(
      elsewhere,
      startFacts(elsewhere, { systemId, kind: 'section-1557' }),
    )
    expect(refused).toMatchObject({ code: 'not-found' })
  })

  it('starts the practice’s own only for somebody who keeps all sites', async () => {
    const { practice, officer } = await setUp()
    const lead = await practice.actor('site-lead', [practice.siteA])
    const own = { kind: 'security-risk-analysis', title: 'Risk analysis' }
    expect(await startAssessment(lead, startFacts(lead, own))).toMatchObject({ code: 'forbidden' })
    expect((await assessmentDetail(officer, await started(officer, own))).asked).toBe(62)
  })
})

describe('from year to year', () => {
  it('starts the next from the last signed one, with its answers to be confirmed, and ends the duty to do so', async () => {
    const { officer, id, systemId } = await setUp()
    await answerEverything(officer, id, { [firstQuestion]: 'partly' })
    await signed(officer, id)
    const before = await assessmentDetail(officer, id)
    expect(before.duties).toMatchObject([{ key: 'again', dueOn: addMonths(todayFor(officer), 12) }])
    const next = await started(officer, { systemId })
    const found = await assessmentDetail(officer, next)
    expect(found).toMatchObject({ predecessor: { id }, asked: 44, answered: 0 })
    expect(found.items[0]?.given).toMatchObject({ answer: 'partly', carriedOver: true })
    expect((await assessmentDetail(officer, id)).duties).toEqual([])
    const seen = found.items[0]?.given?.answeredAt.toISOString()
    valueOf(await answerQuestions(officer, { id: next, ...one('partly', seen, 'It is so.') }))
    const confirmed = await assessmentDetail(officer, next)
    expect(confirmed).toMatchObject({ answered: 1 })
    expect(confirmed.history[0]?.sentence).toContain('Confirmed “Partly”')
  })

  it('has one open assessment of a kind about one thing at a time, also when two start at once', async () => {
    const { officer, id, systemId } = await setUp()
    const both = await Promise.all(
      ['a', 'b'].map(() => startAssessment(officer, startFacts(officer, { systemId, kind: 'section-1557' }))),
    )
    expect(both.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual(['conflict', 'ok'])
    const again = await startAssessment(officer, startFacts(officer, { systemId }))
    expect(refusalOf(again)).toMatch(/conflict: .*is open/)
    expect((await assessmentDetail(officer, id)).state).toBe('open')
  })

  it('asks for an owner where nobody is named', async () => {
    const { officer, id } = await setUp()
    const { kind: _, systemId: __, ...facts } = startFacts(officer, { ownerId: '' })
    valueOf(await editAssessment(officer, { ...facts, ...(await seenAssessment(officer, id)) }))
    expect((await assessmentDetail(officer, id)).duties.map(({ key }) => key)).toEqual(['owner', 'finish'])
  })

  it('opens a signed one again only with a reason, and not once another follows it', async () => {
    const { officer, id, systemId } = await setUp()
    expect(
      await correctAssessment(officer, { ...(await seenAssessment(officer, id)), reason: 'Wrong' }),
    ).toMatchObject({ code: 'conflict' })
    await answerEverything(officer, id)
    await signed(officer, id)
    expect(
      await correctAssessment(officer, { ...(await seenAssessment(officer, id)), reason: '' }),
    ).toMatchObject({
      code: 'invalid',
    })
    await started(officer, { systemId })
    expect(
      refusalOf(
        await correctAssessment(officer, { ...(await seenAssessment(officer, id)), reason: 'Wrong' }),
      ),
    ).toMatch(/conflict: .*follows it/)
  })
})
