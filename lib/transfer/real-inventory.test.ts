import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import { readTable } from '#lib/base/spreadsheet/read-table'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { guessColumns } from './match-columns.ts'

async function read(bytes: Uint8Array): Promise<SheetTable> {
  const result = await readTable(bytes, 'inventory.csv')
  if (!result.ok) throw new Error(result.message)
  return result.table
}

const countBy = (table: SheetTable, index: number) => {
  const counts: Record<string, number> = {}
  for (const { cells } of table.rows) counts[cells[index] ?? ''] = (counts[cells[index] ?? ''] ?? 0) + 1
  return counts
}

describe('an inventory with the quirks of the federal one', () => {
  const headers = [
    'Use Case Name',
    'Stage of Development',
    '"Is it rights-impacting, safety-impacting, both, or neither?"',
    '"If Other, please explain."',
    'Was it developed in-house? ',
    '"If Other, please explain."',
    'Describe the system\x92s outputs.',
    '"If Other,  please explain. "',
  ]
  const rows = [
    'Front desk calls,Operation and Maintenance,Neither,,In-house ,,\x93Summaries\x94 \x96 one per call,',
    '"Dictation, ambient",Initiated,"Both\r\n","Line one\n\nline two, with ""quotes""",Contract,\xa0,Notes\xa0,x',
    'Triage of messages,Operation and Maintenance ,Neither,,,,,',
  ]
  const bytes = Buffer.from(`${[headers.join(','), ...rows].join('\r\n')}\r\n`, 'latin1')

  it('is read with every cell as it stands and every column told apart', async () => {
    const table = await read(bytes)
    expect([table.encoding, table.delimiter, table.notices]).toEqual(['windows-1252', ',', []])
    expect(table.headers.map(({ label }) => label)).toEqual([
      'Use Case Name',
      'Stage of Development',
      'Is it rights-impacting, safety-impacting, both, or neither?',
      'If Other, please explain. (column 4)',
      'Was it developed in-house?',
      'If Other, please explain. (column 6)',
      'Describe the system’s outputs.',
      'If Other, please explain. (column 8)',
    ])
    expect(table.rows).toEqual([
      {
        line: 2,
        cells: [
          'Front desk calls',
          'Operation and Maintenance',
          'Neither',
          '',
          'In-house ',
          '',
          '“Summaries” – one per call',
          '',
        ],
      },
      {
        line: 3,
        cells: [
          'Dictation, ambient',
          'Initiated',
          'Both\r\n',
          'Line one\n\nline two, with "quotes"',
          'Contract',
          '\u00a0',
          'Notes\u00a0',
          'x',
        ],
      },
      { line: 4, cells: ['Triage of messages', 'Operation and Maintenance ', 'Neither', '', '', '', '', ''] },
    ])
  })
})

const folder = env.PLUMBLINE_DATA_SAMPLES ?? resolve(import.meta.dirname, '../../../shared/data')
const file = join(folder, 'federal-ai-inventory-2024-hhs-va.csv')
const here = existsSync(file)

describe('the federal inventory of 2024', () => {
  it.skipIf(!here)(`is read whole${here ? '' : ' (left out: the file is not here)'}`, async () => {
    const table = await read(readFileSync(file))
    expect([table.encoding, table.delimiter, table.notices]).toEqual(['windows-1252', ',', []])
    expect(table.headers).toHaveLength(62)
    expect(new Set(table.headers.map(({ label }) => label)).size).toBe(62)
    expect(table.rows).toHaveLength(500)
    expect(table.rows.at(-1)?.line).toBe(501)
    expect(table.rows.every(({ cells }) => cells.length === 62)).toBe(true)
    expect(countBy(table, 9)).toEqual({
      'Operation and Maintenance': 235,
      'Acquisition and/or Development': 110,
      Initiated: 86,
      'Implementation and Assessment': 52,
      Retired: 17,
    })
    expect(
      table.headers.filter(({ label }) => label.startsWith('If Other, please explain. (column ')),
    ).toHaveLength(9)
    const fields = [
      { key: 'name', label: 'Name', aliases: ['Use case name'] },
      { key: 'stage', label: 'Stage', aliases: ['Stage of development'] },
      { key: 'note', label: 'If other, please explain', aliases: [] },
    ]
    expect(guessColumns(table.headers, fields)).toEqual({ name: 0, stage: 9, note: null })
  })
})
