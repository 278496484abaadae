import type { z } from 'zod'
import type { ByteRange } from '#lib/base/byte-range'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { Refusal } from '#lib/kernel/errors'
import { evidenceKind } from '#lib/kernel/renewals'
import { now } from '#lib/platform/clock'
import { read } from '#lib/platform/db'
import { errorId, log } from '#lib/platform/log'
import type { Spool } from '#lib/platform/spool'
import { CheckedFile, checkFile } from './checked-file.ts'
import { defineCommands, type EvidenceCommands } from './commands.ts'
import { openContent } from './content.ts'
import { inTurn } from './in-turn.ts'
import {
  type Bearers,
  bearerOf,
  defineQueries,
  type EvidenceQueries,
  type FileOnRecord,
  findFile,
  rightsOn,
} from './queries.ts'
import { fileFacts } from './schema.ts'

/** How long playing one video counts as having been noted. */
const PLAYING_MS = 30 * 60_000

type Refused = Extract<Result<never>, { ok: false }>

/** A file on its way out, after it was noted who gets it. */
interface OpenFile {
  found: FileOnRecord
  stream: ReadableStream<Uint8Array>
}

/** Files on the records of every register: what the rest of the house knows of them. */
export interface Evidence extends EvidenceQueries {
  commands: EvidenceCommands
  /** What the record is called, when this person may put a file on it; null otherwise. */
  mayAdd: (actor: Actor, kind: string, recordId: string) => Promise<string | null>
  /** Checks a file that has arrived, and keeps it. The caller closes the spool. */
  takeIn: (
    actor: Actor,
    place: { kind: string; recordId: string },
    upload: Upload,
  ) => Promise<Result<{ id: string }>>
  /** The contents of a file, verified on the way; notes in the audit trail who gets them before the first byte leaves. */
  open: (actor: Actor, id: string, how: 'download' | 'preview', part?: ByteRange) => Promise<Result<OpenFile>>
}

/** A file as it arrived, with what the form said of it. */
export interface Upload {
  spool: Spool
  fileName: string
  facts: Readonly<Record<string, string>>
}

const refused = ({ code, message, fields }: Refusal): Refused => ({ ok: false, code, message, fields })

/** What is wrong with what the form said, in one line. */
function pointsOf({ issues }: z.ZodError): string {
  return [...new Set(issues.map(({ message }) => message))].join(' ')
}

export function defineEvidence(bearers: Bearers): Evidence {
  const commands = defineCommands(bearers)

  const takeIn: Evidence['takeIn'] = async (actor, place, { spool, fileName, facts }) => {
    const said = fileFacts.safeParse(facts)
    // What the command would refuse anyway is said before the file is looked through.
    if (!said.success) return refused(new Refusal('invalid', pointsOf(said.error)))
    try {
      const checked = await inTurn(() => checkFile(spool, fileName))
      if (checked instanceof CheckedFile)
        return await inTurn(() => commands.add(actor, { ...facts, ...place, file: checked }))
      const noted = await commands.noteInfected(actor, { ...place, ...checked })
      if (!noted.ok) return noted
      return refused(
        new Refusal(
          'invalid',
          `The virus scanner found ${checked.signature} in this file. It was not taken. Tell whoever gave it to you, and whoever looks after your computers.`,
        ),
      )
    } catch (error) {
      if (error instanceof Refusal) return refused(error)
      throw error
    }
  }

  /** A player asks for a video part by part: that is noted once in a while, not for each of them. */
  const openedAlready = (actor: Actor, id: string): Promise<Result<FileOnRecord> | null> =>
    read(actor, async (tx) => {
      const found = await findFile(bearers, tx, actor, id)
      if (!found?.mayOpen) return null
      const since = new Date(now().getTime() - PLAYING_MS)
      const noted = await tx.auditEvent.findFirst({
        where: {
          ...{ recordKind: evidenceKind, recordId: id, actorId: actor.personId, at: { gte: since } },
          action: commands.open.commandName,
        },
        select: { id: true },
      })
      return noted && { ok: true, value: found }
    })

  const open: Evidence['open'] = async (actor, id, how, part) => {
    const noted = (part && (await openedAlready(actor, id))) || (await commands.open(actor, { id, how }))
    if (!noted.ok) return noted
    const damage = errorId()
    const onDamage = async () => {
      log('error', 'a stored file is damaged', {
        errorId: damage,
        evidence: id,
        content: noted.value.content.id,
      })
      await commands.noteDamage(actor, { id, errorId: damage })
    }
    const stream = await openContent(actor, noted.value.content, onDamage, part)
    if (stream) return { ok: true, value: { found: noted.value, stream } }
    await onDamage()
    const message = `This file is damaged where it is stored, so it is not handed out. Tell whoever looks after this server: error ${damage}.`
    return { ok: false, code: 'fault', message, fields: {} }
  }

  return {
    ...defineQueries(bearers),
    commands,
    mayAdd: (actor, kind, recordId) =>
      read(actor, async (tx) => {
        const bearer = await bearerOf(bearers, tx, actor, kind, recordId)
        return bearer && rightsOn(actor, bearer).mayAdd ? bearer.label : null
      }),
    takeIn,
    open,
  }
}
