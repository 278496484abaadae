import { type Day, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can, canAt } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type FileTypeKey, isFileType } from './file-types.ts'
import type { StoredContent } from './store.ts'

/** How each kind of record is read as one that files hang on, by kind. */
export type Bearers = ReadonlyMap<string, (tx: Tx, actor: Actor, id: string) => Promise<Bearer | null>>

/** More files than this are not put on one record. */
export const mostFiles = 300

export interface EvidenceFile {
  id: string
  title: string
  note: string
  fileName: string
  /** Null for a type that this version does not know. */
  type: FileTypeKey | null
  size: number
  sha256: string
  validUntil: Day | null
  scan: string
  addedAt: Date
  addedByName: string
  /** The newer file that took its place. */
  renewedById: string | null
  withdrawn: { at: Date; byName: string; reason: string } | null
}

/** What somebody may do with the files of a record. */
export interface FileRights {
  mayAdd: boolean
  mayWithdraw: boolean
}

export interface RecordFiles extends FileRights {
  label: string
  /** Newest first, withdrawn ones last. */
  files: EvidenceFile[]
}

/** A file with the record it hangs on. */
export interface FileOnRecord extends FileRights {
  file: EvidenceFile
  content: StoredContent
  record: { kind: string; id: string; label: string }
  /** What is withdrawn is opened only by those who may withdraw. */
  mayOpen: boolean
}

const select = {
  id: true,
  recordKind: true,
  recordId: true,
  title: true,
  note: true,
  fileName: true,
  type: true,
  validUntil: true,
  scan: true,
  addedAt: true,
  addedByName: true,
  withdrawnAt: true,
  withdrawnByName: true,
  withdrawnReason: true,
  content: { select: { id: true, sha256: true, size: true, chunkCount: true } },
  replacedBy: { where: { withdrawnAt: null }, select: { id: true }, take: 1 },
} as const satisfies Prisma.EvidenceSelect

type Row = Prisma.EvidenceGetPayload<{ select: typeof select }>

function toFile(row: Row): EvidenceFile {
  const { withdrawnAt, withdrawnByName, withdrawnReason, content, replacedBy, type, validUntil } = row
  const { id, title, note, fileName, scan, addedAt, addedByName } = row
  return {
    ...{ id, title, note, fileName, scan, addedAt, addedByName },
    type: isFileType(type) ? type : null,
    size: content.size,
    sha256: content.sha256,
    validUntil: dayOrNull(validUntil),
    renewedById: replacedBy[0]?.id ?? null,
    withdrawn: withdrawnAt && {
      at: withdrawnAt,
      byName: withdrawnByName ?? '',
      reason: withdrawnReason ?? '',
    },
  }
}

export function rightsOn(actor: Actor, { siteIds, isOpen }: Bearer): FileRights {
  return {
    mayAdd: isOpen && canAt(actor, 'evidence.add', siteIds),
    mayWithdraw: isOpen && canAt(actor, 'evidence.withdraw', siteIds),
  }
}

/** The record of this kind for those who may read it and its files; null for everybody else. */
export async function bearerOf(
  bearers: Bearers,
  tx: Tx,
  actor: Actor,
  kind: string,
  id: string,
): Promise<Bearer | null> {
  const find = bearers.get(kind)
  return find && isId(id) && can(actor, 'evidence.read') ? find(tx, actor, id) : null
}

/** A file for those who may read its record; null for everybody else. */
export async function findFile(
  bearers: Bearers,
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<(FileOnRecord & { bearer: Bearer }) | null> {
  const row = isId(id) ? await tx.evidence.findFirst({ where: { id }, select }) : null
  const bearer = row && (await bearerOf(bearers, tx, actor, row.recordKind, row.recordId))
  if (!row || !bearer) return null
  const rights = rightsOn(actor, bearer)
  return {
    ...rights,
    bearer,
    file: toFile(row),
    content: row.content,
    record: { kind: row.recordKind, id: row.recordId, label: bearer.label },
    mayOpen: row.withdrawnAt === null || canAt(actor, 'evidence.withdraw', bearer.siteIds),
  }
}

export interface EvidenceQueries {
  /** The files of a record; null for those who may not read it, and for records that take none. */
  list: (actor: Actor, kind: string, id: string) => Promise<RecordFiles | null>
  get: (actor: Actor, id: string) => Promise<FileOnRecord | null>
}

export function defineQueries(bearers: Bearers): EvidenceQueries {
  return {
    list: (actor, kind, recordId) =>
      read(actor, async (tx) => {
        const bearer = await bearerOf(bearers, tx, actor, kind, recordId)
        if (!bearer) return null
        const rows = await tx.evidence.findMany({
          where: { recordKind: kind, recordId },
          select,
          orderBy: [{ withdrawnAt: { sort: 'desc', nulls: 'first' } }, { addedAt: 'desc' }, { id: 'desc' }],
          take: 2 * mostFiles,
        })
        return { ...rightsOn(actor, bearer), label: bearer.label, files: rows.map(toFile) }
      }),
    get: (actor, id) => read(actor, (tx) => findFile(bearers, tx, actor, id)),
  }
}
