import { expect, it } from 'vitest'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { fullName, withFullNames } from './full-names.ts'

const sheet = (headers: readonly string[], ...rows: string[][]): SheetTable => ({
  format: 'csv',
  headers: headers.map((name, index) => ({ index, name, label: name })),
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  notices: [],
})

it.each([
  ['Last Name', 'First Name'],
  ['surname', 'GIVEN_NAME'],
  ['Family name', 'first'],
])('brings names from two columns together: %s and %s', (family, given) => {
  const found = withFullNames(sheet([family, given, 'Title'], ['Okafor', ' Dana  M.', 'Nurse'], ['Lee', '']))
  expect(found.headers.at(-1)).toEqual({ index: 3, name: fullName, label: fullName })
  expect(found.rows).toEqual([
    { line: 2, cells: ['Okafor', ' Dana  M.', 'Nurse', 'Dana M. Okafor'] },
    { line: 3, cells: ['Lee', '', '', 'Lee'] },
  ])
})

it('makes the column anew when the table comes back with it', () => {
  const again = sheet(['First name', 'Last name', fullName], ['Dana', 'Lee', 'Dana Okafor'])
  expect(withFullNames(again)).toEqual(
    sheet(['First name', 'Last name', fullName], ['Dana', 'Lee', 'Dana Lee']),
  )
})

it('leaves every other table as it is', () => {
  const plain = sheet(['Name', 'Last reviewed', 'First use'], ['Scribe', '', ''])
  expect(withFullNames(plain)).toBe(plain)
  expect(withFullNames(sheet(['First name', 'Title']))).toEqual(sheet(['First name', 'Title']))
})
