import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, day, dayIn } from '#lib/base/days'
import { daysLate } from '#lib/kernel/due'
import { atTime } from '#lib/platform/clock'
import { rescueIn, sendMail } from '#lib/platform/mail-delivery'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { insertDuty, stepRows, waitingMails } from '#lib/testing/reminders'
import { type MailServerForTests, startMailServer, useMailServer } from '#lib/testing/smtp'
import { useTestDatabase } from '#lib/testing/test-database'
import { composeDaily } from './composer.ts'
import { stepAt } from './ladder.ts'
import { dailyMail, planPractice } from './planner.ts'

const database = useTestDatabase()
let server: MailServerForTests

beforeAll(async () => {
  server = await startMailServer()
  useMailServer(server.url)
})
afterAll(() => server.close())

const HOUR_MS = 3_600_000
const zone = 'America/Chicago'

/** What may happen to reminders, in any order. */
type Happening =
  | { is: 'clock'; hours: number }
  | { is: 'plan' }
  | { is: 'send'; fault: 'none' | 'busy' | 'killed before' | 'killed while' }
  | { is: 'rescue' }
  | { is: 'new'; dueIn: number; owner: number }
  | { is: 'move'; which: number; days: number }
  | { is: 'give'; which: number; owner: number }
  | { is: 'done'; which: number }
  | { is: 'rest'; which: number; days: number }

const which = fc.nat({ max: 5 })
const owner = fc.nat({ max: 2 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ is: fc.constant('clock' as const), hours: fc.integer({ min: -26, max: 120 }) }),
  },
  { weight: 5, arbitrary: fc.record({ is: fc.constant('plan' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('send' as const),
      fault: fc.constantFrom(
        'none' as const,
        'busy' as const,
        'killed before' as const,
        'killed while' as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('rescue' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('new' as const),
      dueIn: fc.integer({ min: -20, max: 95 }),
      owner,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('move' as const),
      which,
      days: fc.integer({ min: -40, max: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('give' as const), which, owner }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('done' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('rest' as const), which, days: fc.integer({ min: 1, max: 30 }) }),
  },
)

/** One practice with its clock, what happens to it, and what really arrived. */
class Story {
  instant: number
  readonly practice: TestPractice
  readonly people: readonly (string | null)[]
  readonly duties: string[] = []
  /** Steps that a mail carried when it arrived. */
  readonly arrived: string[] = []

  constructor(practice: TestPractice, people: readonly (string | null)[], start: string) {
    this.practice = practice
    this.people = people
    this.instant = Date.parse(start)
  }

  at<T>(work: () => T): T {
    return atTime(new Date(this.instant), work)
  }
  get today(): Day {
    return dayIn(zone, new Date(this.instant))
  }
  change(index: number, set: string): Promise<unknown> {
    const id = this.duties[index]
    if (!id) return Promise.resolve()
    return database.owner.query(`UPDATE "Obligation" SET ${set} WHERE id = $1 AND state = 'open'`, [id])
  }
  plan(): Promise<unknown> {
    return this.at(() => Promise.all([planPractice(this.practice.id), planPractice(this.practice.id)]))
  }
  rescue(): Promise<unknown> {
    return this.at(() => rescueIn(this.practice.id))
  }

  async send(fault: 'none' | 'busy' | 'killed before' | 'killed while'): Promise<void> {
    for (const mailId of await waitingMails(database.owner, this.practice.id)) {
      if (fault === 'killed before' || fault === 'killed while') await this.leaveBehind(mailId, fault)
      else await this.deliver(mailId, fault)
    }
  }

  /** What a worker that was killed leaves: its claim, and maybe the note that the content began to leave. */
  private async leaveBehind(mailId: string, fault: 'killed before' | 'killed while'): Promise<void> {
    await database.owner.query(
      `UPDATE "OutgoingMail" SET state = 'sending', attempts = attempts + 1, claim = gen_random_uuid(), "leaseUntil" = $2,
         "handedOverAt" = $3 WHERE id = $1`,
      [mailId, new Date(this.instant), fault === 'killed while' ? new Date(this.instant) : null],
    )
  }

  private async deliver(mailId: string, fault: 'none' | 'busy'): Promise<void> {
    server.onContent = () => Promise.resolve(fault === 'busy' ? { code: 450, words: 'Busy' } : null)
    const before = server.taken.length
    const once = () =>
      this.at(() => sendMail({ practiceId: this.practice.id, mailId }, { [dailyMail]: composeDaily }))
    await Promise.all([once(), once()])
    if (server.taken.length === before) return
    if (server.taken.length > before + 1) this.arrived.push(mailId, mailId)
    const rows = await stepRows(database.owner, this.practice.id)
    for (const row of rows)
      if (row.mailId === mailId && !row.leftOut)
        this.arrived.push(`${row.obligationId} ${row.dueOn} ${row.step} ${row.recipientId}`)
  }

  async happens(what: Happening): Promise<unknown> {
    switch (what.is) {
      case 'clock':
        this.instant += what.hours * HOUR_MS
        return
      case 'plan':
        return this.plan()
      case 'send':
        return this.send(what.fault)
      case 'rescue':
        return this.rescue()
      case 'new':
        this.duties.push(
          await insertDuty(database.owner, this.practice.id, {
            dueOn: addDays(this.today, what.dueIn),
            ownerId: this.people[what.owner] ?? null,
            backupId: this.people[(what.owner + 1) % 3] ?? null,
          }),
        )
        return
      case 'move':
        return this.change(what.which, `"dueOn" = "dueOn" + ${what.days}`)
      case 'give': {
        const id = this.people[what.owner]
        return this.change(what.which, `"ownerId" = ${id ? `'${id}'` : 'NULL'}`)
      }
      case 'done':
        return this.change(what.which, `state = 'done', "closedOn" = "dueOn"`)
      case 'rest':
        return this.change(
          what.which,
          `"snoozedUntil" = '${addDays(this.today, what.days)}', "snoozeReason" = 'x', "snoozedByName" = 'x'`,
        )
    }
  }

  /** Nothing goes wrong any more, for as many days that two of them send. Returns the last of those. */
  async settle(latest: Day): Promise<Day> {
    let planned = latest
    for (let count = 0; count < 4; count++) {
      this.instant = Date.parse(`${addDays(latest, 1 + count)}T18:00:00Z`)
      await this.rescue()
      const before = await this.planned()
      await this.plan()
      if ((await this.planned()) > before) planned = this.today
      await this.send('none')
    }
    return planned
  }
  private async planned(): Promise<number> {
    const { rows } = await database.owner.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM "ReminderDay" WHERE "practiceId" = $1',
      [this.practice.id],
    )
    return rows[0]?.count ?? 0
  }
}

async function openDuties(practiceId: string) {
  const { rows } = await database.owner.query<{
    id: string
    dueOn: string
    ownerId: string | null
    backupId: string | null
    rests: string | null
  }>(
    `SELECT id, "dueOn"::text AS "dueOn", "ownerId", "backupId", "snoozedUntil"::text AS rests
     FROM "Obligation" WHERE "practiceId" = $1 AND state = 'open'`,
    [practiceId],
  )
  return rows
}

describe('reminders, whatever happens', () => {
  // Spring: the clocks go forward on March 8, 2026. Autumn: they go back on November 1.
  it.each(['2026-02-25T15:00:00Z', '2026-10-20T15:00:00Z'])(
    'lose no step that is due and send none twice, through edits, completions, clock jumps and crashes from %s on',
    async (start) => {
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 30 }), async (happenings) => {
          const practice = await createPractice(database.owner, zone)
          const [one, two, keeper] = await Promise.all([
            practice.actor('staff'),
            practice.actor('it'),
            practice.actor('officer'),
          ])
          const story = new Story(practice, [one.personId, two.personId, null], start)
          for (const dueIn of [95, 31, 8, 1, -3])
            await story.happens({ is: 'new', dueIn, owner: Math.abs(dueIn) % 3 })
          let latest = story.today
          for (const what of happenings) {
            await story.happens(what)
            if (story.today > latest) latest = story.today
          }
          const lastDay = await story.settle(latest)

          // None twice: no step arrived in two mails.
          expect(story.arrived).toEqual([...new Set(story.arrived)])
          const rows = await stepRows(database.owner, practice.id)
          // None lost: whoever has to be told of a duty was told of its latest step, and earlier ones were told or passed over.
          for (const { id, dueOn, ownerId, backupId, rests } of await openDuties(practice.id)) {
            const step = stepAt(daysLate(day(dueOn), lastDay))
            if (step === null || (rests !== null && rests > lastDay)) continue
            const told = new Set(
              rows.flatMap((row) =>
                row.obligationId === id &&
                row.dueOn === dueOn &&
                row.step >= step &&
                row.state === 'sent' &&
                !row.leftOut
                  ? row.recipientId
                  : [],
              ),
            )
            const toTell = [
              ownerId,
              step >= -7 || !ownerId ? backupId : null,
              step >= 7 || !ownerId ? keeper.personId : null,
            ].filter((personId) => personId !== null)
            expect(toTell.filter((personId) => !told.has(personId))).toEqual([])
          }
        }),
        { numRuns: 15 },
      )
    },
    240_000,
  )
})
