import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { systemKind } from './schema.ts'
import { settle } from './store.ts'

interface HandedOver {
  systems: number
  events: EventDraft[]
  due: DueSync[]
}

const lookedAfterBy = (personId: string): Prisma.AiSystemWhereInput => ({
  OR: [{ ownerId: personId }, { backupId: personId }],
})

/** How many systems somebody owns and how many they are the backup of, archived ones included. */
export async function countLookedAfter(tx: Tx, personId: string): Promise<{ owned: number; backed: number }> {
  return {
    owned: await tx.aiSystem.count({ where: { ownerId: personId } }),
    backed: await tx.aiSystem.count({ where: { backupId: personId } }),
  }
}

/** The people who are backup of what somebody owns, most often first. */
export async function backupsOf(tx: Tx, ownerId: string): Promise<string[]> {
  const groups = await tx.aiSystem.groupBy({
    by: ['backupId'],
    where: { ownerId, backupId: { not: null } },
    _count: { _all: true },
    orderBy: [{ _count: { id: 'desc' } }, { backupId: 'asc' }],
  })
  return groups.flatMap(({ backupId }) => backupId ?? [])
}

/**
 * Passes everything one person looks after to another, as owner and as backup, whoever may see it. Nobody becomes their
 * own backup. A constant number of statements, however many systems.
 */
export async function handOver(
  context: CommandContext,
  from: { id: string; name: string },
  to: { id: string; name: string },
): Promise<HandedOver> {
  const { tx, now } = context
  const mine = await tx.aiSystem.findMany({
    where: lookedAfterBy(from.id),
    select: { id: true, ref: true, name: true, ownerId: true },
    orderBy: { ref: 'asc' },
  })
  if (mine.length === 0) return { systems: 0, events: [], due: [] }
  const id = { in: mine.map((system) => system.id) }
  await tx.aiSystem.updateMany({ where: { id, ownerId: from.id, backupId: to.id }, data: { backupId: null } })
  await tx.aiSystem.updateMany({ where: { id, ownerId: to.id, backupId: from.id }, data: { backupId: null } })
  await tx.aiSystem.updateMany({ where: { id, ownerId: from.id }, data: { ownerId: to.id } })
  await tx.aiSystem.updateMany({ where: { id, backupId: from.id }, data: { backupId: to.id } })
  await tx.aiSystem.updateMany({ where: { id }, data: { updatedAt: now, version: { increment: 1 } } })
  return {
    systems: mine.length,
    events: mine.map((system) => ({
      sentence: `Changed the ${system.ownerId === from.id ? 'owner' : 'backup'} from ${from.name} to ${to.name}, because ${from.name} leaves`,
      record: { kind: systemKind, id: system.id, label: `${system.ref} ${system.name}` },
    })),
    due: await settle(context, { id }),
  }
}
