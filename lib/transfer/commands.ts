import { createHash } from 'node:crypto'
import { z } from 'zod'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { type Command, defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict } from '#lib/kernel/errors'
import type { ImportedKind } from '#lib/kernel/record'
import { enqueue } from '#lib/platform/jobs'
import * as batches from './batch.ts'
import { checkRows } from './check.ts'
import { completeMapping, guessMapping, type Mapping, mappingSchema } from './mapping.ts'
import { refuseNameless } from './nameless.ts'
import { type Progress, saveCheck, undoRows, writeRows } from './store.ts'
import { decideWords, wordsSchema } from './words.ts'

const oneBatch = z.object({ id: z.uuid() })
const longestMs = 15 * 60_000
const open: batches.BatchState[] = ['uploaded', 'checked']

/** The commands by which a register is filled from spreadsheets, in the order of their use. */
export interface ImportCommands {
  /** Keeps a file that can be read as a table, with a guess of what its columns are. */
  upload: Command<{ id: string }>
  /** Notes which column is which; what is kept comes back completed. */
  match: Command<{ mapping: Mapping }>
  /** The dry run, with what the words of option columns mean. */
  check: Command<{ id: string }>
  /** Hands the checked batch to the worker. */
  start: Command<{ id: string }>
  undo: Command<{ id: string }>
  discard: Command<{ id: string }>
  /** The worker's: writes the batch. `progress` is told how far it is and must not use the import's transaction. */
  apply: (progress: Progress) => Command<{ id: string }>
}

export function defineImportCommands<Row extends { id: string; version: number }, Where>(
  record: ImportedKind<Row, Where>,
): ImportCommands {
  const { kind, table, importPermission: permission } = record
  const batchFor = async (context: CommandContext, id: string) => {
    const batch = await batches.batchOf(context, kind, permission, id)
    return { ...batch, record: batches.batchRecord(id, batch.fileName), name: batches.quoted(batch.fileName) }
  }
  const openBatch = async (context: CommandContext, id: string) => {
    const batch = await batchFor(context, id)
    if (!open.some((state) => state === batch.state))
      throw conflict('This import is already under way or over.')
    return batch
  }

  const upload = defineCommand({
    name: `${kind}.import-upload`,
    permission,
    input: z.object({ fileName: z.string().trim().min(1).max(255), content: z.instanceof(Uint8Array) }),
    run: async (context, { fileName, content }) => {
      const { tx, actor, now } = context
      const sheet = await batches.readSheet(content, fileName)
      const id = newId(now.getTime())
      await tx.importBatch.create({
        data: {
          id,
          practiceId: actor.practiceId,
          kind,
          fileName,
          content: await batches.packed(content),
          state: 'uploaded',
          rowCount: sheet.rows.length,
          fileHash: createHash('sha256').update(content).digest('hex'),
          mapping: guessMapping(
            table,
            sheet,
            await rememberedMapping(context, kind, sheet),
            await record.import.lookups(tx, actor),
          ),
          createdById: actor.personId,
          createdAt: now,
        },
      })
      const rows = count(sheet.rows.length, 'row')
      return {
        value: { id },
        events: [
          {
            sentence: `Uploaded ${batches.quoted(fileName)} with ${rows} to bring in ${table.many}`,
            record: batches.batchRecord(id, fileName),
          },
        ],
      }
    },
    timeoutMs: longestMs,
  })

  const match = defineCommand({
    name: `${kind}.import-match`,
    permission,
    input: oneBatch.extend({ columns: mappingSchema.shape.columns, emptyClears: z.boolean() }),
    run: async (context, { id, columns, emptyClears }) => {
      const batch = await openBatch(context, id)
      refuseNameless(table, record.import, columns)
      const sheet = await batches.sheetOfBatch(context, id)
      const before = mappingSchema.safeParse(batch.mapping).data
      // What words mean was decided for a column; another column's words are guessed anew.
      const values = Object.fromEntries(
        Object.entries(before?.values ?? {}).filter(([key]) => before?.columns[key] === columns[key]),
      )
      const lookups = await record.import.lookups(context.tx, context.actor)
      const mapping = completeMapping(table, sheet, { columns, emptyClears, values }, lookups)
      await context.tx.importBatch.update({ where: { id }, data: { mapping } })
      const matched = count(Object.keys(mapping.columns).length, 'column')
      return {
        value: { mapping },
        events: [{ sentence: `Matched ${matched} of ${batch.name}`, record: batch.record }],
      }
    },
    timeoutMs: longestMs,
  })

  const check = defineCommand({
    name: `${kind}.import-check`,
    permission,
    input: oneBatch.extend({ words: wordsSchema.default({}) }),
    run: async (context, { id, words }) => {
      const batch = await openBatch(context, id)
      const sheet = await batches.sheetOfBatch(context, id)
      const lookups = await record.import.lookups(context.tx, context.actor)
      const matched = completeMapping(table, sheet, mappingSchema.parse(batch.mapping), lookups)
      const complete = decideWords(table, sheet, matched, words, lookups)
      const rows = checkRows(context, table, record.import, sheet, complete, lookups)
      const counts = await saveCheck(context, id, rows)
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
      await rememberMapping(context, kind, sheet, complete)
      return {
        value: { id },
        events: [
          {
            sentence: `Checked ${batch.name}: ${counts.create} new, ${counts.update} changed, ${counts.skip} the same, ${counts.error} with errors`,
            record: batch.record,
          },
        ],
      }
    },
    timeoutMs: longestMs,
  })

  const start = defineCommand({
    name: `${kind}.import-start`,
    permission,
    input: oneBatch,
    run: async (context, { id }) => {
      const { tx, actor, now } = context
      const batch = await batchFor(context, id)
      const { count: moved } = await tx.importBatch.updateMany({
        where: {
          id,
          // One that failed may be tried again; what was changed meanwhile is found when it is applied.
          state: { in: ['checked', 'failed'] },
          OR: [{ createCount: { gt: 0 } }, { updateCount: { gt: 0 } }],
        },
        data: { state: 'applying', progress: 0, message: null, heartbeatAt: now },
      })
      if (moved === 0) throw conflict('There is nothing to bring in, or it is already under way.')
      await enqueue(tx, 'import', {
        kind,
        batchId: id,
        practiceId: actor.practiceId,
        personId: actor.personId,
      })
      return {
        value: { id },
        events: [{ sentence: `Started to bring in ${batch.name}`, record: batch.record }],
      }
    },
  })

  const apply = (progress: Progress) =>
    defineCommand({
      name: `${kind}.import`,
      permission,
      input: oneBatch,
      run: async (context, { id }) => {
        // Two workers, or a second try beside a slow first one, must not both write.
        await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`
        const batch = await batchFor(context, id)
        if (batch.state !== 'applying') throw conflict('This import is not waiting to be applied.')
        const deed = { action: `${kind}.import`, cause: `by import of ${batch.name}` }
        const { created, updated } = await writeRows(context, record, id, deed, progress)
        await context.tx.importBatch.update({
          where: { id },
          data: { state: 'applied', appliedAt: context.now, progress: created + updated },
        })
        return {
          value: { id },
          events: [
            {
              sentence: `Brought in ${batch.name}: ${created} new, ${updated} changed`,
              record: batch.record,
            },
          ],
        }
      },
      timeoutMs: longestMs,
    })

  const undo = defineCommand({
    name: `${kind}.import-undo`,
    permission,
    input: oneBatch,
    run: async (context, { id }) => {
      const batch = await batchFor(context, id)
      const { count: moved } = await context.tx.importBatch.updateMany({
        where: { id, state: 'applied' },
        data: { state: 'undone', undoneAt: context.now },
      })
      if (moved === 0 || !batch.appliedAt) throw conflict('Only an import that was brought in can be undone.')
      if (context.now > batches.undoUntil(batch.appliedAt))
        throw conflict(`An import can be undone for ${batches.undoDays} days.`)
      const cause = `by undoing the import of ${batch.name}`
      await undoRows(context, record, id, { action: `${kind}.import-undo`, cause })
      return {
        value: { id },
        events: [{ sentence: `Undid the import of ${batch.name}`, record: batch.record }],
      }
    },
    timeoutMs: longestMs,
  })

  const discard = defineCommand({
    name: `${kind}.import-discard`,
    permission,
    input: oneBatch,
    run: async (context, { id }) => {
      const batch = await batchFor(context, id)
      const { count: moved } = await context.tx.importBatch.updateMany({
        where: { id, state: { in: [...open, 'failed'] } },
        data: { state: 'discarded', content: null },
      })
      if (moved === 0) throw conflict('Only an import that was not brought in can be thrown away.')
      await context.tx.importRow.deleteMany({ where: { batchId: id } })
      return {
        value: { id },
        events: [{ sentence: `Threw away the upload ${batch.name}`, record: batch.record }],
      }
    },
  })

  return { upload, match, check, start, undo, discard, apply }
}

type Sheet = Parameters<typeof batches.headerHash>[0]

/** What somebody here confirmed for the same column names last time. */
async function rememberedMapping({ tx, actor }: CommandContext, kind: string, sheet: Sheet) {
  const { practiceId } = actor
  const saved = await tx.importMapping.findUnique({
    where: { practiceId_kind_headerHash: { practiceId, kind, headerHash: batches.headerHash(sheet) } },
    select: { mapping: true },
  })
  return mappingSchema.safeParse(saved?.mapping).data ?? null
}

async function rememberMapping(
  { tx, actor, now }: CommandContext,
  kind: string,
  sheet: Sheet,
  mapping: Mapping,
): Promise<void> {
  const { practiceId } = actor
  const hash = batches.headerHash(sheet)
  await tx.importMapping.upsert({
    where: { practiceId_kind_headerHash: { practiceId, kind, headerHash: hash } },
    create: { practiceId, kind, headerHash: hash, mapping, updatedAt: now },
    update: { mapping, updatedAt: now },
  })
}
