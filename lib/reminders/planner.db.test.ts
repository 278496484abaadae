import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { atTime } from '#lib/platform/clock'
import { rescueIn, sendMail } from '#lib/platform/mail-delivery'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { insertDuty, stepRows, type TestDuty, waitingMails } from '#lib/testing/reminders'
import { type MailServerForTests, startMailServer, useMailServer } from '#lib/testing/smtp'
import { useTestDatabase } from '#lib/testing/test-database'
import { composeDaily } from './composer.ts'
import { dailyMail, planPractice } from './planner.ts'

const database = useTestDatabase()
let server: MailServerForTests
let practice: TestPractice
let nurse: Actor
let doctor: Actor
let officer: Actor

// A Monday; the practice is in Chicago, five hours behind in summer.
const monday = day('2026-06-15')
const at = (on: string, utc = '13:00') => new Date(`${on}T${utc}:00Z`)

beforeEach(async () => {
  server = await startMailServer()
  useMailServer(server.url)
  practice = await createPractice(database.owner)
  ;[nurse, doctor, officer] = await Promise.all([
    practice.actor('staff'),
    practice.actor('owner'),
    practice.actor('officer'),
  ])
})
afterEach(() => server.close())

const duty = (dueIn: number, rest: Partial<TestDuty> = { ownerId: nurse.personId }) =>
  insertDuty(database.owner, practice.id, { dueOn: addDays(monday, dueIn), ...rest })
const plan = (on: string = monday, utc?: string) => atTime(at(on, utc), () => planPractice(practice.id))
const steps = () => stepRows(database.owner, practice.id)

async function send(on: string = monday): Promise<void> {
  for (const mailId of await waitingMails(database.owner, practice.id))
    await atTime(at(on), () => sendMail({ practiceId: practice.id, mailId }, { [dailyMail]: composeDaily }))
}
const change = (sql: string, id: string) =>
  database.owner.query(`UPDATE "Obligation" SET ${sql} WHERE id = $1`, [id])
const byWords = (a: unknown, b: unknown) => String(a).localeCompare(String(b))
const told = () => server.taken.map(({ to, subject }) => [to?.[0]?.address, subject])

describe('the reminders of a day', () => {
  it('reach each person once, in one mail, however many workers plan it', async () => {
    await duty(30)
    await duty(14)
    await duty(-7, { ownerId: nurse.personId, backupId: doctor.personId })
    await duty(13, { ownerId: nurse.personId, backupId: doctor.personId })
    expect((await Promise.all([plan(), plan(), plan()])).filter(Boolean)).toHaveLength(1)
    await Promise.all([send(), send()])
    expect(await plan()).toBe(false)
    expect(told().toSorted(byWords)).toEqual(
      [
        [nurse.email, `1 overdue and 3 coming up at ${practice.name}`],
        [doctor.email, `1 overdue at ${practice.name}`],
        [officer.email, `1 overdue at ${practice.name}`],
      ].toSorted(byWords),
    )
    const text = server.taken.find(({ to }) => to?.[0]?.address === nurse.email)?.text ?? ''
    expect(text).toContain('It was due on Jun 8, 2026, 7 days ago.')
    expect(text).toContain('It is due on Jul 15, 2026, in 30 days.')
    expect(text.indexOf('was due')).toBeLessThan(text.indexOf('is due on'))
  })

  it('of what somebody does for themselves go to them alone, in their language, and to no keeper', async () => {
    const id = await duty(-7)
    await change(`"isPersonal" = true, "recordKind" = 'assignment', title = 'Read and sign'`, id)
    await database.owner.query(`UPDATE "Person" SET language = 'es' WHERE id = $1`, [nurse.personId])
    await plan()
    await send()
    expect(told()).toEqual([[nurse.email, `Tareas en ${practice.name}: 1 atrasada`]])
    const [mail] = server.taken
    expect(mail?.text).toContain('Leer y firmar; la fecha límite fue el 8 de junio de 2026, hace 7 días.')
    expect(mail?.text).not.toMatch(/Reminders|Hello|was due/)
  })

  it('come from the hour on in the practice’s time zone, on days that are not quiet', async () => {
    await duty(30)
    expect(await plan(monday, '11:59')).toBe(false)
    expect(await plan(addDays(monday, -1))).toBe(false)
    await database.owner.query(
      `INSERT INTO "QuietDay" (id, "practiceId", day, name) VALUES (gen_random_uuid(), $1, $2, 'Founder’s day')`,
      [practice.id, monday],
    )
    expect(await plan()).toBe(false)
    expect(await plan(addDays(monday, 1))).toBe(true)
    expect(await steps()).toMatchObject([{ step: -30, plannedOn: addDays(monday, 1) }])
  })

  it('pass over what was missed, and say so', async () => {
    await duty(2)
    await plan()
    expect(await steps()).toMatchObject([{ step: -7, passedOver: [-90, -60, -30, -14] }])
  })

  it('go to those who keep the practice when nobody owns a duty, or its owner cannot be told', async () => {
    const left = await practice.actor('staff')
    await database.owner.query('UPDATE "Person" SET email = NULL WHERE id = $1', [left.personId])
    await duty(90, { ownerId: null })
    await duty(60, { ownerId: left.personId })
    await plan()
    expect((await steps()).map(({ recipientId, part, step }) => [recipientId, part, step])).toEqual([
      [officer.personId, 'keeper', -60],
      [officer.personId, 'keeper', -90],
    ])
  })

  it('leave out what was done, moved, put off or handed over since, and are not sent when nothing is left', async () => {
    const [done, moved, snoozed, handed] = [await duty(30), await duty(30), await duty(30), await duty(30)]
    await plan()
    await change(`state = 'done', "closedOn" = "dueOn"`, done)
    await change(`"dueOn" = "dueOn" + 1`, moved)
    await change(`"snoozedUntil" = '2026-06-20', "snoozeReason" = 'x', "snoozedByName" = 'x'`, snoozed)
    await change(`"ownerId" = '${doctor.personId}'`, handed)
    await send()
    expect(server.taken).toEqual([])
    expect((await steps()).map(({ state, leftOut }) => [state, leftOut])).toEqual(
      Array.from({ length: 4 }, () => ['not-needed', true]),
    )

    // The next days: the moved one comes in its time, the one put off after its rest, the one handed over at once.
    const tuesday = addDays(monday, 1)
    await plan(tuesday)
    await send(tuesday)
    expect((await steps()).filter(({ state }) => state === 'sent')).toMatchObject([
      { obligationId: handed, recipientId: doctor.personId, step: -30 },
      { obligationId: moved, recipientId: nurse.personId, step: -30 },
    ])
    await plan('2026-06-22')
    await send('2026-06-22')
    expect((await steps()).find(({ obligationId }) => obligationId === snoozed)).toMatchObject({
      state: 'sent',
      leftOut: false,
      plannedOn: '2026-06-22',
    })
    expect(done).toBeTruthy()
  })

  it('are told in the next day’s mail when nobody knows whether this one arrived', async () => {
    await duty(30)
    await plan()
    const [mailId = ''] = await waitingMails(database.owner, practice.id)
    await database.owner.query(
      `UPDATE "OutgoingMail" SET state = 'sending', claim = gen_random_uuid(), "leaseUntil" = $2, "handedOverAt" = $2 WHERE id = $1`,
      [mailId, at(monday)],
    )
    await atTime(at(monday, '14:00'), () => rescueIn(practice.id))
    await send()
    expect(server.taken).toEqual([])
    const tuesday = addDays(monday, 1)
    await plan(tuesday)
    await send(tuesday)
    expect(server.taken).toHaveLength(1)
    expect(await steps()).toMatchObject([{ step: -30, state: 'sent', plannedOn: tuesday }])
  })

  it('go into one mail with today’s when the server took nothing yesterday', async () => {
    await duty(30)
    await plan()
    server.onRecipient = () => Promise.resolve({ code: 451, words: 'Later' })
    await send()
    server.onRecipient = () => Promise.resolve(null)
    const tuesday = addDays(monday, 1)
    await duty(31)
    await plan(tuesday)
    await send(tuesday)
    expect(told()).toEqual([[nurse.email, `2 coming up at ${practice.name}`]])
  })

  it('are neither planned nor missed while mail is not set up, and never sent for a demo practice', async () => {
    await duty(30)
    useMailServer(null)
    const { planReminders } = await import('./planner.ts')
    await atTime(at(monday), planReminders)
    expect(await steps()).toEqual([])
    useMailServer(server.url)
    await database.owner.query('UPDATE "Practice" SET "isDemo" = true WHERE id = $1', [practice.id])
    expect(await plan()).toBe(false)
    await database.owner.query('UPDATE "Practice" SET "isDemo" = false WHERE id = $1', [practice.id])
    expect(await plan(addDays(monday, 1))).toBe(true)
    expect(await steps()).toMatchObject([{ step: -30 }])
  })
})
