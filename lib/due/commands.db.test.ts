import { beforeEach, describe, expect, it } from 'vitest'

import { addDays } from '#lib/base/days'
import { endSnooze, handOverDuty, snoozeDuty } from '#lib/due/commands'
import { getDuty, successorChoices } from '#lib/due/duty-queries'
import { myWork } from '#lib/due/queries'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { countOverdue } from '#lib/overview/overdue-count'
import { atTime, now } from '#lib/platform/clock'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { insertDuty } from '#lib/testing/reminders'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithVendor, vendorFacts } from '#lib/testing/vendors'
import { editVendor } from '#lib/vendors/commands'
import { reviewVendor } from '#lib/vendors/decisions'
import { vendorToReview } from '#lib/vendors/review-queries'

const database = useTestDatabase()
let practice: TestPractice
let officer: Actor
let nurse: Actor
let other: Actor

beforeEach(async () => {
  practice = await createPractice(database.owner)
  ;[officer, nurse, other] = await Promise.all([
    practice.actor('officer'),
    practice.actor('staff'),
    practice.actor('staff'),
  ])
})

const today = () => todayFor(officer)
const duty = (harm = 2, ownerId: string | null = nurse.personId, backup?: Actor) =>
  insertDuty(database.owner, practice.id, {
    dueOn: addDays(today(), -3),
    ownerId,
    backupId: backup?.personId ?? null,
    harm,
  })
const reason = 'The vendor answers next week'

describe('putting a duty off', () => {
  it('keeps it overdue, says who and why on it and in the history, and ends when somebody says so', async () => {
    const id = await duty()
    const until = addDays(today(), 30)
    valueOf(await snoozeDuty(nurse, { id, until, reason }))
    expect(await getDuty(nurse, id)).toMatchObject({
      snoozedUntil: until,
      snoozeReason: reason,
      snoozedByName: nurse.name,
    })
    expect(await countOverdue(officer)).toBe(1)
    expect((await myWork(nurse)).groups.overdue.rows).toMatchObject([{ id, snoozedUntil: until }])
    const { rows } = await database.owner.query(
      `SELECT action, reason, "recordKind" FROM "AuditEvent" WHERE "practiceId" = $1`,
      [practice.id],
    )
    expect(rows).toEqual([{ action: 'due.snooze', reason, recordKind: 'ai-system' }])
    valueOf(await endSnooze(nurse, { id }))
    expect(await getDuty(nurse, id)).toMatchObject({ snoozedUntil: null, snoozeReason: '' })
    expect(await endSnooze(nurse, { id })).toMatchObject({ ok: false, code: 'conflict' })
  })

  it('has a limit of 30 days, of 7 where patients or the law are concerned, and a reason', async () => {
    const [plain, grave] = [await duty(2), await duty(3)]
    const off = (id: string, days: number, why = reason) =>
      snoozeDuty(nurse, { id, until: addDays(today(), days), reason: why })
    expect(await off(plain, 31)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await off(grave, 8)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await off(plain, 0)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await off(plain, 5, '  ')).toMatchObject({ ok: false, code: 'invalid' })
    valueOf(await off(grave, 7))
  })

  it('is for its owner, its backup and who keeps what is due, and for open duties', async () => {
    const id = await duty()
    const until = addDays(today(), 5)
    expect(await snoozeDuty(other, { id, until, reason })).toMatchObject({ ok: false, code: 'not-found' })
    const reader = await practice.actor('owner')
    expect(await snoozeDuty(reader, { id, until, reason })).toMatchObject({ ok: false, code: 'forbidden' })
    const auditor = await practice.actor('auditor')
    expect(await snoozeDuty(auditor, { id, until, reason })).toMatchObject({ ok: false, code: 'forbidden' })
    valueOf(await snoozeDuty(officer, { id, until, reason }))
    await database.owner.query(`UPDATE "Obligation" SET state = 'done', "closedOn" = "dueOn" WHERE id = $1`, [
      id,
    ])
    expect(await snoozeDuty(officer, { id, until, reason })).toMatchObject({ ok: false, code: 'conflict' })
  })
})

describe('handing one duty over', () => {
  it('puts it into the other person’s work, ends its rest, and is written down', async () => {
    const id = await duty(2, nurse.personId, other)
    valueOf(await snoozeDuty(nurse, { id, until: addDays(today(), 5), reason }))
    valueOf(await handOverDuty(nurse, { id, toId: other.personId, reason: 'On leave' }))
    expect((await myWork(nurse)).groups.overdue.total).toBe(0)
    expect((await myWork(other)).groups.overdue.rows).toMatchObject([{ id, part: 'own', snoozedUntil: null }])
    const { rows } = await database.owner.query<{ sentence: string }>(
      `SELECT sentence FROM "AuditEvent" WHERE "practiceId" = $1 AND action = 'due.hand-over'`,
      [practice.id],
    )
    expect(rows[0]?.sentence).toBe(
      `Handed “Review it” over from ${nurse.name} to ${other.name}, until it is done`,
    )
  })

  it('is refused to people who left, only look on, or have it already', async () => {
    const id = await duty()
    const auditor = await practice.actor('auditor')
    const left = await practice.actor('staff')
    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-01-01' WHERE id = $1`, [
      left.personId,
    ])
    for (const toId of [auditor.personId, left.personId, nurse.personId])
      expect(await handOverDuty(officer, { id, toId, reason })).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('survives every change of the record, lets the other person do it, and ends when it is done', async () => {
    const made = await practiceWithVendor(database.owner)
    const [from, to] = [made.officer, await made.practice.actor('staff')]
    const [review] = (await myWork(from)).groups['on-track'].rows.filter(({ key }) => key === 'yearly-review')
    if (!review) throw new Error('no review is due')
    valueOf(await handOverDuty(from, { id: review.id, toId: to.personId, reason: 'They know it better' }))
    valueOf(
      await editVendor(from, {
        ...vendorFacts,
        ownerId: from.personId,
        ...(await made.seen()),
        name: 'Renamed',
      }),
    )
    expect(await getDuty(to, review.id)).toMatchObject({ ownerId: to.personId, recordLabel: 'V-001 Renamed' })

    expect((await vendorToReview(to, made.id))?.name).toBe('Renamed')
    const seen = await made.seen()
    const inAMonth = new Date(now().getTime() + 30 * 86_400_000)
    await atTime(inAMonth, async () =>
      valueOf(await reviewVendor(to, { ...seen, on: today(), note: 'All well' })),
    )
    expect(await getDuty(from, review.id)).toMatchObject({ state: 'done', closedByName: to.name })
    const next = (await myWork(from)).groups['on-track'].rows.find(({ key }) => key === 'yearly-review')
    expect(next).toMatchObject({ part: 'own' })
    expect(await vendorToReview(to, made.id)).toBeNull()
  })

  it('lets those who may look up nobody choose among the duty’s own people and those who keep what is due', async () => {
    const duties = await duty(2, nurse.personId)
    const seen = await getDuty(nurse, duties)
    if (!seen) throw new Error('not visible')
    expect((await successorChoices(nurse, seen)).people.map(({ value }) => value)).toEqual([officer.personId])
    expect(await handOverDuty(nurse, { id: duties, toId: other.personId, reason })).toMatchObject({
      code: 'invalid',
    })
    valueOf(await handOverDuty(nurse, { id: duties, toId: officer.personId, reason }))
  })
})
