import { dayOf } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { Duty } from './due.ts'

/** A record with duties: what it is called, and whom they concern. */
export interface DutyBearer {
  kind: string
  recordId: string
  recordLabel: string
  siteIds: readonly string[]
  ownerId: string | null
  backupId: string | null
  /** The record is no longer in use: its files need no renewal. */
  isOver?: boolean
}

/** The record kind of files, in duties and in the audit trail. */
export const evidenceKind = 'evidence'

const select = {
  id: true,
  recordKind: true,
  recordId: true,
  title: true,
  addedOn: true,
  validUntil: true,
  replacedBy: {
    where: { withdrawnAt: null },
    select: { addedOn: true },
    orderBy: { addedOn: 'asc' },
    take: 1,
  },
} as const

/** What a file that runs out asks for; done when a newer one took its place. */
function renewal(file: {
  title: string
  addedOn: Date
  validUntil: Date
  renewedOn: Date | undefined
}): Duty {
  return {
    key: 'renew',
    title: `Renew: ${file.title}`,
    sinceOn: dayOf(file.addedOn),
    dueOn: dayOf(file.validUntil),
    harm: 2,
    ...(file.renewedOn ? { doneOn: dayOf(file.renewedOn) } : {}),
  }
}

/**
 * The duties that files on these records ask for. They are the record's owner's and move with it, so they are brought in
 * line whenever the record's own are. One statement, however many records.
 */
export async function renewals(
  tx: Tx,
  records: readonly DutyBearer[],
): Promise<(DutyBearer & { duties: Duty[] })[]> {
  const files = await tx.evidence.findMany({
    where: {
      recordId: { in: records.map(({ recordId }) => recordId) },
      validUntil: { not: null },
      withdrawnAt: null,
    },
    select,
  })
  if (files.length === 0) return []
  const byRecord = new Map(records.map((record) => [`${record.kind} ${record.recordId}`, record]))
  return files.flatMap(({ validUntil, replacedBy, ...file }) => {
    const record = byRecord.get(`${file.recordKind} ${file.recordId}`)
    if (!record || validUntil === null) return []
    const { recordLabel, siteIds, ownerId, backupId, isOver } = record
    const duties = isOver ? [] : [renewal({ ...file, validUntil, renewedOn: replacedBy[0]?.addedOn })]
    return [{ kind: evidenceKind, recordId: file.id, recordLabel, siteIds, ownerId, backupId, duties }]
  })
}
