import { describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithVendor, vendorDetail, vendorFacts } from '#lib/testing/vendors'
import { archiveVendor, createVendor, editVendor, restoreVendor } from './commands.ts'
import { determineVendor, reviewVendor } from './decisions.ts'
import { listVendors } from './queries.ts'
import { vendorToReview } from './review-queries.ts'
import { vendorTable } from './table.ts'

const database = useTestDatabase()

const keys = async (actor: Actor, id: string) => (await vendorDetail(actor, id)).duties.map(({ key }) => key)
const today = (actor: Actor) => todayFor(actor)

describe('a vendor', () => {
  it('is added, changed with what changed in words, archived without duties, and restored with them', async () => {
    const { officer, id, seen } = await practiceWithVendor(database.owner)
    const { ref, history } = await vendorDetail(officer, id)
    expect(ref).toBe('V-001')
    expect(history[0]?.sentence).toBe('Added V-001 Acme to the register')
    const facts = { ...vendorFacts, ownerId: officer.personId, criticality: 'hours' }
    valueOf(await editVendor(officer, { ...facts, ...(await seen()) }))
    expect((await vendorDetail(officer, id)).history[0]?.sentence).toBe(
      'Changed can do without it for from “Days” to “Hours”',
    )
    valueOf(await archiveVendor(officer, { ...(await seen()), reason: 'Entered twice.' }))
    expect(await vendorDetail(officer, id)).toMatchObject({ archived: true, duties: [], nextDueOn: null })
    expect(await editVendor(officer, { ...facts, ...(await seen()) })).toMatchObject({ code: 'conflict' })
    valueOf(await restoreVendor(officer, await seen()))
    expect(await keys(officer, id)).toEqual(['determination', 'yearly-review'])
  })

  it('tells a second editor who was quicker', async () => {
    const { officer, seen } = await practiceWithVendor(database.owner)
    const before = await seen()
    const facts = { ...vendorFacts, ownerId: officer.personId }
    valueOf(await editVendor(officer, { ...facts, ...before, notes: 'First' }))
    const late = await editVendor(officer, { ...facts, ...before, notes: 'Second' })
    expect(late).toMatchObject({ ok: false, code: 'conflict' })
    expect(late.ok ? '' : late.message).toContain('Set notes to “First”')
  })

  it('is changed only by those whose role holds for the whole practice', async () => {
    const { practice, id, seen } = await practiceWithVendor(database.owner)
    const somewhere = await practice.actor('it', [practice.siteA])
    expect(await createVendor(somewhere, vendorFacts)).toMatchObject({ code: 'forbidden' })
    expect(await editVendor(somewhere, { ...vendorFacts, ...(await seen()) })).toMatchObject({
      code: 'forbidden',
    })
    expect((await vendorDetail(somewhere, id)).name).toBe('Acme')
  })

  it('takes a website, and nothing that only looks like a link', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    for (const website of ['www.acme.example', 'https://acme.example/a?b=1', 'acme.example:8443/x', ''])
      valueOf(await createVendor(officer, { ...vendorFacts, website }))
    for (const website of ['data:text/html,x', 'ftp://acme.example', 'acme', 'http://a b.example'])
      expect(await createVendor(officer, { ...vendorFacts, website })).toMatchObject({
        fields: { website: 'Write an address such as www.example.com.' },
      })
  })
})

describe('whether a vendor is a business associate', () => {
  const determine = async (
    officer: Actor,
    seen: () => Promise<{ id: string; version: number }>,
    change: object = {},
  ) =>
    determineVendor(officer, {
      answer: 'yes',
      reasons: ['on-our-behalf'],
      note: 'Asked them.',
      on: today(officer),
      ...(await seen()),
      ...change,
    })

  it('is a gap in the list with patient data, until it is determined', async () => {
    const { officer, id, seen } = await practiceWithVendor(database.owner)
    valueOf(await createVendor(officer, { ...vendorFacts, name: 'Other', patientData: 'no' }))
    const gaps = async () => {
      const { rows } = await listVendors(officer, parseListState(vendorTable, { businessAssociate: 'gap' }))
      return rows.map(({ name }) => name)
    }
    expect(await gaps()).toEqual(['Acme'])
    expect(await keys(officer, id)).toContain('determination')
    valueOf(await determine(officer, seen))
    expect(await gaps()).toEqual([])
    expect(await keys(officer, id)).toEqual(['yearly-review'])
    const closed = await read(officer, (tx) =>
      tx.obligation.findFirst({ where: { recordId: id, key: 'determination' }, select: { state: true } }),
    )
    expect(closed).toEqual({ state: 'done' })
  })

  it('stands with reasons, who and when; the earlier one stays in the history, and taking it back opens the duty', async () => {
    const { officer, id, seen } = await practiceWithVendor(database.owner)
    valueOf(await determine(officer, seen))
    valueOf(
      await determine(officer, seen, { answer: 'no', reasons: ['only-carries'], note: 'It keeps nothing.' }),
    )
    const vendor = await vendorDetail(officer, id)
    expect(vendor).toMatchObject({
      businessAssociate: 'no',
      determinationReasons: ['only-carries'],
      determinationNote: 'It keeps nothing.',
      determinedByName: officer.name,
      determinedOn: today(officer),
    })
    expect(vendor.history.slice(0, 2).map(({ sentence }) => sentence.replace(/ on .+/, ''))).toEqual([
      'Determined that it is not a business associate',
      'Determined that it is a business associate',
    ])
    expect(vendor.history[1]?.reason).toBe(
      'It creates, receives, keeps or sends patient data to do something for us. Asked them.',
    )
    valueOf(
      await determine(officer, seen, { answer: 'unknown', reasons: [], note: 'They changed the service.' }),
    )
    expect(await keys(officer, id)).toContain('determination')
  })

  it('needs reasons that speak for the answer, a day that has come, and facts that do not say otherwise', async () => {
    const { officer, seen } = await practiceWithVendor(database.owner)
    const wrong = async (change: object) => {
      const result = await determine(officer, seen, change)
      return result.ok ? {} : result.fields
    }
    expect(await wrong({ reasons: [] })).toEqual({ reasons: 'Tick at least one reason.' })
    expect(await wrong({ reasons: ['only-carries'] })).toHaveProperty('reasons')
    expect(await wrong({ answer: 'unknown' })).toHaveProperty('reasons')
    expect(await wrong({ answer: 'unknown', reasons: [], note: '' })).toHaveProperty('note')
    expect(await wrong({ on: addDays(today(officer), 1) })).toEqual({ on: 'This day has not come yet.' })
    expect(await wrong({ answer: 'no', reasons: ['no-patient-data'] })).toHaveProperty('reasons')
  })

  it('is determined by nobody but those who may', async () => {
    const { practice, seen } = await practiceWithVendor(database.owner)
    for (const role of ['it', 'owner', 'site-lead', 'auditor', 'staff'] as const)
      expect(await determine(await practice.actor(role), seen)).toMatchObject({ code: 'forbidden' })
  })
})

describe('a review of a vendor', () => {
  it('is recorded by its owner, who may not open its page, and begins the next year', async () => {
    const { practice, officer, id, seen } = await practiceWithVendor(database.owner)
    const owner = await practice.actor('staff')
    const other = await practice.actor('staff')
    valueOf(await editVendor(officer, { ...vendorFacts, ownerId: owner.personId, ...(await seen()) }))
    expect(await vendorToReview(owner, id)).toMatchObject({ name: 'Acme', isReadable: false })
    expect(await vendorToReview(other, id)).toBeNull()
    const review = async (actor: Actor, on = today(officer)) =>
      reviewVendor(actor, { ...(await seen()), on, note: 'Nothing to change.' })
    expect(await review(other)).toMatchObject({ code: 'not-found' })
    valueOf(await review(owner))
    expect((await vendorDetail(officer, id)).reviewedOn).toBe(today(officer))
    expect(await review(owner, addDays(today(officer), -1))).toMatchObject({
      fields: { on: 'There is a later one already.' },
    })
  })
})
