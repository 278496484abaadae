import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, type Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { atTime } from '#lib/platform/clock'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import * as training from '#lib/testing/training'
import { createCampaign } from '#lib/training/commands'
import { removeLeave, saveLeave } from '#lib/training/leave-commands'
import { createPlan, editPlan, endPlan } from '#lib/training/plan-commands'
import { keepTraining } from './keep-training.ts'

const database = useTestDatabase()
let practice: TestPractice
let officer: Actor
let nurse: Actor
let courseId: string
let versionId: string
let today: Day

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  nurse = await practice.actor('staff', [practice.siteA])
  ;({ courseId, versionId } = await training.publishCourse(database.owner, officer))
  today = todayFor(officer)
})

const query = async <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await database.owner.query<Row>(sql, [practice.id, ...values])).rows
/** Noon of the practice, so many days from now. */
const on = <T>(days: number, work: () => Promise<T>) =>
  atTime(new Date(`${addDays(today, days)}T18:00:00Z`), work)
const keep = (days = 0) => on(days, () => keepTraining(practice.id))
const campaign = async (change: object = {}) =>
  valueOf(await createCampaign(officer, training.campaignFacts(officer, courseId, change))).id
interface Row {
  dueOn: string
  pausedOn: string | null
  closedFor: string | null
}
const assignment = async (campaignId: string, person: Actor): Promise<Row | undefined> =>
  (
    await query<Row>(
      `SELECT "dueOn"::text AS "dueOn", "pausedOn"::text AS "pausedOn", "closedFor" FROM "Assignment" WHERE "practiceId" = $1 AND "campaignId" = $2 AND "personId" = $3`,
      campaignId,
      person.personId,
    )
  )[0]
const steps = (campaignId: string) =>
  query<{ kind: string; dueBefore: string | null; dueAfter: string | null }>(
    `SELECT s.kind, s."dueBefore"::text AS "dueBefore", s."dueAfter"::text AS "dueAfter" FROM "AssignmentStep" s JOIN "Assignment" a ON a.id = s."assignmentId" WHERE s."practiceId" = $1 AND a."campaignId" = $2 ORDER BY s.at, s.id`,
    campaignId,
  )
const openDuties = async (kind: string) =>
  (
    await query<{ ownerId: string | null }>(
      `SELECT "ownerId" FROM "Obligation" WHERE "practiceId" = $1 AND "recordKind" = $2 AND state = 'open'`,
      kind,
    )
  ).map(({ ownerId }) => ownerId)

describe('the daily care of training', () => {
  it('opens a campaign on its day, once, however many look after it at the same time', async () => {
    const id = await campaign({ opensOn: addDays(today, 3), dueOn: addDays(today, 20) })
    expect(await keep(2)).toMatchObject({ assigned: 0 })
    const at = await on(3, () => Promise.all([1, 2, 3].map(() => keepTraining(practice.id))))
    expect(at.map(({ assigned }) => assigned).sort((a, b) => a - b)).toEqual([0, 0, 2])
    expect(await keep(3)).toMatchObject({ assigned: 0, changed: 0 })
    expect(await assignment(id, nurse)).toMatchObject({ dueOn: addDays(today, 20), closedFor: null })
    expect(new Set(await openDuties('assignment'))).toEqual(new Set([officer.personId, nurse.personId]))
    const told = await query<{ sentence: string; actorName: string }>(
      `SELECT sentence, "actorName" FROM "AuditEvent" WHERE "practiceId" = $1 AND action = 'training.care'`,
    )
    expect(told).toEqual([{ sentence: 'Assigned it to 2 people', actorName: 'Plumbline' }])
  })

  it('gives joiners their own days, and nothing to those who only look on', async () => {
    const id = await campaign({ dueOn: addDays(today, 10) })
    const joiner = await practice.actor('staff', [practice.siteB])
    const auditor = await practice.actor('auditor')
    await query(
      `UPDATE "Person" SET "startedOn" = $3 WHERE "practiceId" = $1 AND id = $2`,
      joiner.personId,
      today,
    )
    expect(await keep(5)).toMatchObject({ assigned: 1 })
    expect(await assignment(id, joiner)).toMatchObject({ dueOn: addDays(today, 30) })
    expect(await assignment(id, auditor)).toBeUndefined()
  })

  it('ends it for who leaves, keeps it, and opens it again when they are back in time', async () => {
    const id = await campaign({ dueOn: addDays(today, 10) })
    const works = (active: boolean) =>
      query(
        `UPDATE "Person" SET active = $3, "leftOn" = CASE WHEN NOT $3 THEN current_date END WHERE "practiceId" = $1 AND id = $2`,
        nurse.personId,
        active,
      )
    await works(false)
    await keep(2)
    expect(await assignment(id, nurse)).toMatchObject({ closedFor: 'left' })
    expect(await openDuties('assignment')).toEqual([officer.personId])
    await works(true)
    await keep(8)
    expect(await assignment(id, nurse)).toMatchObject({ closedFor: null, dueOn: addDays(today, 15) })
    expect(await steps(id)).toMatchObject([{ kind: 'reopened', dueAfter: addDays(today, 15) }])
    expect(await openDuties('assignment')).toHaveLength(2)
  })

  it('waits for who is on leave, and gives back the days', async () => {
    const id = await campaign({ dueOn: addDays(today, 10) })
    const leave = { personId: nurse.personId, fromOn: addDays(today, 4), untilOn: addDays(today, 24) }
    valueOf(await saveLeave(officer, leave))
    expect(await keep(3)).toMatchObject({ changed: 0 })
    // A worker that was off when it began counts from the leave all the same.
    await keep(6)
    expect(await assignment(id, nurse)).toMatchObject({ pausedOn: addDays(today, 4) })
    expect(await openDuties('assignment')).toEqual([officer.personId])
    await keep(12)
    expect(await query(`SELECT 1 FROM "Escalation" WHERE "practiceId" = $1`)).toEqual([])
    await keep(27)
    const dueOn = addDays(today, 31)
    expect(await assignment(id, nurse)).toEqual({ dueOn, pausedOn: null, closedFor: null })
    expect(await steps(id)).toMatchObject([
      { kind: 'paused', dueBefore: addDays(today, 10) },
      { kind: 'resumed', dueBefore: addDays(today, 10), dueAfter: dueOn },
      // By then somebody else is late.
      { kind: 'escalated' },
    ])
    expect(await openDuties('assignment')).toHaveLength(2)
  })

  it('moves nothing for a leave that was entered by mistake', async () => {
    const id = await campaign({ dueOn: addDays(today, 10) })
    const leave = { personId: nurse.personId, fromOn: today, untilOn: '' }
    valueOf(await saveLeave(officer, leave))
    expect(await saveLeave(officer, { ...leave, fromOn: addDays(today, 3) })).toMatchObject({
      code: 'invalid',
    })
    await keep(1)
    const [row] = await query<{ id: string }>(`SELECT id FROM "TrainingLeave" WHERE "practiceId" = $1`)
    valueOf(await removeLeave(officer, { id: row?.id }))
    await keep(2)
    expect(await assignment(id, nurse)).toEqual({
      dueOn: addDays(today, 10),
      pausedOn: null,
      closedFor: null,
    })
  })

  it('calls in the lead of a site once, and lets go when nobody there is late', async () => {
    const lead = await practice.actor('site-lead', [practice.siteA])
    const id = await campaign({ dueOn: addDays(today, 10), escalateAfterDays: 5 })
    const work = await training.assignmentOf(database.owner, id, nurse.personId)
    await keep(14)
    expect(await openDuties('escalation')).toEqual([])
    await on(15, () => Promise.all([keepTraining(practice.id), keepTraining(practice.id)]))
    await keep(16)
    expect(await openDuties('escalation')).toEqual([lead.personId])
    // Officer, nurse and lead are all at site A.
    expect(await steps(id)).toHaveLength(3)
    await on(16, () => training.signAs(nurse, work, versionId))
    await keep(16)
    expect(await openDuties('escalation')).toEqual([lead.personId])
    await query(
      `UPDATE "Assignment" SET "dueOn" = $3::date WHERE "practiceId" = $1 AND "campaignId" = $2 AND "signedOn" IS NULL`,
      id,
      addDays(today, 60),
    )
    await keep(17)
    expect(await openDuties('escalation')).toEqual([])
    const [escalation] = await query(`SELECT "doneOn"::text, late FROM "Escalation" WHERE "practiceId" = $1`)
    expect(escalation).toEqual({ doneOn: addDays(today, 17), late: 3 })
  })
})

describe('plans', () => {
  const facts = (change: object = {}) => ({
    ...{ name: 'Every quarter', courseIds: [courseId], everyMonths: '3', startsOn: addDays(today, 5) },
    ...{ daysOpen: '30', joinerDays: '30', escalateAfterDays: '7', groups: [], siteIds: [] },
    ...{ ownerId: officer.personId, ...change },
  })
  const planned = () =>
    query<{ turn: number; opensOn: string; dueOn: string; archived: boolean }>(
      `SELECT turn, "opensOn"::text AS "opensOn", "dueOn"::text AS "dueOn", "archivedAt" IS NOT NULL AS archived FROM "Campaign" WHERE "practiceId" = $1 ORDER BY turn`,
    )
  const version = async () =>
    (await query<{ version: number }>(`SELECT version FROM "TrainingPlan" WHERE "practiceId" = $1`))[0]
      ?.version

  it('make the campaigns of a year ahead, and no turn twice', async () => {
    const { id, campaigns } = valueOf(await createPlan(officer, facts()))
    expect(campaigns).toBe(4)
    await on(100, () => Promise.all([1, 2, 3].map(() => keepTraining(practice.id))))
    expect((await planned()).map(({ turn }) => turn)).toEqual([0, 1, 2, 3, 4, 5])
    await keep(100)
    expect(await planned()).toHaveLength(6)
    expect(await openDuties('campaign')).toHaveLength(6)
    expect(await createPlan(await practice.actor('site-lead', [practice.siteA]), facts())).toMatchObject({
      code: 'forbidden',
    })
    expect(id).not.toBe('')
  })

  it('rewrite what has not opened when they change, and never what has', async () => {
    const { id } = valueOf(await createPlan(officer, facts()))
    valueOf(await editPlan(officer, { ...facts({ everyMonths: '6', daysOpen: '10' }), id, version: 1 }))
    const [first, second] = await planned()
    expect(first).toMatchObject({ archived: false, dueOn: addDays(today, 15) })
    expect((await planned()).map(({ archived }) => archived)).toEqual([false, false, true, true])
    valueOf(await editPlan(officer, { ...facts(), id, version: 2 }))
    expect((await planned()).map(({ archived }) => archived)).toEqual([false, false, false, false])
    await keep(6)
    const later = () => editPlan(officer, { ...facts({ daysOpen: '20' }), id, version: 3 })
    valueOf(await on(6, later))
    const [opened, next] = await planned()
    expect(opened).toMatchObject({ dueOn: addDays(today, 35) })
    expect(next?.dueOn).not.toBe(second?.dueOn)
    const moved = { ...facts({ everyMonths: '6' }), id, version: 4 }
    expect(await on(6, () => editPlan(officer, moved))).toMatchObject({ code: 'invalid' })
    valueOf(await on(6, async () => endPlan(officer, { id, version: await version(), reason: 'No more' })))
    expect((await planned()).map(({ archived }) => archived)).toEqual([false, true, true, true, true])
    await keep(120)
    expect(await planned()).toHaveLength(5)
  })
})
