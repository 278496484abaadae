import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { type MailServerForTests, startMailServer, useMailServer } from '#lib/testing/smtp'
import { useTestDatabase } from '#lib/testing/test-database'
import { addQuietDay, changeSettings, removeQuietDay, sendTestMail } from './commands.ts'
import { reminderSettings } from './sent-queries.ts'

const database = useTestDatabase()
let server: MailServerForTests
let practice: TestPractice
let officer: Actor

beforeEach(async () => {
  server = await startMailServer()
  useMailServer(server.url)
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})
afterEach(() => server.close())

async function lastEvent(): Promise<string | undefined> {
  const { rows } = await database.owner.query<{ sentence: string }>(
    `SELECT sentence FROM "AuditEvent" WHERE "practiceId" = $1 ORDER BY at DESC, id DESC LIMIT 1`,
    [practice.id],
  )
  return rows[0]?.sentence
}

describe('when reminders go out', () => {
  it('is changed in words, and not over somebody else’s change', async () => {
    const { rules } = await reminderSettings(officer)
    expect(rules).toMatchObject({ hour: 7, quietWeekdays: [0, 6] })
    valueOf(
      await changeSettings(officer, { version: rules.version, hour: '9', quietWeekdays: ['0', '5', '6'] }),
    )
    expect(await lastEvent()).toBe(
      'Changed when reminders go out: from 7:00 AM to 9:00 AM; quiet on Friday, Saturday and Sunday instead of Saturday and Sunday',
    )
    expect((await reminderSettings(officer)).rules).toMatchObject({ hour: 9, quietWeekdays: [0, 5, 6] })
    expect(
      await changeSettings(officer, { version: rules.version, hour: 3, quietWeekdays: [] }),
    ).toMatchObject({
      code: 'conflict',
    })
  })

  it('leaves a day in each week, and is for those who keep the whole practice', async () => {
    const { version } = (await reminderSettings(officer)).rules
    const all = { version, hour: 7, quietWeekdays: [0, 1, 2, 3, 4, 5, 6] }
    expect(await changeSettings(officer, all)).toMatchObject({ code: 'invalid' })
    const here = await practice.actor('officer', [practice.siteA])
    expect(await changeSettings(here, { ...all, quietWeekdays: [] })).toMatchObject({ code: 'forbidden' })
  })

  it('knows single quiet days, each once and none that is past', async () => {
    const day = addDays(todayFor(officer), 4)
    valueOf(await addQuietDay(officer, { day, name: ' Founder’s  day ' }))
    expect(await addQuietDay(officer, { day, name: 'Again' })).toMatchObject({ code: 'invalid' })
    expect(await addQuietDay(officer, { day: '2020-01-01', name: 'Past' })).toMatchObject({ code: 'invalid' })
    const [quiet] = (await reminderSettings(officer)).quietDays
    expect(quiet).toMatchObject({ day, name: 'Founder’s day' })
    valueOf(await removeQuietDay(officer, { id: quiet?.id }))
    expect((await reminderSettings(officer)).quietDays).toEqual([])
  })
})

describe('a test mail', () => {
  it('goes to whoever asks and says what the mail server answered', async () => {
    expect(valueOf(await sendTestMail(officer, {}))).toMatchObject({
      outcome: 'accepted',
      said: expect.stringMatching(`^The mail server took it for ${officer.email}: 250 `) as unknown,
    })
    expect(server.taken[0]).toMatchObject({ to: [{ address: officer.email }] })
    expect(await lastEvent()).toBe(`Sent a test mail. The mail server took it for ${officer.email}`)
    server.onRecipient = () => Promise.resolve({ code: 550, words: 'No such mailbox' })
    const refused = valueOf(await sendTestMail(officer, {}))
    expect(refused.outcome).toBe('refused')
    expect(refused.said).toMatch(/^The mail server did not take it: .*No such mailbox/)
  })

  it('says so when no mail server is set up, and is not for sending many', async () => {
    useMailServer(null)
    expect(await sendTestMail(officer, {})).toMatchObject({ code: 'invalid' })
    useMailServer(server.url)
    for (let count = 0; count < 5; count++) valueOf(await sendTestMail(officer, {}))
    expect(await sendTestMail(officer, {})).toMatchObject({ code: 'invalid' })
    expect(server.taken).toHaveLength(5)
  })
})
