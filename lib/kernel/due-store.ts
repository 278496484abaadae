import { dateOf, dayOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { insertRows, updateRows } from './bulk.ts'
import type { SyncContext } from './context.ts'
import { type Duty, planDuties } from './due.ts'
import { type DutyBearer, renewals } from './renewals.ts'

/** The duties one record should have now, and whom they concern. */
export interface DueSync extends DutyBearer {
  duties: readonly Duty[]
}

const chunk = 2_000

/** Brings the obligations of the given records in line with their duties. A constant number of statements per 2,000 records. */
export async function syncObligations(context: SyncContext, syncs: readonly DueSync[]): Promise<void> {
  for (let start = 0; start < syncs.length; start += chunk)
    await syncChunk(context, syncs.slice(start, start + chunk))
}

async function syncChunk({ tx, actor, today, now }: SyncContext, records: readonly DueSync[]): Promise<void> {
  const syncs = [...records, ...(await renewals(tx, records))]
  const existing = await tx.obligation.findMany({
    where: { state: 'open', recordId: { in: syncs.map((sync) => sync.recordId) } },
  })
  const byRecord = Map.groupBy(existing, (row) => `${row.recordKind} ${row.recordId}`)
  const open: { sync: DueSync; duty: Duty }[] = []
  const move: {
    id: string
    title: string
    sinceOn: string
    dueOn: string
    harm: number
    citation: string
  }[] = []
  const done: {
    id: string
    state: string
    closedOn: string
    closedById: string | null
    closedByName: string
  }[] = []
  const cancel: string[] = []
  const place: {
    id: string
    recordLabel: string
    siteIds: readonly string[]
    ownerId: string | null
    backupId: string | null
  }[] = []
  for (const sync of syncs) {
    const rows = byRecord.get(`${sync.kind} ${sync.recordId}`) ?? []
    const plan = planDuties(
      sync.duties,
      rows.map((row) => ({ ...row, sinceOn: dayOf(row.sinceOn), dueOn: dayOf(row.dueOn) })),
    )
    for (const duty of plan.open) open.push({ sync, duty })
    for (const { id, duty } of plan.move)
      move.push({
        id,
        title: duty.title,
        sinceOn: duty.sinceOn,
        dueOn: duty.dueOn,
        harm: duty.harm,
        citation: duty.citation ?? '',
      })
    for (const { id, on } of plan.done)
      done.push({ id, state: 'done', closedOn: on, closedById: actor.personId, closedByName: actor.name })
    cancel.push(...plan.cancel)
    const closed = new Set([...plan.cancel, ...plan.done.map((row) => row.id)])
    for (const row of rows)
      if (!closed.has(row.id) && differs(row, sync))
        place.push({
          id: row.id,
          recordLabel: sync.recordLabel,
          siteIds: sync.siteIds,
          ownerId: ownerOf(row, sync),
          backupId: sync.backupId,
        })
  }
  // Closing comes before opening: one open row per record and key.
  await updateRows(tx, 'Obligation', done)
  if (cancel.length > 0)
    await tx.obligation.updateMany({
      where: { id: { in: cancel } },
      data: {
        state: 'cancelled',
        closedOn: dateOf(today),
        closedById: actor.personId,
        closedByName: actor.name,
      },
    })
  await updateRows(tx, 'Obligation', move)
  await updateRows(tx, 'Obligation', place)
  await insertRows(
    tx,
    'Obligation',
    open.map(({ sync, duty }) => ({
      id: newId(now.getTime()),
      practiceId: actor.practiceId,
      recordKind: sync.kind,
      recordId: sync.recordId,
      recordLabel: sync.recordLabel,
      key: duty.key,
      title: duty.title,
      sinceOn: duty.sinceOn,
      dueOn: duty.dueOn,
      harm: duty.harm,
      citation: duty.citation ?? '',
      siteIds: sync.siteIds,
      ownerId: sync.ownerId,
      backupId: sync.backupId,
      isPersonal: duty.isPersonal ?? false,
      state: 'open',
      openedOn: today,
    })),
  )
}

interface Placed {
  recordLabel: string
  ownerId: string | null
  handedOver: boolean
  backupId: string | null
  siteIds: string[]
}

function differs(row: Placed, sync: DueSync): boolean {
  return (
    row.recordLabel !== sync.recordLabel ||
    row.ownerId !== ownerOf(row, sync) ||
    row.backupId !== sync.backupId ||
    [...row.siteIds].sort().join() !== [...sync.siteIds].sort().join()
  )
}

/** A duty that was handed over stays with whom it was given to until it closes. */
function ownerOf(row: Placed, sync: DueSync): string | null {
  return row.handedOver ? row.ownerId : sync.ownerId
}
