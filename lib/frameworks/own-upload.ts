import { createHash } from 'node:crypto'
import { z } from 'zod'
import { addDays, dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { readTable } from '#lib/base/spreadsheet/read-table'
import { count, shorten } from '#lib/base/text'
import { type Actor, canAt, requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { invalid, notFound } from '#lib/kernel/errors'
import { read, type Tx } from '#lib/platform/db'
import { FrameworkFileError, OWN_LIMITS, type OwnRow, problemsOf } from './own-rows.ts'
import { type KeptCatalog, looksLikeJson, readOscal } from './read-oscal.ts'
import { guessColumns, type KeptSheet, keptSheet, rowsOfSheet, type SheetColumns } from './read-sheet.ts'
import { discardInput, uploadInput } from './schema.ts'

const keptDays = 14

const rowSchema = z.object({
  code: z.string(),
  group: z.string(),
  title: z.string(),
  text: z.string(),
  where: z.string(),
})
const catalogSchema = z.object({
  title: z.string(),
  version: z.string(),
  publisher: z.string(),
  rows: z.array(rowSchema),
  withdrawn: z.number(),
}) satisfies z.ZodType<KeptCatalog>
const sheetSchema = z.object({
  headers: z.array(z.object({ index: z.number(), label: z.string() })),
  rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
}) satisfies z.ZodType<KeptSheet>

type Content = { source: 'oscal'; content: KeptCatalog } | { source: 'sheet'; content: KeptSheet }

async function readFile(bytes: Uint8Array, fileName: string): Promise<Content> {
  if (looksLikeJson(bytes)) return { source: 'oscal', content: readOscal(bytes) }
  const table = await readTable(bytes, fileName, {
    bytes: OWN_LIMITS.bytes,
    rows: OWN_LIMITS.requirements,
    columns: 200,
  })
  if (!table.ok) throw invalid(table.message)
  return { source: 'sheet', content: keptSheet(table.table) }
}

/** Keeps a file of a framework until somebody says what becomes of it. It is read here, so that it is refused at once. */
export const uploadFramework = defineCommand({
  name: 'framework.upload',
  permission: 'framework.import',
  input: uploadInput,
  run: async ({ tx, actor, now, today }, { fileName, content }) => {
    requireAt(actor, 'framework.import', [])
    const name = `“${shorten(fileName, 80)}”`
    let found: Content
    try {
      found = await readFile(content, fileName)
    } catch (error) {
      if (!(error instanceof FrameworkFileError)) throw error
      throw invalid(`${name} cannot be read. ${error.message}`)
    }
    const old = dateOf(addDays(today, -keptDays))
    await tx.ownFrameworkUpload.deleteMany({ where: { createdAt: { lt: old } } })
    const id = newId(now.getTime())
    const sha256 = createHash('sha256').update(content).digest('hex')
    await tx.ownFrameworkUpload.create({
      data: {
        ...{ id, practiceId: actor.practiceId, personId: actor.personId, fileName, sha256 },
        ...{ source: found.source, content: found.content, createdAt: now },
      },
    })
    return {
      value: { id },
      events: [
        {
          sentence: `Uploaded ${name} with ${count(found.content.rows.length, 'row')} to bring in a framework`,
          record: { kind: 'practice', id: actor.practiceId, label: actor.practiceName },
        },
      ],
    }
  },
  timeoutMs: 60_000,
})

/** Throws an uploaded file away. Only whoever uploaded it finds it. */
export const discardUpload = defineCommand({
  name: 'framework.discard',
  permission: 'framework.import',
  input: discardInput,
  run: async ({ tx, actor }, { upload }) => {
    const found = await uploadOf(tx, actor, upload)
    if (!found) throw notFound()
    await tx.ownFrameworkUpload.deleteMany({ where: { id: upload } })
    return {
      value: { upload },
      events: [
        {
          sentence: `Threw away the uploaded “${shorten(found.fileName, 80)}”`,
          record: { kind: 'practice', id: actor.practiceId, label: actor.practiceName },
        },
      ],
    }
  },
})

/** An uploaded file with the requirements that it gives. */
export interface ReadUpload {
  id: string
  fileName: string
  sha256: string
  source: 'oscal' | 'sheet'
  name: string
  edition: string
  publisher: string
  rows: OwnRow[]
  problems: string[]
  /** Of a sheet: its columns, and which of them is which. */
  headers: { index: number; label: string }[]
  columns: SheetColumns
  withdrawn: number
}

const noColumns: SheetColumns = { code: null, title: null, text: null, group: null }

/** The upload of whoever asks; null when there is none. `chosen`: which column is which, when somebody has said. */
export async function uploadOf(
  tx: Tx,
  actor: Actor,
  id: string,
  chosen?: SheetColumns,
): Promise<ReadUpload | null> {
  if (!canAt(actor, 'framework.import', [])) return null
  const found = await tx.ownFrameworkUpload.findFirst({ where: { id, personId: actor.personId } })
  if (!found) return null
  const { fileName, sha256 } = found
  const base = { id, fileName, sha256 }
  if (found.source === 'oscal') {
    const { title, version, publisher, rows, withdrawn } = catalogSchema.parse(found.content)
    return {
      ...{ ...base, source: 'oscal', name: title || nameOf(fileName), edition: version, publisher },
      ...{ rows, problems: problemsOf(rows), headers: [], columns: noColumns, withdrawn },
    }
  }
  const sheet = sheetSchema.parse(found.content)
  const columns = chosen ?? guessColumns(sheet.headers)
  const missing = [
    ...(columns.code === null ? ['Choose the column with the ids.'] : []),
    ...(columns.title === null ? ['Choose the column with the titles.'] : []),
  ]
  const rows = missing.length > 0 ? [] : rowsOfSheet(sheet, columns)
  return {
    ...{ ...base, source: 'sheet', name: nameOf(fileName), edition: '', publisher: '' },
    ...{ rows, problems: missing.length > 0 ? missing : problemsOf(rows) },
    ...{ headers: sheet.headers, columns, withdrawn: 0 },
  }
}

const nameOf = (fileName: string) =>
  fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .slice(0, 200)

/** `uploadOf` in a transaction of its own. */
export function getUpload(actor: Actor, id: string, chosen?: SheetColumns): Promise<ReadUpload | null> {
  return read(actor, (tx) => uploadOf(tx, actor, id, chosen))
}
