import { z } from 'zod'
import { sizeInWords } from '#lib/base/bytes'
import { dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { type Command, defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import type { Bearer } from '#lib/kernel/record'
import { evidenceKind, renewals } from '#lib/kernel/renewals'
import { CheckedFile } from './checked-file.ts'
import { fileTypes } from './file-types.ts'
import { type Bearers, bearerOf, type FileOnRecord, findFile, mostFiles } from './queries.ts'
import { fileFacts, withdrawInput } from './schema.ts'
import { storeContent } from './store.ts'

/** Long enough for the largest file that can be allowed. */
const STORE_MS = 5 * 60_000

const onRecord = z.object({ kind: z.string(), recordId: z.uuid() })
const addInput = fileFacts.extend({ ...onRecord.shape, file: z.instanceof(CheckedFile) })

export interface EvidenceCommands {
  /** Keeps a file that was checked. */
  add: Command<{ id: string }>
  withdraw: Command<{ record: RecordRef }>
  /** Notes that somebody is about to get the contents; gives what is needed to read them. */
  open: Command<FileOnRecord>
  /** Notes that a file was refused because the virus scanner found something. */
  noteInfected: Command<null>
  /** Notes that contents are not as they were stored. */
  noteDamage: Command<null>
}

export function defineCommands(bearers: Bearers): EvidenceCommands {
  const recordFor = async ({ tx, actor }: CommandContext, kind: string, id: string) => {
    const bearer = await bearerOf(bearers, tx, actor, kind, id)
    if (!bearer) throw notFound()
    return { bearer, ref: { kind, id, label: bearer.label } }
  }
  const fileFor = async ({ tx, actor }: CommandContext, id: string) => {
    const found = await findFile(bearers, tx, actor, id)
    if (!found) throw notFound()
    return found
  }
  const fileRef = ({ file, record }: FileOnRecord): RecordRef => ({
    kind: evidenceKind,
    id: file.id,
    label: `${file.title} (${record.label})`,
  })

  const add = defineCommand({
    name: 'evidence.add',
    permission: 'evidence.add',
    input: addInput,
    timeoutMs: STORE_MS,
    run: async (context, { kind, recordId, file, replacesId, validUntil, ...facts }) => {
      const { tx, actor, now, today } = context
      const { bearer, ref } = await recordFor(context, kind, recordId)
      requireAt(actor, 'evidence.add', bearer.siteIds)
      if (!bearer.isOpen) throw conflict('This record is archived: files can no longer be added to it.')
      const there = await tx.evidence.count({ where: { recordKind: kind, recordId, withdrawnAt: null } })
      if (there >= mostFiles)
        throw conflict(`This record has ${mostFiles} files. Withdraw one that no longer counts first.`)
      const renewed = replacesId
        ? await tx.evidence.findFirst({
            where: { id: replacesId, recordKind: kind, recordId, withdrawnAt: null },
            select: { title: true },
          })
        : null
      if (replacesId && !renewed)
        throw invalid('The file that this one renews is no longer there. Add it as a file of its own.')
      const id = newId(now.getTime())
      await tx.evidence.create({
        data: {
          ...{ id, practiceId: actor.practiceId, recordKind: kind, recordId, replacesId, ...facts },
          contentId: await storeContent(context, file.spool),
          fileName: file.fileName,
          type: file.type,
          scan: file.scan,
          validUntil: validUntil ? dateOf(validUntil) : null,
          addedOn: dateOf(today),
          addedAt: now,
          addedById: actor.personId,
          addedByName: actor.name,
        },
      })
      const what = `(${file.fileName}, ${fileTypes[file.type].label}, ${sizeInWords(file.spool.size)})`
      const sentence = renewed
        ? `Renewed the file “${renewed.title}” by “${facts.title}” ${what}`
        : `Added the file “${facts.title}” ${what}`
      return {
        value: { id },
        events: [{ sentence, record: ref }],
        due: await renewals(tx, [dutyBearer(ref, bearer)]),
      }
    },
  })

  const withdraw = defineCommand({
    name: 'evidence.withdraw',
    permission: 'evidence.withdraw',
    input: withdrawInput,
    run: async (context, { id, reason }) => {
      const { tx, actor, now } = context
      const { file, record, bearer } = await fileFor(context, id)
      requireAt(actor, 'evidence.withdraw', bearer.siteIds)
      if (!bearer.isOpen) throw conflict('This record is archived: its files stay as they are.')
      const { count } = await tx.evidence.updateMany({
        where: { id, withdrawnAt: null },
        data: {
          withdrawnAt: now,
          withdrawnById: actor.personId,
          withdrawnByName: actor.name,
          withdrawnReason: reason,
        },
      })
      if (count === 0) throw conflict('Somebody has withdrawn this file already.')
      const of = dutyBearer(record, bearer)
      return {
        value: { record },
        events: [{ sentence: `Withdrew the file “${file.title}” (${file.fileName})`, reason, record }],
        // The file that it had renewed may be due again.
        due: [...(await renewals(tx, [of])), { ...of, kind: evidenceKind, recordId: id, duties: [] }],
      }
    },
  })

  const open = defineCommand({
    name: 'evidence.open',
    permission: 'evidence.read',
    input: z.object({ id: z.uuid(), how: z.enum(['download', 'preview']) }),
    run: async (context, { id, how }) => {
      const { bearer, ...found } = await fileFor(context, id)
      if (!found.mayOpen) throw forbidden()
      const deed = how === 'download' ? 'Downloaded' : 'Looked at'
      return {
        value: found,
        events: [
          { sentence: `${deed} the file “${found.file.title}” of ${bearer.label}`, record: fileRef(found) },
        ],
      }
    },
  })

  const noteInfected = defineCommand({
    name: 'evidence.infected',
    permission: 'evidence.add',
    input: onRecord.extend({ fileName: z.string(), signature: z.string().max(200) }),
    run: async (context, { kind, recordId, fileName, signature }) => {
      const { bearer, ref: record } = await recordFor(context, kind, recordId)
      requireAt(context.actor, 'evidence.add', bearer.siteIds)
      const sentence = `Was refused the file “${fileName}”: the virus scanner found ${signature}`
      return { value: null, events: [{ sentence, record }] }
    },
  })

  const noteDamage = defineCommand({
    name: 'evidence.damage',
    permission: 'evidence.read',
    input: z.object({ id: z.uuid(), errorId: z.string().max(40) }),
    run: async (context, { id, errorId }) => {
      const found = await fileFor(context, id)
      const sentence = `Could not get the file “${found.file.title}” of ${found.record.label}: what is stored is damaged. Error ${errorId}`
      return { value: null, events: [{ sentence, record: fileRef(found) }] }
    },
  })

  return { add, withdraw, open, noteInfected, noteDamage }
}

function dutyBearer({ kind, id: recordId, label: recordLabel }: RecordRef, bearer: Bearer) {
  const { siteIds, ownerId, backupId, isKept } = bearer
  return { kind, recordId, recordLabel, siteIds, ownerId, backupId, isOver: !isKept }
}
