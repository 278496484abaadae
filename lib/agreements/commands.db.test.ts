import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, dayIn } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { now } from '#lib/platform/clock'
import { agreementDetail, agreementFacts, everyClause, signedAgreement } from '#lib/testing/agreements'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithVendor } from '#lib/testing/vendors'
import { createAgreement, editAgreement } from './commands.ts'
import { letRenew, recordDataReturn, saveClauses, terminateAgreement } from './decisions.ts'
import { agreementStatuses } from './options.ts'
import { getAgreement, listAgreements } from './queries.ts'
import { agreementTable } from './table.ts'

const database = useTestDatabase()
let today: Day
beforeAll(() => {
  today = dayIn('America/Chicago', now())
})
const inDays = (count: number) => addDays(today, count)

async function vendorAndOfficer() {
  const { officer, id: vendorId } = await practiceWithVendor(database.owner)
  const add = async (change: object) =>
    valueOf(await createAgreement(officer, { ...agreementFacts, vendorId, predecessorId: '', ...change })).id
  return { officer, vendorId, add }
}

const keysOf = async (officer: Actor, id: string) =>
  (await agreementDetail(officer, id)).duties.map(({ key }) => key)
const seen = async (officer: Actor, id: string) => ({
  id,
  version: (await agreementDetail(officer, id)).version,
})

describe('an agreement', () => {
  it('that nobody has signed is to be signed; signed, its clauses are gone through; then nothing is due', async () => {
    const { officer, add } = await vendorAndOfficer()
    const id = await add({ signedOn: '' })
    expect(await agreementDetail(officer, id)).toMatchObject({
      status: 'draft',
      complete: false,
      title: 'Business associate agreement',
    })
    expect(await keysOf(officer, id)).toEqual(['sign'])
    valueOf(await editAgreement(officer, { ...agreementFacts, ...(await seen(officer, id)) }))
    expect(await keysOf(officer, id)).toEqual(['clauses'])
    const most = { ...everyClause, books: { state: 'absent' } }
    valueOf(await saveClauses(officer, { ...(await seen(officer, id)), clauses: most }))
    const lacking = await agreementDetail(officer, id)
    expect(lacking).toMatchObject({ status: 'executed', complete: false })
    expect(lacking.duties).toMatchObject([{ key: 'clauses', title: 'Have the missing clauses added' }])
    expect(lacking.history[0]?.reason).toBe('15 clauses answered. 1 required clause missing.')
    valueOf(
      await saveClauses(officer, {
        ...(await seen(officer, id)),
        clauses: { books: { state: 'weak', words: 'upon request', page: '7' } },
      }),
    )
    expect(await agreementDetail(officer, id)).toMatchObject({ complete: true, duties: [] })
  })

  it('asks for a decision by the day for notice, once for each term', async () => {
    const { officer, vendorId } = await vendorAndOfficer()
    const terms = { renewal: 'renews', endsOn: inDays(100), renewalMonths: '12', noticeDays: '60 days' }
    const id = await signedAgreement(officer, vendorId, terms)
    expect(await agreementDetail(officer, id)).toMatchObject({
      status: 'executed',
      termEndsOn: inDays(100),
      noticeByOn: inDays(40),
      duties: [{ key: `renewal:${inDays(100)}`, dueOn: inDays(40) }],
    })
    valueOf(await letRenew(officer, { ...(await seen(officer, id)), note: 'Still the best.' }))
    expect(await keysOf(officer, id)).toEqual([])
    expect(await letRenew(officer, { ...(await seen(officer, id)), note: '' })).toMatchObject({
      code: 'conflict',
    })
  })

  it('that ends is followed by a signed one, and its renewal is done', async () => {
    const { officer, vendorId, add } = await vendorAndOfficer()
    const id = await signedAgreement(officer, vendorId, { renewal: 'ends', endsOn: inDays(20) })
    expect(await agreementDetail(officer, id)).toMatchObject({
      status: 'expiring',
      duties: [{ dueOn: inDays(20) }],
    })
    const next = await add({ predecessorId: id, signedOn: today, effectiveOn: inDays(21) })
    expect(await agreementDetail(officer, id)).toMatchObject({
      status: 'expiring',
      duties: [],
      successors: [{ id: next }],
    })
    const { rows } = await database.owner.query(
      `SELECT state, "closedByName" FROM "Obligation" WHERE "recordId" = $1 AND key LIKE 'renewal%'`,
      [id],
    )
    expect(rows).toEqual([{ state: 'done', closedByName: officer.name }])
  })

  it('that is ended has patient data returned or destroyed, with what was done', async () => {
    const { officer, vendorId } = await vendorAndOfficer()
    const id = await signedAgreement(officer, vendorId)
    const early = { ...(await seen(officer, id)), how: 'destroyed', on: today, note: '' }
    expect(await recordDataReturn(officer, early)).toMatchObject({ code: 'conflict' })
    valueOf(
      await terminateAgreement(officer, {
        ...(await seen(officer, id)),
        on: today,
        reason: 'No longer used',
      }),
    )
    expect(await agreementDetail(officer, id)).toMatchObject({
      status: 'terminated',
      duties: [{ key: 'data-return', dueOn: inDays(30), citation: '45 CFR 164.504(e)(2)(ii)(J)' }],
    })
    const kept = { ...(await seen(officer, id)), how: 'kept-protected', on: today, note: '' }
    expect(await recordDataReturn(officer, kept)).toMatchObject({
      fields: { note: expect.any(String) as string },
    })
    valueOf(
      await recordDataReturn(officer, {
        ...(await seen(officer, id)),
        how: 'destroyed',
        on: today,
        note: '',
      }),
    )
    expect(await keysOf(officer, id)).toEqual([])
  })

  it.each([
    ['ends before it begins', { endsOn: '2025-12-31', renewal: 'ends' }, 'endsOn'],
    ['renews without an end', { renewal: 'renews' }, 'endsOn'],
    ['was signed tomorrow', { signedOn: '2099-01-01' }, 'signedOn'],
    ['covers named things and names none', { covers: 'named' }, 'covers'],
    [
      'is between a vendor and itself or a stranger',
      { upstreamId: '0198c0de-0000-7000-8000-000000000000' },
      'upstreamId',
    ],
    ['costs a lot of words', { yearlyCost: 'a lot' }, 'yearlyCost'],
  ])('is refused when it %s', async (_, change, field) => {
    const { officer, vendorId } = await vendorAndOfficer()
    const input = { ...agreementFacts, vendorId, predecessorId: '', ...change }
    expect(await createAgreement(officer, input)).toMatchObject({
      ok: false,
      fields: { [field]: expect.any(String) as string },
    })
  })

  it('is kept by its owner too, in what is due for it and no more; others do not see it', async () => {
    const { practice, officer, id: vendorId } = await practiceWithVendor(database.owner)
    const [nurse, other] = [await practice.actor('staff'), await practice.actor('staff')]
    const terms = { renewal: 'renews', endsOn: inDays(100), noticeDays: '60', ownerId: nurse.personId }
    const id = await signedAgreement(officer, vendorId, terms)
    expect(await getAgreement(other, id)).toBeNull()
    const { version } = await agreementDetail(nurse, id)
    const input = { id, version, note: 'Still the best.' }
    expect(await letRenew(other, input)).toMatchObject({ code: 'not-found' })
    expect(await letRenew(await practice.actor('site-lead'), input)).toMatchObject({ code: 'forbidden' })
    valueOf(await letRenew(nurse, input))
    const facts = { ...agreementFacts, ...terms, id, version: version + 1 }
    expect(await editAgreement(nurse, facts)).toMatchObject({ code: 'forbidden' })
    const end = { id, version: version + 1, on: today, reason: 'No' }
    expect(await terminateAgreement(nurse, end)).toMatchObject({ code: 'forbidden' })
  })

  it('stands in lists as it stands on its page, whatever its days are', async () => {
    const { officer, vendorId } = await vendorAndOfficer()
    const days = fc.option(fc.constantFrom(-400, -91, -90, -1, 0, 1, 89, 90, 91, 400).map(inDays), {
      nil: null,
    })
    const rows = fc.sample(
      fc.tuple(days, days, days, days, days, fc.constantFrom('ends', 'renews', 'evergreen'), fc.boolean()),
      { numRuns: 300, seed: 7 },
    )
    const ids = await Promise.all(
      Array.from({ length: 3 }, async (_, at) => signedAgreement(officer, vendorId, { title: `t${at}` })),
    )
    await database.owner.query(
      `INSERT INTO "Agreement" (id, "practiceId", ref, title, kind, "vendorId", "sentOn", "signedOn", "effectiveOn", "endsOn", "terminatedOn", renewal, "predecessorId")
       SELECT gen_random_uuid(), $1, 'X-' || n, 'x', 'baa', $2, sent, signed, CASE WHEN ends < eff THEN NULL ELSE eff END, ends, term, ren, pre::uuid
       FROM jsonb_to_recordset($3) AS r(n int, sent date, signed date, eff date, ends date, term date, ren text, pre text)`,
      [
        officer.practiceId,
        vendorId,
        JSON.stringify(
          rows.map(([sent, signed, eff, ends, term, ren, follows], n) => ({
            ...{ n, sent, signed, eff, ends, term, ren },
            pre: follows ? ids[n % 3] : null,
          })),
        ),
      ],
    )
    const all = { size: '100', columns: 'title,status' }
    const seenTotals = await Promise.all(
      agreementStatuses.map(async ({ value }) => {
        const state = parseListState(agreementTable, { ...all, status: value })
        const { rows: found, total } = await listAgreements(officer, state)
        return { value, total, wrong: found.filter(({ status }) => status !== value) }
      }),
    )
    expect(seenTotals.filter(({ wrong }) => wrong.length > 0)).toEqual([])
    expect(seenTotals.reduce((sum, { total }) => sum + total, 0)).toBe(303)
    expect(seenTotals.filter(({ total }) => total === 0)).toEqual([])
  })
})
