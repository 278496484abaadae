import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { shorten, squeeze } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import type { ImportedKind } from '#lib/kernel/record'
import { read } from '#lib/platform/db'
import * as batches from './batch.ts'
import { importable, mappingSchema } from './mapping.ts'
import { changedSince, type Reader } from './store.ts'
import { heldBack, type WordList, wordLists } from './words.ts'

/** A column of the file, with the first texts in it. */
export interface FileColumn {
  index: number
  label: string
  samples: string[]
}

/** A field of ours that a column can fill. */
export interface TargetField {
  key: string
  label: string
  hint: string
  required: boolean
  /** Seldom filled from a file; shown apart. */
  seldom: boolean
  column: number | null
}

export interface ColumnsView {
  fileName: string
  rowCount: number
  notices: readonly string[]
  columns: FileColumn[]
  fields: TargetField[]
  emptyClears: boolean
}

export interface WordsView {
  lists: WordList[]
  /** How many rows stay out until how many words are decided. */
  held: { rows: number; words: number }
}

export interface UndoView {
  fileName: string
  created: number
  updated: number
  until: Date
  /** Labels of records that were changed since: they stand in the way. */
  changed: string[]
}

/** What the screens of a register's import show. Null: no such upload, not the actor's, or past that step. */
export interface ImportViews {
  columns: (actor: Actor, id: string) => Promise<ColumnsView | null>
  words: (actor: Actor, id: string) => Promise<WordsView | null>
  undo: (actor: Actor, id: string) => Promise<UndoView | null>
}

const shownSamples = 3

export function defineImportViews<Row extends { id: string; version: number }, Where>(
  record: ImportedKind<Row, Where>,
): ImportViews {
  const { table, kind, importPermission: permission } = record

  const inBatch = <Value>(
    actor: Actor,
    id: string,
    states: readonly string[],
    show: (reader: Reader, batch: Awaited<ReturnType<typeof batches.batchOf>>) => Promise<Value>,
  ): Promise<Value | null> => {
    if (!can(actor, permission)) return Promise.resolve(null)
    return read(actor, async (tx) => {
      const batch = await batches.findBatch({ tx, actor }, kind, permission, id)
      return batch && states.includes(batch.state) ? show({ tx, actor }, batch) : null
    })
  }

  return {
    columns: (actor, id) =>
      inBatch(actor, id, ['uploaded', 'checked'], async (reader, { mapping, fileName, rowCount }) => {
        const sheet = await batches.sheetOfBatch(reader, id)
        const { columns, emptyClears } = mappingSchema.parse(mapping)
        return {
          fileName,
          rowCount,
          notices: sheet.notices,
          columns: fileColumns(sheet),
          fields: importable(table).map(([key, field]) => ({
            key,
            label: field.label,
            hint: field.import?.hint ?? '',
            required: field.import?.required ?? false,
            seldom: field.column === 'file',
            column: columns[key] ?? null,
          })),
          emptyClears,
        }
      }),
    words: (actor, id) =>
      inBatch(actor, id, ['uploaded', 'checked'], async (reader, { mapping }) => {
        const sheet = await batches.sheetOfBatch(reader, id)
        const lookups = await record.import.lookups(reader.tx, actor)
        const lists = wordLists(table, sheet, mappingSchema.parse(mapping), lookups)
        return { lists, held: heldBack(table, sheet, lists) }
      }),
    undo: (actor, id) =>
      inBatch(actor, id, ['applied'], async (reader, batch) => ({
        fileName: batch.fileName,
        created: batch.createCount,
        updated: batch.updateCount,
        until: batches.undoUntil(batch.appliedAt ?? batch.createdAt),
        changed: await changedSince(reader, record, id),
      })),
  }
}

function fileColumns(sheet: SheetTable): FileColumn[] {
  return sheet.headers.map(({ index, label }) => {
    const samples = new Set<string>()
    for (const { cells } of sheet.rows) {
      const text = shorten(squeeze(cells[index] ?? ''), 80)
      if (text !== '') samples.add(text)
      if (samples.size === shownSamples) break
    }
    return { index, label, samples: [...samples] }
  })
}
