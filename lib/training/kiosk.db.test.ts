import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import * as training from '#lib/testing/training'
import { attestationOf } from './attestation.ts'
import { endKiosk, givePin, openKiosk } from './kiosk-commands.ts'
import { fromKiosk, readerAt, seeKiosk } from './kiosk-take.ts'
import { choosePin, enter, leaveKiosk, type Secrets } from './kiosk-turn.ts'

const database = useTestDatabase()
const from = { address: '192.0.2.9', userAgent: 'A tablet' }
const own = '480271'
let made: training.TrainingPractice
let token: string

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const at = (minutes = 0) => later(minutes)
const rows = <Row extends object>(sql: string, ...values: unknown[]) =>
  database.owner.query<Row>(sql, values).then((result) => result.rows)

const opened = async (by: Actor, siteId: string) =>
  valueOf(await openKiosk(by, { siteId, name: 'Break room' }))

/** A turn of somebody who has chosen a PIN of their own. */
async function turnOf(person: Actor, tablet = token): Promise<Secrets> {
  const { pin } = valueOf(await givePin(made.officer, { personId: person.personId }))
  const entered = await enter(tablet, { person: person.personId, pin }, at())
  if (!entered?.ok) throw new Error('not let in')
  const secrets = { token: tablet, turn: entered.turn }
  expect(await choosePin(secrets, { pin: own, again: own }, at())).toEqual({ ok: true })
  return secrets
}

const signs = (secrets: Secrets, person: Actor, id: string, versionId = made.versionId, when = at()) =>
  fromKiosk(secrets, { what: 'sign', ...training.signFacts(person, id, versionId) }, from, when)

beforeAll(async () => {
  made = await training.practiceWithCampaign(database.owner)
})
beforeEach(async () => {
  await database.owner.query('DELETE FROM "KioskPin"')
  token = (await opened(made.officer, made.practice.siteA)).token
})

describe('a shared tablet', () => {
  it('shows the names of its site who have something to sign, and nothing else of anybody', async () => {
    const { nurse, officer, practice } = made
    const elsewhere = await practice.actor('staff', [practice.siteB])
    const view = await seeKiosk({ token, turn: '' }, null, at())
    expect(view).toMatchObject({ at: 'names', siteName: 'Downtown' })
    if (view?.at !== 'names') throw new Error('no names')
    expect(view.people.map(({ id }) => id).sort()).toEqual([nurse.personId, officer.personId].sort())
    expect(Object.keys(view.people[0] ?? {})).toEqual(['id', 'name'])
    expect(JSON.stringify(view)).not.toContain(elsewhere.name)
  })

  it('has no name of a leaver, of another site or of another practice, and takes no PIN of theirs', async () => {
    const { practice } = made
    const other = await training.practiceWithCampaign(database.owner)
    const leaver = await practice.actor('staff', [practice.siteA])
    const elsewhere = await practice.actor('staff', [practice.siteB])
    for (const person of [leaver, elsewhere])
      await database.owner.query(
        `INSERT INTO "Assignment" (id, "practiceId", "campaignId", "personId", "siteId", "assignedOn", "firstDueOn", "dueOn")
         VALUES (gen_random_uuid(), $1, $2, $3, $4, current_date, current_date, current_date)`,
        [practice.id, made.campaignId, person.personId, practice.siteA],
      )
    const pins = new Map<string, string>()
    for (const person of [leaver, elsewhere])
      pins.set(person.personId, valueOf(await givePin(made.officer, { personId: person.personId })).pin)
    pins.set(
      other.nurse.personId,
      valueOf(await givePin(other.officer, { personId: other.nurse.personId })).pin,
    )
    await database.owner.query('UPDATE "Person" SET active = false, "leftOn" = current_date WHERE id = $1', [
      leaver.personId,
    ])
    const view = await seeKiosk({ token, turn: '' }, null, at())
    for (const [person, pin] of pins) {
      expect(JSON.stringify(view)).not.toContain(person)
      expect(await enter(token, { person, pin }, at())).toEqual({ ok: false, reason: 'wrong' })
    }
  })

  it('lets the person sign, attributed to them and to the tablet', async () => {
    const { nurse, assignmentId } = made
    const secrets = await turnOf(nurse)
    expect(await seeKiosk(secrets, assignmentId, at())).toMatchObject({ at: 'training' })
    const answer = await signs(secrets, nurse, assignmentId)
    expect(answer).toMatchObject({ ok: true, receipt: { title: 'Approved tools' } })
    expect(await signs(secrets, nurse, assignmentId)).toEqual(answer)
    const [signed, ...more] = await rows<{ content: string }>(
      `SELECT content FROM "Attestation" WHERE "assignmentId" = $1`,
      assignmentId,
    )
    expect(more).toEqual([])
    expect(attestationOf(signed?.content ?? '')).toMatchObject({ method: 'kiosk', address: '192.0.2.9' })
    const events = await rows<{ actorId: string; actorRole: string }>(
      `SELECT "actorId", "actorRole" FROM "AuditEvent" WHERE action = 'training.sign' AND "recordId" = $1`,
      assignmentId,
    )
    expect(events).toEqual([{ actorId: nurse.personId, actorRole: 'Shared tablet at Downtown' }])
  })
})

describe('a PIN', () => {
  it('that was given out signs nothing before another is chosen, and that is no weak one nor the same', async () => {
    const fresh = await training.practiceWithCampaign(database.owner)
    const { token: tablet } = await opened(fresh.officer, fresh.practice.siteA)
    const { pin } = valueOf(await givePin(fresh.officer, { personId: fresh.nurse.personId }))
    const entered = await enter(tablet, { person: fresh.nurse.personId, pin }, at())
    const secrets = { token: tablet, turn: entered?.ok ? entered.turn : '' }
    expect(await seeKiosk(secrets, fresh.assignmentId, at())).toMatchObject({ at: 'choose' })
    const refused = { ok: false, reason: 'gone' }
    expect(await signs(secrets, fresh.nurse, fresh.assignmentId, fresh.versionId)).toEqual(refused)
    const tries = { '12345': 'form', '123456': 'weak', '000000': 'weak', [pin]: 'same' }
    for (const [wanted, reason] of Object.entries(tries))
      expect(await choosePin(secrets, { pin: wanted, again: wanted }, at())).toEqual({ ok: false, reason })
    expect(await choosePin(secrets, { pin: own, again: '480272' }, at())).toMatchObject({ reason: 'differs' })
    expect(await choosePin(secrets, { pin: own, again: own }, at())).toEqual({ ok: true })
    expect(await signs(secrets, fresh.nurse, fresh.assignmentId, fresh.versionId)).toMatchObject({ ok: true })
  })

  it('that is wrong gets the same answer as none, and the fifth locks, for both alike', async () => {
    const [withPin, without] = [made.officer.personId, (await signer()).personId]
    await givePin(made.officer, { personId: withPin })
    for (const person of [withPin, without]) {
      const answers = []
      for (let n = 0; n < 5; n += 1) answers.push(await enter(token, { person, pin: '000001' }, at()))
      expect(answers.slice(0, 4)).toEqual(Array(4).fill({ ok: false, reason: 'wrong' }))
      expect(answers[4]).toEqual({ ok: false, reason: 'locked', minutes: 15 })
      expect(await enter(token, { person, pin: '000001' }, at(16))).toMatchObject({ minutes: 30 })
    }
  })

  it('that is right is not taken while it is locked; a new one from the site lead is', async () => {
    const lead = await made.practice.actor('site-lead', [made.practice.siteA])
    const person = await signer()
    const { pin } = valueOf(await givePin(lead, { personId: person.personId }))
    for (let n = 0; n < 5; n += 1) await enter(token, { person: person.personId, pin: '000001' }, at())
    expect(await enter(token, { person: person.personId, pin }, at())).toMatchObject({ reason: 'locked' })
    const { pin: other } = valueOf(await givePin(lead, { personId: person.personId }))
    expect(await enter(token, { person: person.personId, pin: other }, at())).toMatchObject({ ok: true })
  })

  it('that was given out and not used is worth nothing after a week', async () => {
    const person = await signer()
    const { pin } = valueOf(await givePin(made.officer, { personId: person.personId }))
    await database.owner.query('UPDATE "Kiosk" SET "expiresAt" = now() + interval \'30 days\'')
    const inAWeek = at(7 * 24 * 60 + 1)
    expect(await enter(token, { person: person.personId, pin }, inAWeek)).toMatchObject({ reason: 'wrong' })
  })

  it('is given out only by those who look after training at one of the person’s sites', async () => {
    const { practice, nurse } = made
    const lead = await practice.actor('site-lead', [practice.siteB])
    expect(await givePin(lead, { personId: nurse.personId })).toMatchObject({ ok: false, code: 'not-found' })
    expect(await givePin(nurse, { personId: nurse.personId })).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await openKiosk(lead, { siteId: practice.siteA, name: 'x' })).toMatchObject({ ok: false })
  })

  it('stands in no event and in no trail of rows', async () => {
    const person = await signer()
    const { pin } = valueOf(await givePin(made.officer, { personId: person.personId }))
    const [{ found } = { found: -1 }] = await rows<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT row_to_json(a)::text t FROM "AuditEvent" a UNION ALL SELECT row_to_json(c)::text FROM "RowChange" c WHERE c."tableName" IN ('KioskPin', 'Kiosk')) x WHERE t LIKE '%"' || $1 || '"%' OR t LIKE '%argon2%'`,
      pin,
    )
    expect(found).toBe(0)
  })
})

describe('a turn', () => {
  it('signs for its own person alone', async () => {
    const secrets = await turnOf(await signer())
    expect(await signs(secrets, made.officer, await otherAssignment())).toEqual({ ok: false, reason: 'gone' })
  })

  it('is over after finishing, after four minutes without a sign, and once somebody else’s begins', async () => {
    const person = await signer()
    const first = await turnOf(person)
    expect(await readerAt(first, at(3))).not.toBeNull()
    expect(await readerAt(first, at(5))).toBeNull()
    const second = await turnOf(await signer())
    expect(await readerAt(first, at())).toBeNull()
    await leaveKiosk(first, at())
    expect(await readerAt(second, at())).not.toBeNull()
    await leaveKiosk(second, at())
    expect(await readerAt(second, at())).toBeNull()
    expect(await seeKiosk(second, null, at())).toMatchObject({ at: 'names' })
  })

  it('at one tablet is nothing at another, and two tablets serve two people at once', async () => {
    const { token: tablet } = await opened(made.officer, made.practice.siteA)
    const [one, two] = [await signer(), await signer()]
    const [first, second] = [await turnOf(one), await turnOf(two, tablet)]
    expect(await readerAt({ token: tablet, turn: first.turn }, at())).toBeNull()
    const answers = await Promise.all([
      signs(first, one, await assigned(one)),
      signs(second, two, await assigned(two)),
    ])
    expect(answers).toMatchObject([{ ok: true }, { ok: true }])
  })

  it('is over at once when the person leaves or gets another PIN', async () => {
    const person = await signer()
    const secrets = await turnOf(person)
    await givePin(made.officer, { personId: person.personId })
    expect(await readerAt(secrets, at())).toBeNull()
    const again = await turnOf(person)
    await database.owner.query('UPDATE "Person" SET active = false, "leftOn" = current_date WHERE id = $1', [
      person.personId,
    ])
    expect(await readerAt(again, at())).toBeNull()
  })
})

it('an ended tablet, one whose time is over and one whose opener has left show nothing', async () => {
  const { officer, practice } = made
  const { id, token: ended } = await opened(officer, practice.siteA)
  expect(await seeKiosk({ token: ended, turn: '' }, null, at(13 * 60))).toBeNull()
  valueOf(await endKiosk(officer, { id }))
  expect(await seeKiosk({ token: ended, turn: '' }, null, at())).toBeNull()
  expect(await enter(ended, { person: made.nurse.personId, pin: own }, at())).toBeNull()
  const lead = await practice.actor('site-lead', [practice.siteA])
  const { token: left } = await opened(lead, practice.siteA)
  await database.owner.query('UPDATE "Person" SET active = false, "leftOn" = current_date WHERE id = $1', [
    lead.personId,
  ])
  expect(await seeKiosk({ token: left, turn: '' }, null, at())).toBeNull()
  expect(await seeKiosk({ token: 'A'.repeat(43), turn: '' }, null, at())).toBeNull()
})

/** Somebody of site A with something to sign. */
async function signer(): Promise<Actor> {
  const { practice, campaignId } = made
  const person = await practice.actor('staff', [practice.siteA])
  await database.owner.query(
    `INSERT INTO "Assignment" (id, "practiceId", "campaignId", "personId", "siteId", "assignedOn", "firstDueOn", "dueOn")
     VALUES ($1, $2, $3, $4, $5, current_date, current_date, current_date + 30)`,
    [randomUUID(), practice.id, campaignId, person.personId, practice.siteA],
  )
  return person
}
const assigned = (person: Actor) => training.assignmentOf(database.owner, made.campaignId, person.personId)
const otherAssignment = () => assigned(made.officer)
