import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { defineExport } from '#lib/transfer/export'
import { listPeople } from './queries.ts'
import { personRecord } from './record.ts'
import { personTable } from './table.ts'

const database = useTestDatabase()
const imports = defineImportCommands(personRecord)
const driver = importDriver(imports, () => database.owner)

let practice: TestPractice
let officer: Actor

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})

const staffList = [
  'Employee,Work email,Position,Employee ID,Locations,Hire date,Termination date,Roles',
  '"Ellis, Dana",Dana@Example.org,Nurse,7,Downtown; Northside,3/1/2024,,Compliance officer',
  '"Ortiz, Sam",,Front desk,8,downtown,,,',
  '"Lee, Kim",kim@example.org,Biller,9,,1/2/2020,6/30/2025,',
].join('\r\n')

const people = async () =>
  (await listPeople(officer, parseListState(personTable, { standing: 'works,left' }))).rows.filter(
    ({ id }) => id !== officer.personId,
  )

describe('a staff list from payroll', () => {
  it('may have first and last name in two columns', async () => {
    const list =
      'Employee ID,Last Name,First Name,Job Title\r\n7,Ellis,Dana,Nurse\r\n8,Ortiz,Sam,\r\n9,,,Biller'
    const { rows } = await driver.bringIn(officer, list)
    expect(rows.map(({ line, action, reason }) => [line, action, reason])).toEqual([
      [2, 'create', ''],
      [3, 'create', ''],
      [4, 'error', 'Name is missing.'],
    ])
    expect(await people()).toMatchObject([{ name: 'Dana Ellis', staffNumber: '7' }, { name: 'Sam Ortiz' }])
  })

  it('is read by its own headers, brings in people without roles, and adds nobody the second time', async () => {
    const { rows } = await driver.bringIn(officer, staffList, { fileName: 'staff.csv' })
    expect(countsOf(rows)).toEqual({ create: 3 })
    expect(await people()).toMatchObject([
      {
        name: 'Dana Ellis',
        email: 'dana@example.org',
        jobTitle: 'Nurse',
        staffNumber: '7',
        startedOn: '2024-03-01',
        sites: [{ name: 'Downtown' }, { name: 'Northside' }],
        roles: [],
        active: true,
      },
      { name: 'Kim Lee', leftOn: '2025-06-30', active: false, sites: [] },
      { name: 'Sam Ortiz', email: '', sites: [{ name: 'Downtown' }] },
    ])
    const again = await driver.bringIn(officer, staffList, { fileName: 'staff.csv' })
    expect(countsOf(again.rows)).not.toHaveProperty('create')
    expect((await people()).map(({ name, leftOn }) => [name, leftOn])).toEqual([
      ['Dana Ellis', null],
      ['Kim Lee', '2025-06-30'],
      ['Sam Ortiz', null],
    ])
  })

  it('says per row what cannot be taken', async () => {
    const { rows } = await driver.check(
      officer,
      [
        'Name,E-mail,Sites,Started on,Left on',
        'Dana Ellis,dana(at)example.org,,,',
        'Sam Ortiz,,Uptown,,',
        'Kim Lee,,,2025-02-01,2025-01-01',
        ',nobody@example.org,,,',
        'Jo Park,jo@example.org,,,',
        'Joanne Park,JO@example.org,,,',
      ].join('\n'),
      { fileName: 'staff.csv' },
    )
    expect(rows.map(({ line, action, reason }) => [line, action, reason])).toEqual([
      [2, 'error', 'E-mail: Write an address such as dana@example.org.'],
      [3, 'error', 'Sites: There is no site called “Uptown”. The sites are Downtown and Northside.'],
      [4, 'error', 'Left on: Jan 1, 2025 is before the first day, Feb 1, 2025.'],
      [5, 'error', 'Name is missing.'],
      [6, 'create', ''],
      [7, 'error', 'Row 6 is about the same person.'],
    ])
  })
})

describe('an export of the directory', () => {
  it('brought in again changes nothing, those who left included, and can be undone like any list', async () => {
    await driver.bringIn(officer, staffList, { fileName: 'staff.csv' })
    const choice = { format: 'csv', everything: true } as const
    const { stream } = valueOf(
      await defineExport(personRecord).open(officer, { standing: 'works,left' }, choice),
    )
    const file = await new Response(stream).text()
    expect(file.split('\r\n')[0]).toContain('Roles')
    const { rows } = await driver.check(officer, file, { fileName: 'people.csv' })
    expect(countsOf(rows)).toEqual({ skip: 4 })
  })

  it('undone, the people it added are gone from the list and their addresses are free', async () => {
    const { id } = await driver.bringIn(officer, staffList, { fileName: 'staff.csv' })
    valueOf(await imports.undo(officer, { id }))
    expect(await people()).toEqual([])
    const { rows } = await driver.bringIn(officer, staffList, { fileName: 'staff.csv' })
    expect(countsOf(rows)).toEqual({ create: 3 })
  })
})
