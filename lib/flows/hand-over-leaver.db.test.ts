import { describe, expect, it } from 'vitest'
import { createAgreement } from '#lib/agreements/commands'
import { archiveSystem, createSystem } from '#lib/ai-systems/commands'
import { getSystem } from '#lib/ai-systems/queries'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { returnPerson } from '#lib/people/commands'
import { getPerson } from '#lib/people/detail-queries'
import { createInvitation } from '#lib/people/links'
import { withdrawRole } from '#lib/people/roles-commands'
import { signIn } from '#lib/people/sign-in'
import { now } from '#lib/platform/clock'
import { read } from '#lib/platform/db'
import { findSession } from '#lib/platform/session'
import { giveAccount, PASSWORD, place } from '#lib/testing/accounts'
import { agreementDetail, agreementFacts } from '#lib/testing/agreements'
import { facts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { vendorDetail, vendorFacts } from '#lib/testing/vendors'
import { createVendor } from '#lib/vendors/commands'
import { planLeave, recordLeave } from './hand-over-leaver.ts'

const database = useTestDatabase()

async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const leaver = await practice.actor('staff')
  const backup = await practice.actor('staff')
  await giveAccount(database.owner, officer)
  const add = async (name: string, owner: Actor, second: Actor | null) =>
    valueOf(
      await createSystem(officer, {
        ...facts,
        name,
        ownerId: owner.personId,
        backupId: second?.personId ?? '',
      }),
    ).id
  const leave = (change: object = {}, by = officer) =>
    recordLeave(by, {
      id: leaver.personId,
      version: 1,
      lastDay: todayFor(officer),
      reason: 'New job elsewhere.',
      successorId: officer.personId,
      ...change,
    })
  return { practice, officer, leaver, backup, add, leave }
}

const duties = (actor: Actor) =>
  read(actor, (tx) =>
    tx.obligation.findMany({
      select: { recordId: true, ownerId: true, backupId: true },
      orderBy: { recordId: 'asc' },
    }),
  )

describe('somebody leaves', () => {
  it('and everything they look after passes to the successor in the same step, with sessions, roles and links ended', async () => {
    const { officer, leaver, backup, add, leave } = await setUp()
    const owned = await add('Owned', leaver, backup)
    const doubled = await add('Backed by the successor', leaver, officer)
    const backed = await add('Only backed', backup, leaver)
    const mirrored = await add('Owned by the successor', officer, leaver)
    const archived = await add('Archived', leaver, null)
    valueOf(await archiveSystem(officer, { id: archived, version: 1, reason: 'Not used.' }))
    const foreign = await add('Not theirs', officer, backup)
    const vendor = valueOf(
      await createVendor(officer, { ...vendorFacts, patientData: 'no', ownerId: leaver.personId }),
    )
    const terms = { ...agreementFacts, kind: 'contract', signedOn: '', ownerId: leaver.personId }
    const contract = valueOf(
      await createAgreement(officer, { ...terms, vendorId: vendor.id, predecessorId: '' }),
    )
    await giveAccount(database.owner, leaver)
    const session = await signIn({ email: leaver.email, password: PASSWORD }, place(1), now(), 0)
    if (!session.ok) throw new Error(session.code)
    expect(await findSession(session.token, now())).not.toBeNull()

    const plan = await planLeave(officer, leaver.personId)
    expect(plan).toEqual({
      duties: 6,
      looksAfter: [
        { one: 'AI system', number: 5 },
        { one: 'vendor', number: 1 },
        { one: 'agreement', number: 1 },
      ],
      backed: 2,
      sessions: 1,
      roles: 1,
      links: 0,
      needsSuccessor: true,
      suggestedId: expect.stringMatching(`${backup.personId}|${officer.personId}`) as unknown,
    })

    valueOf(await leave())
    const pair = async (id: string) => {
      const system = await getSystem(officer, id)
      return [system?.ownerId, system?.backupId, system?.version]
    }
    expect(await pair(owned)).toEqual([officer.personId, backup.personId, 2])
    expect(await pair(doubled)).toEqual([officer.personId, null, 2])
    expect(await pair(backed)).toEqual([backup.personId, officer.personId, 2])
    expect(await pair(mirrored)).toEqual([officer.personId, null, 2])
    expect(await pair(archived)).toEqual([officer.personId, null, 3])
    expect(await pair(foreign)).toEqual([officer.personId, backup.personId, 1])
    expect(await vendorDetail(officer, vendor.id)).toMatchObject({ ownerId: officer.personId, version: 2 })
    expect(await agreementDetail(officer, contract.id)).toMatchObject({
      ownerId: officer.personId,
      version: 2,
    })
    const open = await duties(officer)
    expect(
      open.filter((duty) => duty.ownerId === leaver.personId || duty.backupId === leaver.personId),
    ).toEqual(
      // What was closed before stays in the name of whoever had it.
      open.filter((duty) => duty.recordId === archived),
    )
    expect(open.find((duty) => duty.recordId === doubled)).toMatchObject({
      ownerId: officer.personId,
      backupId: null,
    })

    const person = await getPerson(officer, leaver.personId)
    expect(person).toMatchObject({
      active: false,
      leftOn: todayFor(officer),
      roles: [],
      openSessions: 0,
      dutyCount: 0,
    })
    expect(person?.history[0]).toMatchObject({
      sentence: expect.stringMatching(
        /^Recorded that they left on .*; passed 6 duties, 5 AI systems, 1 vendor and 1 agreement to officer 1 of .*; ended the role Staff and 1 session$/,
      ) as unknown,
      reason: 'New job elsewhere.',
    })
    expect((await getPerson(officer, officer.personId))?.history[0]?.sentence).toBe(
      `Took over 6 duties, 5 AI systems, 1 vendor and 1 agreement from ${leaver.name}`,
    )
    expect((await getSystem(officer, owned))?.history[0]?.sentence).toBe(
      `Changed the owner from ${leaver.name} to ${officer.name}, because ${leaver.name} leaves`,
    )
    expect(await findSession(session.token, now())).toBeNull()
    expect(await signIn({ email: leaver.email, password: PASSWORD }, place(1), now(), 0)).toMatchObject({
      ok: false,
    })
  })

  it('and nothing changes when the step is refused', async () => {
    const { officer, leaver, add, leave, practice } = await setUp()
    const id = await add('Owned', leaver, null)
    const other = await createPractice(database.owner)
    const stranger = await other.actor('officer')
    const gone = await practice.actor('staff')
    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-01-31' WHERE id = $1`, [
      gone.personId,
    ])
    const today = todayFor(officer)
    for (const [change, refusal] of [
      [{ successorId: '' }, { fields: { successorId: 'Choose who takes over what they look after.' } }],
      [{ successorId: leaver.personId }, { fields: { successorId: 'Choose somebody else.' } }],
      [
        { successorId: stranger.personId },
        { fields: { successorId: 'Choose somebody who works here and may do more than look on.' } },
      ],
      [
        { successorId: gone.personId },
        { fields: { successorId: 'Choose somebody who works here and may do more than look on.' } },
      ],
      [
        { lastDay: addDays(today, 1) },
        { fields: { lastDay: expect.stringContaining('still to come') as unknown } },
      ],
      [{ reason: '' }, { fields: { reason: 'Say why, in a few words.' } }],
      [{ version: 7 }, { code: 'conflict' }],
      [{ id: officer.personId }, { code: 'forbidden' }],
      [{ id: stranger.personId }, { code: 'not-found' }],
    ] as const)
      expect(await leave(change)).toMatchObject({ ok: false, ...refusal })
    for (const role of ['owner', 'site-lead', 'staff', 'auditor'] as const)
      expect(await leave({}, await practice.actor(role))).toMatchObject({ code: 'forbidden' })
    expect(await leave({}, stranger)).toMatchObject({ code: 'not-found' })
    expect(await getSystem(officer, id)).toMatchObject({ ownerId: leaver.personId, version: 1 })
    expect(await getPerson(officer, leaver.personId)).toMatchObject({ active: true, version: 1 })
    expect(await planLeave(stranger, leaver.personId)).toBeNull()
    expect(await planLeave(officer, officer.personId)).toBeNull()
  })

  it('who looks after nothing: no successor is asked for, and an invitation is void', async () => {
    const { officer, leaver, leave } = await setUp()
    const link = valueOf(await createInvitation(officer, { personId: leaver.personId }))
    const plan = await planLeave(officer, leaver.personId)
    expect(plan).toMatchObject({ duties: 0, looksAfter: [], links: 1, needsSuccessor: false })
    valueOf(await leave({ successorId: '' }))
    const { rows } = await database.owner.query(`SELECT "revokedAt" FROM "OneTimeLink" WHERE id = $1`, [
      link.linkId,
    ])
    expect(rows[0]).toMatchObject({ revokedAt: expect.any(Date) as unknown })
  })

  it('unless the practice would be left without an officer who can sign in, also when two leave at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { practice, officer } = await setUp()
      const second = await practice.actor('officer')
      await giveAccount(database.owner, second)
      const it = await practice.actor('it')
      const leave = (id: string) =>
        recordLeave(it, { id, version: 1, lastDay: todayFor(it), reason: 'Moves away.', successorId: '' })
      const results = await Promise.all([leave(officer.personId), leave(second.personId)])
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      expect(results.find((result) => !result.ok)).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('without a compliance officer') as unknown,
      })
    }
    const { practice, officer } = await setUp()
    const second = await practice.actor('officer')
    await giveAccount(database.owner, second)
    const it = await practice.actor('it')
    const results = await Promise.all([
      recordLeave(it, {
        id: officer.personId,
        version: 1,
        lastDay: todayFor(it),
        reason: 'Moves.',
        successorId: '',
      }),
      withdrawRole(officer, { personId: second.personId, role: 'officer' }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
  })

  it('and may come back, without the roles of old', async () => {
    const { officer, leaver, leave } = await setUp()
    valueOf(await leave({ successorId: '' }))
    expect(await leave({ version: 2 })).toMatchObject({ code: 'conflict' })
    valueOf(await returnPerson(officer, { id: leaver.personId, version: 2, reason: 'Hired again.' }))
    expect(await getPerson(officer, leaver.personId)).toMatchObject({ active: true, leftOn: null, roles: [] })
    expect(await returnPerson(officer, { id: leaver.personId, version: 3, reason: 'Again.' })).toMatchObject({
      code: 'conflict',
    })
  })
})
