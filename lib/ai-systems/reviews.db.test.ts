import { describe, expect, it } from 'vitest'
import { dayIn } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { facts, flowFacts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { createSystem } from './commands.ts'
import { recordReview } from './decisions.ts'
import { createFlow } from './flow-commands.ts'
import { getSystem } from './queries.ts'
import { answeredFor, systemToReview } from './review-queries.ts'

const database = useTestDatabase()
const on = () => dayIn('America/Chicago', now())

/** A system of site A, owned by a staff member there and backed up by the IT person of site B. */
async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const owner = await practice.actor('staff', [practice.siteA])
  const backup = await practice.actor('it', [practice.siteB])
  const { id } = valueOf(
    await createSystem(officer, {
      ...facts,
      ownerId: owner.personId,
      backupId: backup.personId,
      siteIds: [practice.siteA],
    }),
  )
  valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
  const review = async (actor: Actor, what = 'review') => {
    const version = (await getSystem(officer, id))?.version ?? 0
    return recordReview(actor, { id, version, what, on: on(), note: 'Looked at it with two colleagues' })
  }
  return { practice, officer, owner, backup, id, review }
}

describe('the owner and the backup of an AI system', () => {
  it('record its reviews whatever their role, and are shown what they need for it and no more', async () => {
    const { officer, owner, backup, id, review } = await setUp()
    for (const actor of [owner, backup]) {
      expect(await systemToReview(actor, id)).toMatchObject({
        name: 'Ambient scribe',
        purpose: facts.purpose,
        vendorName: 'Acme',
        isReadable: false,
        flows: [{ purpose: flowFacts.purpose, destination: 'Acme cloud' }],
      })
      expect(await getSystem(actor, id)).toBeNull()
      for (const what of ['review', 'data', 'logs']) valueOf(await review(actor, what))
      expect([...(await answeredFor(actor, [id]))]).toEqual([id])
    }
    const reviewed = await getSystem(officer, id)
    expect([reviewed?.reviewedOn, reviewed?.dataReviewedOn, reviewed?.logsReviewedOn]).toEqual([
      on(),
      on(),
      on(),
    ])
    expect(reviewed?.history[0]?.actorName).toBe(backup.name)
    expect(reviewed?.history[0]?.sentence).toContain('Looked at its logs')
  })

  it('is nobody else: other staff, IT, leads of other sites and auditors record nothing', async () => {
    const { practice, officer, id, review } = await setUp()
    const refused = [
      [await practice.actor('staff', [practice.siteA]), 'not-found'],
      [await practice.actor('it', [practice.siteA]), 'forbidden'],
      [await practice.actor('site-lead', [practice.siteB]), 'not-found'],
      [await practice.actor('auditor'), 'forbidden'],
      [await practice.actor(null), 'forbidden'],
    ] as const
    for (const [actor, code] of refused) {
      expect(await review(actor), actor.name).toMatchObject({ ok: false, code })
      expect(await systemToReview(actor, id), actor.name).toBeNull()
      expect((await answeredFor(actor, [id])).size, actor.name).toBe(0)
    }
    expect((await getSystem(officer, id))?.reviewedOn).toBeNull()
  })

  it('is nobody of another practice, even where they own systems themselves', async () => {
    const { id, review } = await setUp()
    const elsewhere = await setUp()
    for (const actor of [elsewhere.owner, elsewhere.officer]) {
      expect(await review(actor)).toMatchObject({ ok: false, code: 'not-found' })
      expect(await systemToReview(actor, id)).toBeNull()
      expect((await answeredFor(actor, [id])).size).toBe(0)
    }
  })

  it('is not an auditor, whatever they own', async () => {
    const { practice, officer } = await setUp()
    const auditor = await practice.actor('auditor')
    expect(await createSystem(officer, { ...facts, ownerId: auditor.personId })).toMatchObject({
      fields: {
        ownerId: 'This person does not work here any more, or may only look on. Choose somebody else.',
      },
    })
    const { id } = valueOf(await createSystem(officer, facts))
    await database.owner.query(`UPDATE "AiSystem" SET "ownerId" = $2 WHERE id = $1`, [id, auditor.personId])
    const input = { id, version: 1, what: 'review', on: on(), note: 'Looked at it' }
    expect(await recordReview(auditor, input)).toMatchObject({ code: 'forbidden' })
    expect(await systemToReview(auditor, id)).toBeNull()
  })

  it('keeps nobody out who reviews at its sites', async () => {
    const { practice, officer, id, review } = await setUp()
    for (const actor of [officer, await practice.actor('site-lead', [practice.siteA])]) {
      valueOf(await review(actor))
      expect(await systemToReview(actor, id)).toMatchObject({ isReadable: true })
    }
  })

  it('learns of a review that somebody else recorded meanwhile, and of the archive', async () => {
    const { owner, id, review } = await setUp()
    valueOf(await review(owner))
    const late = { id, version: 1, what: 'review', on: on(), note: 'Looked at it' }
    expect(await recordReview(owner, late)).toMatchObject({ code: 'conflict' })
    await database.owner.query('UPDATE "AiSystem" SET "archivedAt" = now() WHERE id = $1', [id])
    const version = (await systemToReview(owner, id))?.version
    expect(await recordReview(owner, { ...late, version })).toMatchObject({ code: 'conflict' })
  })
})
