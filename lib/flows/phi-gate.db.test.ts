import { describe, expect, it } from 'vitest'
import { terminateAgreement } from '#lib/agreements/decisions'
import { editSystem } from '#lib/ai-systems/commands'
import { overrideCover } from '#lib/ai-systems/cover-override'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { addDays, type Day, dateOf, day } from '#lib/base/days'
import { practiceKeepers } from '#lib/kernel/due-scope'
import { todayFor } from '#lib/kernel/today'
import { atTime } from '#lib/platform/clock'
import { agreementDetail, coverAcme } from '#lib/testing/agreements'
import { detail, facts, flowFacts, practiceWithSystem } from '#lib/testing/ai-systems'
import { valueOf } from '#lib/testing/practice'
import { type RiskIds, riskWithAction } from '#lib/testing/risks'
import { useTestDatabase } from '#lib/testing/test-database'
import { vendorDetail } from '#lib/testing/vendors'
import { createVendor } from '#lib/vendors/commands'
import { saveLink } from '#lib/vendors/part-commands'
import { keepGate } from './phi-gate.ts'

const database = useTestDatabase()

/** A system in use whose patient data goes to one vendor, under an agreement that `terms` describe. */
async function inUse(terms: object = {}) {
  const { practice, officer, id } = await practiceWithSystem(database.owner)
  valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
  const { vendorId, agreementId } = await coverAcme(officer, terms)
  await database.owner.query(
    `UPDATE "AiSystem" SET stage = 'in-use', "approvedOn" = '2026-02-01' WHERE id = $1`,
    [id],
  )
  const look = () => keepGate(practice.id)
  const noted = async () =>
    (
      await database.owner.query<{ cover: string; stage: string }>(
        `SELECT cover, stage FROM "AiSystem" WHERE id = $1`,
        [id],
      )
    ).rows[0]
  return { practice, officer, id, vendorId, agreementId, look, noted }
}

/** An instant of a day in the practice's time zone, Chicago: hours after its midnight. */
const hoursInto = (on: Day, hours: number) => new Date(dateOf(on).getTime() + (6 + hours) * 3_600_000)

describe('the gate', () => {
  it('moves the duties of risks, and of their actions, with the sites of their AI systems', async () => {
    const { practice, officer, id, look } = await inUse()
    const { siteA, siteB } = practice
    const risk = await riskWithAction(officer, { systemIds: [id] })
    const still = await riskWithAction(officer, { siteIds: [siteA] })
    const move = async (siteIds: string[]) => {
      valueOf(
        await editSystem(officer, { ...facts, id, version: (await detail(officer, id)).version, siteIds }),
      )
      await look()
    }
    const places = async ({ id: riskId, actionId }: RiskIds) => {
      const { rows } = await database.owner.query<{ siteIds: string[] }>(
        `SELECT DISTINCT "siteIds" FROM "Obligation" WHERE state = 'open' AND "recordId" IN ($1, $2)`,
        [riskId, actionId],
      )
      return rows.map(({ siteIds }) => siteIds.toSorted())
    }
    await move([siteB])
    expect(await places(risk)).toEqual([[siteB]])
    await move([siteA, siteB])
    expect(await places(risk)).toEqual([[siteA, siteB].toSorted()])
    await move([])
    expect(await places(risk)).toEqual([[practiceKeepers]])
    expect(await places(still)).toEqual([[siteA]])
  })

  it('notes what is covered, and suspends it when its agreement is terminated, with the missing link named', async () => {
    const { practice, officer, id, agreementId, look, noted } = await inUse()
    expect(await look()).toEqual({ suspended: 0, changed: 1 })
    expect(await noted()).toEqual({ cover: 'covered', stage: 'in-use' })
    expect(await look()).toEqual({ suspended: 0, changed: 0 })
    const { version } = await agreementDetail(officer, agreementId)
    const end = { id: agreementId, version, on: todayFor(officer), reason: 'They were bought.' }
    valueOf(await terminateAgreement(officer, end))
    expect(await look()).toEqual({ suspended: 1, changed: 1 })
    const system = await detail(officer, id)
    expect(system).toMatchObject({
      stage: 'suspended-pending',
      stageReason: 'AGR-001 with Acme was terminated.',
      coverNoted: 'uncovered',
    })
    expect(system.history[0]).toMatchObject({
      actorName: 'Plumbline',
      sentence: 'Suspended it, because its patient data is no longer covered',
      reason: 'AGR-001 with Acme was terminated.',
    })
    expect(system.duties.find(({ key }) => key === 'cover')).toMatchObject({ dueOn: todayFor(officer) })
    // Its owner, its backup and the officers are told at once: here owner and officer are one.
    const { rows } = await database.owner.query(
      `SELECT "toAddress", subject, state FROM "OutgoingMail" WHERE "practiceId" = $1 ORDER BY "toName"`,
      [practice.id],
    )
    const told = {
      subject: 'Stopped: AI-001 Ambient scribe has no cover for patient data',
      state: 'not-set-up',
    }
    expect(rows).toHaveLength(2)
    expect(rows).toEqual([expect.objectContaining(told), expect.objectContaining(told)])
    expect(rows.map((row: { toAddress: string }) => row.toAddress)).toContain(officer.email)
  })

  it('lets an agreement lapse at midnight in the practice’s time zone, not before and not later', async () => {
    const { look, noted } = await inUse({ renewal: 'ends', endsOn: '2027-03-13' })
    await look()
    // The night in which Chicago goes over to summer time.
    const last = day('2027-03-13')
    await atTime(hoursInto(last, 23.99), look)
    expect(await noted()).toEqual({ cover: 'lapsing', stage: 'in-use' })
    await atTime(hoursInto(addDays(last, 1), 0.01), look)
    expect(await noted()).toEqual({ cover: 'uncovered', stage: 'suspended-pending' })
  })

  it('stops a system when a sub-processor without an agreement comes to light, and not one that was never covered', async () => {
    const { officer, vendorId, look, noted, practice } = await inUse()
    await look()
    const host = valueOf(
      await createVendor(officer, {
        ...{ name: 'Model host', website: '', services: '', criticality: 'unknown', patientData: 'yes' },
        ...{ notes: '', ownerId: '', backupId: '' },
      }),
    )
    const { version } = await vendorDetail(officer, vendorId)
    const part = {
      id: vendorId,
      version,
      partId: '',
      subProcessor: host.id,
      does: 'Runs the model',
      patientData: 'yes',
    }
    valueOf(await saveLink(officer, part))
    expect(await look()).toMatchObject({ suspended: 1 })
    expect(await noted()).toEqual({ cover: 'uncovered', stage: 'suspended-pending' })
    await database.owner.query(
      `UPDATE "AiSystem" SET stage = 'in-use', cover = 'undescribed', "coverSince" = NULL WHERE "practiceId" = $1`,
      [practice.id],
    )
    expect(await look()).toMatchObject({ suspended: 0 })
    expect(await noted()).toEqual({ cover: 'uncovered', stage: 'in-use' })
  })

  it('lets through what an officer let through, until that ends', async () => {
    const { officer, id, agreementId, look, noted } = await inUse()
    await look()
    const today = todayFor(officer)
    const seen = async () => ({ id, version: (await detail(officer, id)).version })
    const until = addDays(today, 10)
    expect(await overrideCover(officer, { ...(await seen()), until, reason: 'On its way' })).toMatchObject({
      code: 'conflict',
    })
    const { version } = await agreementDetail(officer, agreementId)
    valueOf(await terminateAgreement(officer, { id: agreementId, version, on: today, reason: 'Bought' }))
    const late = { ...(await seen()), until: addDays(today, 31), reason: 'On its way' }
    expect(await overrideCover(officer, late)).toMatchObject({
      fields: { until: expect.any(String) as string },
    })
    valueOf(await overrideCover(officer, { ...(await seen()), until, reason: 'On its way' }))
    expect(await look()).toMatchObject({ suspended: 0 })
    expect(await noted()).toEqual({ cover: 'override', stage: 'in-use' })
    expect((await detail(officer, id)).duties.find(({ key }) => key === 'cover')).toMatchObject({
      dueOn: until,
    })
    await atTime(hoursInto(addDays(until, 1), 1), look)
    expect(await noted()).toEqual({ cover: 'uncovered', stage: 'suspended-pending' })
  })

  it('acts once, also when many look at the same time, and tells the trail', async () => {
    const { practice, officer, id, agreementId, look } = await inUse()
    await look()
    const { version } = await agreementDetail(officer, agreementId)
    valueOf(
      await terminateAgreement(officer, {
        id: agreementId,
        version,
        on: todayFor(officer),
        reason: 'Bought',
      }),
    )
    const all = await Promise.all(Array.from({ length: 5 }, look))
    expect(all.reduce((sum, { suspended }) => sum + suspended, 0)).toBe(1)
    const { history } = await detail(officer, id)
    expect(history.filter(({ sentence }) => sentence.startsWith('Suspended it'))).toHaveLength(1)
    const { rows } = await database.owner.query(
      `SELECT count(*)::int AS untold FROM "RowChange" r WHERE "practiceId" = $1 AND "tableName" = 'AiSystem' AND "correlationId" IS NULL`,
      [practice.id],
    )
    // The test itself put the system in use by hand.
    expect(rows).toEqual([{ untold: 1 }])
  })

  it('renews by the day what renews by itself, and asks for the next decision', async () => {
    const { officer, agreementId, look } = await inUse({
      ...{ renewal: 'renews', endsOn: '2027-01-31', renewalMonths: '12', noticeDays: '60' },
    })
    await atTime(new Date('2027-02-01T12:00:00Z'), look)
    expect(await agreementDetail(officer, agreementId)).toMatchObject({
      termEndsOn: '2028-01-31',
      noticeByOn: '2027-12-02',
      duties: [{ key: 'renewal:2028-01-31', dueOn: '2027-12-02' }],
    })
  })
})
