import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import type { Tx } from '#lib/platform/db'
import { recordOf, settle } from './store.ts'

interface HandedOver {
  vendors: number
  events: EventDraft[]
  due: DueSync[]
}

const lookedAfterBy = (personId: string) => ({ OR: [{ ownerId: personId }, { backupId: personId }] })

/** How many vendors somebody owns or backs up, archived ones included. */
export function countLookedAfter(tx: Tx, personId: string): Promise<number> {
  return tx.vendor.count({ where: lookedAfterBy(personId) })
}

/** Passes every vendor that one person looks after to another. Nobody becomes their own backup. A constant number of statements. */
export async function handOver(
  context: CommandContext,
  from: { id: string; name: string },
  to: { id: string; name: string },
): Promise<HandedOver> {
  const { tx, now } = context
  const mine = await tx.vendor.findMany({
    where: lookedAfterBy(from.id),
    select: { id: true, ref: true, name: true, ownerId: true },
    orderBy: { ref: 'asc' },
  })
  if (mine.length === 0) return { vendors: 0, events: [], due: [] }
  const id = { in: mine.map((vendor) => vendor.id) }
  await tx.vendor.updateMany({ where: { id, ownerId: from.id, backupId: to.id }, data: { backupId: null } })
  await tx.vendor.updateMany({ where: { id, ownerId: to.id, backupId: from.id }, data: { backupId: null } })
  await tx.vendor.updateMany({ where: { id, ownerId: from.id }, data: { ownerId: to.id } })
  await tx.vendor.updateMany({ where: { id, backupId: from.id }, data: { backupId: to.id } })
  await tx.vendor.updateMany({ where: { id }, data: { updatedAt: now, version: { increment: 1 } } })
  return {
    vendors: mine.length,
    events: mine.map((vendor) => ({
      sentence: `Changed the ${vendor.ownerId === from.id ? 'owner' : 'backup'} from ${from.name} to ${to.name}, because ${from.name} leaves`,
      record: recordOf(vendor),
    })),
    due: await settle(context, { id }),
  }
}
