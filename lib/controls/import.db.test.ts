import { describe, expect, it } from 'vitest'
import { parseListState } from '#lib/kernel/table'
import { importedRegistry } from '#lib/registry'
import { controlDetail, insertOwnFramework } from '#lib/testing/controls'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { listControls } from './queries.ts'
import { controlTable } from './table.ts'

const database = useTestDatabase()
const { imports } = importedRegistry.control
const driver = importDriver(imports, () => database.owner)

const header = 'Control title,Status,Mapping,Last tested,Effectiveness,Test frequency'
const start = async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const first = async () => {
    const [row] = (await listControls(officer, parseListState(controlTable, {}))).rows
    if (!row) throw new Error('there is no control')
    return controlDetail(officer, row.id)
  }
  return { practice, officer, first }
}

describe('a list of controls', () => {
  it('comes in with its words, its requirements and its tests', async () => {
    const { officer, first } = await start()
    const list = `${header}\nAccounts are reviewed,Implemented,"GOVERN 6.1; 45 CFR 164.308(a)(4)(ii)(B)",5/2/2026,Partially effective,6\n`
    const { rows } = await driver.bringIn(officer, list)
    expect(countsOf(rows)).toEqual({ create: 1 })
    const control = await first()
    expect(control).toMatchObject({
      ...{ state: 'in-place', testedOn: '2026-05-02', testResult: 'weak', testDueOn: '2026-11-02' },
      requirementWords: ['164.308(a)(4)(ii)(B)', 'GOVERN 6.1'],
    })
    expect(control.tests).toMatchObject([{ testedOn: '2026-05-02', result: 'weak' }])
  })

  it('says which rows cannot come in, and why', async () => {
    const { officer } = await start()
    await insertOwnFramework(database.owner, officer, { ref: 'FW-001', name: 'Payer', codes: ['AC-2'] })
    await insertOwnFramework(database.owner, officer, { ref: 'FW-002', name: 'Insurer', codes: ['AC-2'] })
    const list = `${header},Justification
One,Done,GOVERN 99.9,,,,
Two,Done,AC-2,,,,
Three,Done,,5/2/2026,,,
Four,N/A,,,,,
Five,Done,,1/1/2999,Works,,
Six,Done,,,,every year,`
    const { rows } = await driver.check(officer, list)
    expect(countsOf(rows)).toEqual({ error: 6 })
    const reasons = rows.map(({ reason }) => reason)
    expect(reasons[0]).toContain('There is no requirement “GOVERN 99.9”')
    expect(reasons[1]).toContain('stands in more than one framework')
    expect(reasons[2]).toContain('a test has a day and a result')
    expect(reasons[3]).toContain('say why')
    expect(reasons[5]).toContain('A number of months')
  })

  it('changes the control that it names, notes a newer test, and is taken back whole', async () => {
    const { officer, first } = await start()
    await driver.bringIn(officer, `${header}\nAccounts are reviewed,Done,GOVERN 6.1,5/2/2026,Works,6`)
    const change = `${header}\naccounts are reviewed,Partly,GOVERN 1.1,6/3/2026,Fails,6`
    const { id, rows } = await driver.bringIn(officer, change)
    expect(countsOf(rows)).toEqual({ update: 1 })
    expect(await first()).toMatchObject({
      ...{ title: 'accounts are reviewed', state: 'partly', testResult: 'fails' },
      requirementWords: ['GOVERN 1.1'],
    })
    expect((await first()).tests).toHaveLength(2)
    valueOf(await imports.undo(officer, { id }))
    expect(await first()).toMatchObject({
      ...{ title: 'Accounts are reviewed', state: 'in-place', testResult: 'works', testedOn: '2026-05-02' },
      requirementWords: ['GOVERN 6.1'],
    })
    // What was tested stays written down.
    expect((await first()).tests).toHaveLength(2)
  })

  it('is brought in only by those who keep controls for the whole practice', async () => {
    const { practice } = await start()
    const somewhere = await practice.actor('officer', [practice.siteA])
    const { rows } = await driver.check(somewhere, `${header}\nOne,Done,,,,`)
    expect(countsOf(rows)).toEqual({ error: 1 })
  })
})
