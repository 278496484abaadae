import { describe, expect, it } from 'vitest'
import { parseListState } from '#lib/kernel/table'
import { registry } from '#lib/registry'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { listVendors } from './queries.ts'
import { vendorTable } from './table.ts'

const database = useTestDatabase()
const { imports } = registry.vendor
const driver = importDriver(imports, () => database.owner)

const list = `Company,PHI access,Importance,Service,Web address,Last review
Acme,Y,Critical,Visit notes,www.acme.example,1/5/2026
Beta,N,Low,Cleaning,,
Gamma,?,Medium,Phones,not an address,`

describe('a list of vendors', () => {
  it('comes in under other people’s headings and words; what cannot be taken says why', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    const { id, rows } = await driver.bringIn(officer, list)
    expect(countsOf(rows)).toEqual({ create: 2, error: 1 })
    expect(rows.find(({ action }) => action === 'error')?.reason).toContain(
      'Website: Write an address such as www.example.com.',
    )
    const found = async () => (await listVendors(officer, parseListState(vendorTable, {}))).rows
    expect(await found()).toMatchObject([
      { name: 'Acme', patientData: 'yes', criticality: 'hours', reviewedOn: '2026-01-05' },
      { name: 'Beta', patientData: 'no', criticality: 'weeks' },
    ])
    valueOf(await imports.undo(officer, { id }))
    expect(await found()).toEqual([])
  })

  it('changes what is there, and the undo puts it back', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    await driver.bringIn(officer, list.split('\n').slice(0, 2).join('\n'))
    const { id, rows } = await driver.bringIn(officer, 'Vendor,Importance,Owner\nacme,Low,')
    expect(countsOf(rows)).toEqual({ update: 1 })
    const first = async () => (await listVendors(officer, parseListState(vendorTable, {}))).rows[0]
    expect(await first()).toMatchObject({ name: 'acme', criticality: 'weeks', patientData: 'yes' })
    valueOf(await imports.undo(officer, { id }))
    expect(await first()).toMatchObject({ name: 'Acme', criticality: 'hours' })
  })

  it('of agreements, in which a vendor stands several times, makes it one vendor', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    const { rows } = await driver.bringIn(officer, 'Vendor,Doc type\nAcme,BAA\nACME ,MSA\nAcme,DUA\nBeta,BAA')
    expect(countsOf(rows)).toEqual({ create: 2, error: 2 })
    expect(rows.filter(({ action }) => action === 'error').map(({ reason }) => reason)).toEqual([
      'Row 2 is about the same vendor.',
      'Row 2 is about the same vendor.',
    ])
  })

  it('is brought in only by those who keep vendors for the whole practice', async () => {
    const practice = await createPractice(database.owner)
    const somewhere = await practice.actor('officer', [practice.siteA])
    const { rows } = await driver.check(somewhere, list)
    expect(countsOf(rows)).toEqual({ error: 3 })
  })
})
