import { createHash } from 'node:crypto'
import { z } from 'zod'
import { count } from '#lib/base/text'
import { enqueue } from '#lib/platform/jobs'
import { newId } from '#lib/base/ids'
import { type Command, type CommandContext, defineCommand } from '../command.ts'
import { conflict, invalid } from '../errors.ts'
import type { RecordKind } from '../record.ts'
import { type CheckedRow, checkRows } from './check.ts'
import { completeMapping, guessMapping, type Mapping, mappingSchema } from './mapping.ts'
import { readTable } from '#lib/base/spreadsheet/read-table'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { batchOf, type Progress, saveCheck, undoDays, undoRows, writeRows } from './store.ts'

const oneBatch = z.object({ id: z.uuid() })
const longest = 10 * 60_000

/** Where to report how many rows an import has written; must not use the import's own transaction. */
export type ReportProgress = (batchId: string, practiceId: string, rows: number) => Promise<void>

export interface ImportCommands {
  upload: Command<{ id: string }>
  check: Command<{ id: string }>
  start: Command<{ id: string }>
  undo: Command<{ id: string }>
  discard: Command<{ id: string }>
  apply: (report: ReportProgress) => Command<{ id: string }>
}

function headerHash(sheet: SheetTable): string {
  return createHash('sha256')
    .update(JSON.stringify(sheet.headers.map((header) => header.name)))
    .digest('hex')
}

/** The uploaded file as a table again. */
export async function sheetOf(content: Uint8Array | null, fileName: string): Promise<SheetTable> {
  if (!content) throw conflict('The file is no longer kept. Upload it again.')
  const read = await readTable(content, fileName)
  if (!read.ok) throw invalid(read.message)
  return read.table
}

/** The commands by which a register is filled from spreadsheets. */
export function defineImportCommands<Row extends { id: string; version: number }, Where>(
  record: RecordKind<Row, Where>,
): ImportCommands {
  const { kind, table } = record
  const permission = record.importPermission
  const batchRecord = (id: string, fileName: string) => ({ kind: 'import', id, label: fileName })

  const upload = defineCommand({
    name: `${kind}.import-upload`,
    permission,
    input: z.object({ fileName: z.string().trim().min(1).max(255), content: z.instanceof(Uint8Array) }),
    run: async ({ tx, actor, now }, { fileName, content }) => {
      const sheet = await sheetOf(content, fileName)
      const saved = await tx.importMapping.findUnique({
        where: {
          practiceId_kind_headerHash: { practiceId: actor.practiceId, kind, headerHash: headerHash(sheet) },
        },
        select: { mapping: true },
      })
      const known = mappingSchema.safeParse(saved?.mapping)
      const id = newId(now.getTime())
      await tx.importBatch.create({
        data: {
          id,
          practiceId: actor.practiceId,
          kind,
          fileName,
          content: Uint8Array.from(content),
          state: 'uploaded',
          rowCount: sheet.rows.length,
          fileHash: createHash('sha256').update(content).digest('hex'),
          mapping: guessMapping(table, sheet, known.success ? known.data : null),
          createdById: actor.personId,
          createdAt: now,
        },
      })
      return {
        value: { id },
        events: [
          {
            sentence: `Uploaded ${fileName} with ${count(sheet.rows.length, 'row')} to bring in ${table.many}`,
            record: batchRecord(id, fileName),
          },
        ],
      }
    },
    timeoutMs: longest,
  })

  const check = defineCommand({
    name: `${kind}.import-check`,
    permission,
    input: oneBatch.extend({ mapping: mappingSchema }),
    run: async (context, { id, mapping }) => {
      const batch = await batchOf(context, kind, id)
      if (batch.state !== 'uploaded' && batch.state !== 'checked')
        throw conflict('This import is already under way or over.')
      const sheet = await sheetOf(batch.content, batch.fileName)
      const complete = completeMapping(table, sheet, withKnownFields(record, sheet, mapping))
      const rows = await checkRows(context, table, record.import, sheet, complete)
      await saveCheck(context, id, rows)
      const counts = countActions(rows)
      await context.tx.importBatch.update({
        where: { id },
        data: {
          state: 'checked',
          mapping: complete,
          createCount: counts.create,
          updateCount: counts.update,
          skipCount: counts.skip,
          errorCount: counts.error,
        },
      })
      await rememberMapping(context, kind, headerHash(sheet), complete)
      return {
        value: { id },
        events: [
          {
            sentence: `Checked ${batch.fileName}: ${counts.create} new, ${counts.update} changed, ${counts.skip} the same, ${counts.error} with errors`,
            record: batchRecord(id, batch.fileName),
          },
        ],
      }
    },
    timeoutMs: longest,
  })

  const start = defineCommand({
    name: `${kind}.import-start`,
    permission,
    input: oneBatch,
    run: async (context, { id }) => {
      const batch = await batchOf(context, kind, id)
      const { count: moved } = await context.tx.importBatch.updateMany({
        where: { id, state: 'checked', OR: [{ createCount: { gt: 0 } }, { updateCount: { gt: 0 } }] },
        data: { state: 'applying', progress: 0, message: null, heartbeatAt: context.now },
      })
      if (moved === 0) throw conflict('There is nothing to bring in, or it is already under way.')
      await enqueue(context.tx, 'import', {
        kind,
        batchId: id,
        practiceId: context.actor.practiceId,
        personId: context.actor.personId,
      })
      return {
        value: { id },
        events: [
          { sentence: `Started to bring in ${batch.fileName}`, record: batchRecord(id, batch.fileName) },
        ],
      }
    },
  })

  const apply = (report: ReportProgress) =>
    defineCommand({
      name: `${kind}.import`,
      permission,
      input: oneBatch,
      run: async (context, { id }) => {
        // Two workers, or a retry beside a slow first try, must not both write.
        await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${id}))`
        const batch = await batchOf(context, kind, id)
        if (batch.state !== 'applying') throw conflict('This import is not waiting to be applied.')
        const progress: Progress = (rows) => report(id, context.actor.practiceId, rows)
        const { events, due, created, updated } = await writeRows(context, record, id, progress)
        await context.tx.importBatch.update({
          where: { id },
          data: { state: 'applied', appliedAt: context.now, progress: created + updated },
        })
        return {
          value: { id },
          events: [
            {
              sentence: `Brought in ${batch.fileName}: ${created} new, ${updated} changed`,
              record: batchRecord(id, batch.fileName),
            },
            ...events,
          ],
          due,
        }
      },
      timeoutMs: longest,
    })

  const undo = defineCommand({
    name: `${kind}.import-undo`,
    permission,
    input: oneBatch,
    run: async (context, { id }) => {
      const batch = await batchOf(context, kind, id)
      const { count: moved } = await context.tx.importBatch.updateMany({
        where: { id, state: 'applied' },
        data: { state: 'undone', undoneAt: context.now },
      })
      if (moved === 0) throw conflict('Only an import that was brought in can be undone.')
      const until = (batch.appliedAt?.getTime() ?? 0) + undoDays * 86_400_000
      if (context.now.getTime() > until) throw conflict(`An import can be undone for ${undoDays} days.`)
      const { events, due } = await undoRows(context, record, id)
      return {
        value: { id },
        events: [
          { sentence: `Undid the import of ${batch.fileName}`, record: batchRecord(id, batch.fileName) },
          ...events,
        ],
        due,
      }
    },
    timeoutMs: longest,
  })

  const discard = defineCommand({
    name: `${kind}.import-discard`,
    permission,
    input: oneBatch,
    run: async (context, { id }) => {
      const batch = await batchOf(context, kind, id)
      const { count: moved } = await context.tx.importBatch.updateMany({
        where: { id, state: { in: ['uploaded', 'checked', 'failed'] } },
        data: { state: 'discarded', content: null },
      })
      if (moved === 0) throw conflict('Only an import that was not brought in can be thrown away.')
      await context.tx.importRow.deleteMany({ where: { batchId: id } })
      return {
        value: { id },
        events: [
          { sentence: `Threw away the upload ${batch.fileName}`, record: batchRecord(id, batch.fileName) },
        ],
      }
    },
  })

  return { upload, check, start, undo, discard, apply }
}

/** Drops what does not exist: fields the register lost, columns the file does not have. */
function withKnownFields<Row extends { id: string; version: number }, Where>(
  record: RecordKind<Row, Where>,
  sheet: SheetTable,
  mapping: Mapping,
): Mapping {
  const known = Object.entries(mapping.columns).filter(
    ([key, index]) =>
      Object.hasOwn(record.table.fields, key) && sheet.headers.some((header) => header.index === index),
  )
  return { ...mapping, columns: Object.fromEntries(known) }
}

function countActions(rows: readonly CheckedRow[]): Record<CheckedRow['action'], number> {
  const counts = { create: 0, update: 0, skip: 0, error: 0 }
  for (const row of rows) counts[row.action] += 1
  return counts
}

async function rememberMapping(
  { tx, actor, now }: CommandContext,
  kind: string,
  hash: string,
  mapping: Mapping,
): Promise<void> {
  const { practiceId } = actor
  await tx.importMapping.upsert({
    where: { practiceId_kind_headerHash: { practiceId, kind, headerHash: hash } },
    create: { practiceId, kind, headerHash: hash, mapping, updatedAt: now },
    update: { mapping, updatedAt: now },
  })
}
