import { describe, expect, it } from 'vitest'
import { parseListState } from '#lib/kernel/table'
import { importedRegistry } from '#lib/registry'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { vendorFacts } from '#lib/testing/vendors'
import { createVendor } from '#lib/vendors/commands'
import { listAgreements } from './queries.ts'
import { agreementTable } from './table.ts'

const database = useTestDatabase()
const { imports } = importedRegistry.agreement
const driver = importDriver(imports, () => database.owner)

/** As an office manager keeps it: other headings, units within cells, names as people write them. */
const list = `Vendor Name,Document Type,Date Signed,Expiration Date,Auto Renewal,Notice Period,Annual Cost,Comments
"ACME, Inc.",BAA,1/10/2026,1/9/2028,Y,60 days,,"Signed by Dr. Lee"
The Beta Company,MSA,3/2/2025,3/1/2027,N,30 days,"$12,000",
V-002,BAA,,,,,,Still out for signature
Gamma Labs,BAA,1/1/2026,,,,,
Beta,BAA,1/1/2026,1/1/2020,N,,,`

async function withVendors() {
  const officer = await (await createPractice(database.owner)).actor('officer')
  for (const name of ['Acme', 'Beta Co.']) valueOf(await createVendor(officer, { ...vendorFacts, name }))
  const found = async () =>
    (await listAgreements(officer, parseListState(agreementTable, { sort: 'title' }))).rows
  return { officer, found }
}

describe('a list of agreements', () => {
  it('finds its vendors however they are written, reads days, words and numbers, and says what cannot be taken', async () => {
    const { officer, found } = await withVendors()
    const { id, rows } = await driver.bringIn(officer, list)
    expect(countsOf(rows)).toEqual({ create: 3, error: 2 })
    const reasons = rows.flatMap(({ action, reason }) => (action === 'error' ? [reason] : []))
    expect(reasons.join('\n')).toContain('There is no vendor “Gamma Labs”')
    expect(reasons.join('\n')).toContain('Term ends on: It ends before it begins.')
    expect(await found()).toMatchObject([
      {
        ...{ vendorRef: 'V-001', title: 'Business associate agreement', kind: 'baa', signedOn: '2026-01-10' },
        ...{ endsOn: '2028-01-09', renewal: 'renews', noticeDays: 60, notes: 'Signed by Dr. Lee' },
        ...{ status: 'executed', complete: false, noticeByOn: '2027-11-10' },
      },
      { vendorRef: 'V-002', kind: 'baa', status: 'draft' },
      { vendorRef: 'V-002', kind: 'contract', renewal: 'ends', noticeDays: 30, yearlyCost: 12_000 },
    ])
    valueOf(await imports.undo(officer, { id }))
    expect(await found()).toEqual([])
  })

  it('changes what is there: the vendor and the title find it, clauses come along, and the undo puts it back', async () => {
    const { officer, found } = await withVendors()
    await driver.bringIn(officer, list.split('\n').slice(0, 2).join('\n'))
    const changes = 'Vendor,Kind,Notice period (days),Clause: Open books for HHS\nAcme,BAA,90,Missing'
    const { id, rows } = await driver.bringIn(officer, changes)
    expect(countsOf(rows)).toEqual({ update: 1 })
    expect(await found()).toMatchObject([
      { noticeDays: 90, noticeByOn: '2027-10-11', signedOn: '2026-01-10' },
    ])
    valueOf(await imports.undo(officer, { id }))
    expect(await found()).toMatchObject([{ noticeDays: 60 }])
  })

  it('keeps each agreement with its vendor, and does not say of a clause that the law always asks for that it is not needed', async () => {
    const { officer } = await withVendors()
    await driver.bringIn(officer, list.split('\n').slice(0, 2).join('\n'))
    const { rows } = await driver.check(
      officer,
      'Reference,Vendor,Clause: Open books for HHS,Clause: Duties of ours that it carries out\nAGR-001,V-002,,\nAGR-001,,Not needed,\nAGR-001,,,Not needed',
    )
    expect(rows.map(({ action }) => action)).toEqual(['error', 'error', 'error'])
    expect(rows[0]?.reason).toContain('an agreement stays with its vendor')
    const one = await driver.check(officer, 'Reference,Clause: Open books for HHS\nAGR-001,Not needed')
    expect(one.rows[0]?.reason).toContain('does not apply to this one')
    const other = await driver.check(
      officer,
      'Reference,Clause: Duties of ours that it carries out\nAGR-001,Not needed',
    )
    expect(countsOf(other.rows)).toEqual({ update: 1 })
  })

  it('is refused to those who keep some sites only', async () => {
    const practice = await createPractice(database.owner)
    valueOf(await createVendor(await practice.actor('officer'), vendorFacts))
    const somewhere = await practice.actor('officer', [practice.siteA])
    const { rows } = await driver.check(somewhere, 'Vendor,Kind\nV-001,BAA')
    expect(countsOf(rows)).toEqual({ error: 1 })
    expect(rows[0]?.reason).toContain('Agreements belong to the whole practice')
  })
})
