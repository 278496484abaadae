import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { squeeze } from '#lib/base/text'
import { clean, type OwnRow } from './own-rows.ts'

/** A sheet as it is kept between upload and import. */
export type KeptSheet = {
  headers: { index: number; label: string }[]
  rows: { line: number; cells: string[] }[]
}

export const fieldsOfSheet = ['code', 'title', 'text', 'group'] as const
export type SheetField = (typeof fieldsOfSheet)[number]
export type SheetColumns = Record<SheetField, number | null>

/** What columns are called elsewhere, best first. */
const called: Readonly<Record<SheetField, readonly string[]>> = {
  code: [
    'id',
    'requirement id',
    'control id',
    'unique id',
    'reference',
    'control reference',
    'baseline unique id',
    'control number',
    'number',
    'identifier',
    'code',
    'ref',
  ],
  title: [
    'title',
    'name',
    'requirement title',
    'control name',
    'control title',
    'requirement name',
    'requirement',
    'control',
  ],
  text: [
    'text',
    'description',
    'requirement statement',
    'statement',
    'control text',
    'control description',
    'requirement text',
    'specification',
    'control specification',
    'discussion',
  ],
  group: [
    'group',
    'domain',
    'category',
    'family',
    'control family',
    'control category',
    'section',
    'assessment domain',
    'function',
    'theme',
    'chapter',
    'area',
  ],
}

const plain = (text: string) =>
  squeeze(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Which column is which, by its name; a column is used once. Without a title the text stands in for it. */
export function guessColumns(headers: readonly { index: number; label: string }[]): SheetColumns {
  const found: SheetColumns = { code: null, title: null, text: null, group: null }
  const used = new Set<number>()
  const take = (field: SheetField, fits: (name: string, wanted: string) => boolean) => {
    if (found[field] !== null) return
    for (const wanted of called[field]) {
      const header = headers.find(({ index, label }) => !used.has(index) && fits(plain(label), wanted))
      if (!header) continue
      found[field] = header.index
      used.add(header.index)
      return
    }
  }
  for (const field of fieldsOfSheet) take(field, (name, wanted) => name === wanted)
  for (const field of fieldsOfSheet)
    take(field, (name, wanted) => wanted.length > 3 && name.split(' ').includes(wanted))
  if (found.title === null && found.text !== null) {
    found.title = found.text
    found.text = null
  }
  return found
}

/** The part of a read sheet that is kept. */
export function keptSheet({ headers, rows }: SheetTable): KeptSheet {
  return {
    headers: headers.map(({ index, label }) => ({ index, label: clean(label) })),
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(clean) })),
  }
}

/** The requirements of a sheet. Rows in which nothing of it stands are left out. */
export function rowsOfSheet({ rows }: KeptSheet, columns: SheetColumns): OwnRow[] {
  const cell = (cells: readonly string[], at: number | null) => (at === null ? '' : (cells[at] ?? ''))
  return rows.flatMap(({ line, cells }) => {
    const row = {
      code: squeeze(cell(cells, columns.code)),
      group: squeeze(cell(cells, columns.group)).slice(0, 300),
      title: squeeze(cell(cells, columns.title)),
      text: cell(cells, columns.text),
      where: `row ${line}`,
    }
    return row.code || row.title ? [row] : []
  })
}
