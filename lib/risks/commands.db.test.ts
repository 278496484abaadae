import { beforeAll, describe, expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { addDays, addMonths, dateOf } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { atTime } from '#lib/platform/clock'
import { write } from '#lib/platform/db'
import { facts } from '#lib/testing/ai-systems'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { practiceWithRisk, riskDetail, riskFacts, riskWithAction, scoreFacts } from '#lib/testing/risks'
import { useTestDatabase } from '#lib/testing/test-database'
import { saveAction, settleAction } from './action-commands.ts'
import { adoptRisks } from './adopt-commands.ts'
import { createRisk, editRisk } from './commands.ts'
import { acceptRisk, closeRisk, endAcceptance, reopenRisk, reviewRisk, scoreRisk } from './decisions.ts'
import { actionToDo } from './detail-queries.ts'
import { listRisks } from './queries.ts'
import { saveAppetite, saveScale } from './scale-commands.ts'
import { getScale } from './scale-queries.ts'
import { riskTable } from './table.ts'

const database = useTestDatabase()
const titles = async (actor: Actor, params: Record<string, string> = {}) =>
  (await listRisks(actor, parseListState(riskTable, params))).rows.map(({ title }) => title)
const duties = async (recordId: string) => {
  const { rows } = await database.owner.query<{ key: string; dueOn: string; harm: number; ownerId: string }>(
    `SELECT key, "dueOn"::text, harm, "ownerId" FROM "Obligation" WHERE "recordId" = $1 AND state = 'open' ORDER BY key`,
    [recordId],
  )
  return rows
}

describe('a risk', () => {
  it('begins without a score, is never shown as low, and is first in the list', async () => {
    const { officer, id } = await practiceWithRisk(database.owner)
    const low = valueOf(await createRisk(officer, { ...riskFacts, title: 'A small thing' })).id
    const small = { ...scoreFacts, currentLikelihood: '1', currentImpact: '1', id: low, version: 1 }
    valueOf(await scoreRisk(officer, small))
    expect((await riskDetail(officer, id)).currentScore).toBeNull()
    expect(await titles(officer)).toEqual([riskFacts.title, 'A small thing'])
    expect(await titles(officer, { level: 'low' })).toEqual(['A small thing'])
    expect(await titles(officer, { level: 'unscored' })).toEqual([riskFacts.title])
  })

  it('keeps each score it ever had, and moves the next look', async () => {
    const { officer, id, seen } = await practiceWithRisk(database.owner)
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...(await seen()) }))
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...(await seen()), currentLikelihood: '5' }))
    valueOf(await closeRisk(officer, { ...(await seen()), on: todayFor(officer), reason: 'Gone' }))
    valueOf(await reopenRisk(officer, { ...(await seen()), reason: 'Back again' }))
    const risk = await riskDetail(officer, id)
    expect(risk.past.map(({ currentLikelihood, isOpen }) => [currentLikelihood, isOpen])).toEqual([
      [5, true],
      [5, false],
      [5, true],
      [3, true],
    ])
    expect(risk).toMatchObject({ currentScore: 20, reviewedOn: todayFor(officer) })
    expect(await duties(id)).toMatchObject([
      { key: 'review', dueOn: addMonths(todayFor(officer), 12), harm: 3 },
      { key: 'treatment', harm: 3 },
    ])
  })

  it('keeps its history of scores from the application itself', async () => {
    const { officer, seen } = await practiceWithRisk(database.owner)
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...(await seen()) }))
    for (const change of [
      'UPDATE "RiskScore" SET "currentImpact" = 1',
      'DELETE FROM "RiskScore"',
      'TRUNCATE "RiskScore"',
    ])
      await expect(
        write(officer, (tx) => tx.$executeRawUnsafe(change)),
        change,
      ).rejects.toThrow(/permission denied/)
  })

  it('is refused half a score', async () => {
    const { officer, seen } = await practiceWithRisk(database.owner)
    expect(await scoreRisk(officer, { ...scoreFacts, ...(await seen()), targetImpact: '' })).toMatchObject({
      ok: false,
      fields: { targetImpact: 'Choose both, or neither.' },
    })
    const unscored = { ...scoreFacts, ...(await seen()), currentLikelihood: '', currentImpact: '' }
    expect(await scoreRisk(officer, unscored)).toMatchObject({
      ok: false,
      fields: { currentLikelihood: 'Choose how it is now.' },
    })
  })

  it('is told to somebody who comes second', async () => {
    const { officer, seen } = await practiceWithRisk(database.owner)
    const old = await seen()
    valueOf(await reviewRisk(officer, { ...old, on: todayFor(officer), note: '' }))
    expect(await editRisk(officer, { ...riskFacts, ...old })).toMatchObject({ ok: false, code: 'conflict' })
  })
})

describe('an acceptance', () => {
  it('is an owner’s alone, needs a score, and lasts a year at most', async () => {
    const { practice, officer, seen } = await practiceWithRisk(database.owner)
    const boss = await practice.actor('owner')
    const today = todayFor(officer)
    const wish = async (until: string) => ({ ...(await seen()), until, reason: 'We can carry it.' })
    const soon = addMonths(today, 3)
    expect(await acceptRisk(officer, await wish(soon))).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await acceptRisk(boss, await wish(soon))).toMatchObject({ ok: false, code: 'conflict' })
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...(await seen()) }))
    expect(await acceptRisk(boss, await wish(today))).toMatchObject({ ok: false, code: 'invalid' })
    expect(await acceptRisk(boss, await wish(addDays(addMonths(today, 12), 1)))).toMatchObject({
      ok: false,
      code: 'invalid',
    })
    expect(await acceptRisk(boss, { ...(await wish(soon)), reason: ' ' })).toMatchObject({ code: 'invalid' })
    valueOf(await acceptRisk(boss, await wish(addMonths(today, 12))))
  })

  it('stays when the score goes up and says for which it was given; it ends by decision, or becomes overdue', async () => {
    const { practice, officer, id, seen } = await practiceWithRisk(database.owner)
    const boss = await practice.actor('owner')
    const until = addMonths(todayFor(officer), 2)
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...(await seen()) }))
    valueOf(await acceptRisk(boss, { ...(await seen()), until, reason: 'We can carry it.' }))
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...(await seen()), currentImpact: '5' }))
    expect(await riskDetail(officer, id)).toMatchObject({
      ...{ acceptance: 'accepted', acceptedScore: 12, currentScore: 15, treatment: 'accept' },
      acceptedByName: boss.name,
    })
    expect((await duties(id)).find(({ key }) => key === 'acceptance')?.dueOn).toBe(until)
    const later = new Date(dateOf(addDays(until, 1)).getTime() + 18 * 3_600_000)
    await atTime(later, async () => {
      expect((await riskDetail(officer, id)).acceptance).toBe('ended')
      expect(await titles(officer, { acceptance: 'ended' })).toHaveLength(1)
      expect(await titles(officer, { nextDue: 'overdue' })).toHaveLength(1)
    })
    valueOf(await endAcceptance(officer, { ...(await seen()), reason: 'It got worse.' }))
    expect(await riskDetail(officer, id)).toMatchObject({
      ...{ acceptance: 'none', acceptedUntil: null, treatment: 'undecided' },
    })
    expect((await duties(id)).map(({ key }) => key)).toEqual(['review', 'treatment'])
  })
})

describe('an action', () => {
  it('is due from whoever does it, who may be nobody that sees the register', async () => {
    const { practice, officer, id, seen } = await practiceWithRisk(database.owner)
    const helper = await practice.actor('staff')
    const other = await practice.actor('staff')
    const dueOn = addDays(todayFor(officer), 20)
    const plan = { partId: '', title: 'Sample notes', ownerId: helper.personId, dueOn }
    valueOf(await saveAction(officer, { ...(await seen()), ...plan }))
    const actionId = (await riskDetail(officer, id)).steps[0]?.id ?? ''
    expect(await duties(actionId)).toMatchObject([
      { key: `action:${actionId}`, dueOn, ownerId: helper.personId },
    ])
    expect(await titles(helper)).toEqual([])
    expect(await actionToDo(other, actionId)).toBeNull()
    expect(await actionToDo(helper, actionId)).toMatchObject({ title: 'Sample notes', isReadable: false })
    const end = { actionId, how: 'done', outcome: 'Two of ten had errors.' }
    expect(await settleAction(other, end)).toMatchObject({ ok: false, code: 'not-found' })
    expect(await settleAction(helper, { ...end, outcome: '' })).toMatchObject({ ok: false, code: 'invalid' })
    valueOf(await settleAction(helper, end))
    expect(await duties(actionId)).toEqual([])
    expect((await riskDetail(officer, id)).steps[0]).toMatchObject({ outcome: 'Two of ten had errors.' })
    expect(await settleAction(helper, end)).toMatchObject({ ok: false, code: 'conflict' })
  })

  it('asks for nothing while its risk is closed, and again when it is opened', async () => {
    const { officer } = await practiceWithRisk(database.owner)
    const { id, actionId } = await riskWithAction(officer)
    const seen = async () => ({ id, version: (await riskDetail(officer, id)).version })
    valueOf(await closeRisk(officer, { ...(await seen()), on: todayFor(officer), reason: 'Tool is gone' }))
    expect([...(await duties(id)), ...(await duties(actionId))]).toEqual([])
    valueOf(await reopenRisk(officer, { ...(await seen()), reason: 'It is back' }))
    expect(await duties(actionId)).toHaveLength(1)
  })
})

describe('who sees what', () => {
  let practice: TestPractice
  let officer: Actor
  beforeAll(async () => {
    practice = await createPractice(database.owner)
    officer = await practice.actor('officer')
    const { id: systemId } = valueOf(await createSystem(officer, { ...facts, siteIds: [practice.siteA] }))
    const add = (title: string, change: object) => createRisk(officer, { ...riskFacts, title, ...change })
    valueOf(await add('Of site A', { siteIds: [practice.siteA] }))
    valueOf(await add('Of the scribe at A', { systemIds: [systemId] }))
    valueOf(await add('Of site B', { siteIds: [practice.siteB] }))
    valueOf(await add('Of the practice', {}))
  })

  it('is all of it for officer, owner, IT and auditor, and nothing for staff', async () => {
    for (const role of ['officer', 'owner', 'it', 'auditor'] as const)
      expect(await titles(await practice.actor(role)), role).toHaveLength(4)
    expect(await titles(await practice.actor('staff', [practice.siteA]))).toEqual([])
  })

  it('is their sites and the systems there for a site’s lead, not what concerns the whole practice, in duties neither', async () => {
    const lead = await practice.actor('site-lead', [practice.siteA])
    expect((await titles(lead)).toSorted()).toEqual(['Of site A', 'Of the scribe at A'])
    const { rows } = await database.owner.query<{ recordLabel: string }>(
      `SELECT DISTINCT "recordLabel" FROM "Obligation" WHERE "practiceId" = $1 AND "recordKind" = 'risk' AND ("siteIds" && $2 OR "siteIds" = '{}')`,
      [practice.id, [practice.siteA]],
    )
    expect(rows.map(({ recordLabel }) => recordLabel.replace(/^RISK-\d+ /, '')).toSorted()).toEqual([
      'Of site A',
      'Of the scribe at A',
    ])
    expect(await createRisk(lead, { ...riskFacts, siteIds: [practice.siteB] })).toMatchObject({ ok: false })
    expect(await createRisk(lead, riskFacts)).toMatchObject({ ok: false, code: 'forbidden' })
  })

  it('is what they own for somebody who answers for one risk', async () => {
    const keeper = await practice.actor('staff', [practice.siteB])
    const input = { ...riskFacts, title: 'Theirs', ownerId: keeper.personId }
    const { id } = valueOf(await createRisk(officer, input))
    expect(await titles(keeper)).toEqual(['Theirs'])
    valueOf(await scoreRisk(keeper, { ...scoreFacts, id, version: 1 }))
    expect(await editRisk(keeper, { ...input, id, version: 2 })).toMatchObject({ code: 'forbidden' })
  })
})

describe('the library', () => {
  it('gives a risk once for the practice and once for each system, without a score', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const { id: systemId } = valueOf(await createSystem(officer, facts))
    const take = (system: string, ...keys: string[]) =>
      adoptRisks(officer, { keys, systemId: system, ownerId: officer.personId })
    valueOf(await take('', 'phi-in-unapproved-tool', 'vendor-gone'))
    valueOf(await take(systemId, 'vendor-gone', 'invented-dose'))
    expect(await take('', 'vendor-gone', 'nobody-in-charge')).toMatchObject({ ok: false, code: 'conflict' })
    expect(await take(systemId, 'invented-dose')).toMatchObject({ ok: false, code: 'conflict' })
    expect(await take('', 'no-such-risk')).toMatchObject({ ok: false, code: 'invalid' })
    const { rows } = await listRisks(officer, parseListState(riskTable, {}))
    expect(rows).toHaveLength(4)
    expect(
      rows.every(({ currentScore, ownerId }) => currentScore === null && ownerId === officer.personId),
    ).toBe(true)
  })

  it('refuses one of two who take the same at once', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    const both = await Promise.all([0, 1].map(() => adoptRisks(officer, { keys: ['skills-lost'] })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('scale and limits', () => {
  it('says beyond what we accept as soon as a limit is set, and not any more when it is taken away', async () => {
    const { officer, seen } = await practiceWithRisk(database.owner)
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...(await seen()) }))
    expect(await titles(officer, { appetite: 'beyond' })).toEqual([])
    valueOf(await saveAppetite(officer, { most: { 'clinical-safety': '11' } }))
    expect(await titles(officer, { appetite: 'beyond' })).toHaveLength(1)
    valueOf(await saveAppetite(officer, { most: { 'clinical-safety': '12' } }))
    expect(await titles(officer, { appetite: 'beyond' })).toEqual([])
    valueOf(await saveAppetite(officer, { most: { 'clinical-safety': '' } }))
    expect((await getScale(officer)).appetite.size).toBe(0)
    expect(await saveAppetite(officer, { most: { bias: '26' } })).toMatchObject({
      ok: false,
      code: 'invalid',
    })
  })

  it('keeps own words, and forgets those that are the standard’s again', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    const standard = (await getScale(officer)).scale.impact[4]
    valueOf(await saveScale(officer, { words: { 'impact-5': { word: 'Ruinous', meaning: 'We close.' } } }))
    expect((await getScale(officer)).scale.impact[4]).toMatchObject({ word: 'Ruinous', meaning: 'We close.' })
    valueOf(
      await saveScale(officer, {
        words: { 'impact-5': { word: standard?.word, meaning: standard?.meaning } },
      }),
    )
    const { rows } = await database.owner.query(`SELECT 1 FROM "RiskScaleWord" WHERE "practiceId" = $1`, [
      officer.practiceId,
    ])
    expect(rows).toEqual([])
  })
})
