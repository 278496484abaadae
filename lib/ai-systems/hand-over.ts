import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { passedInWords, passOn } from '#lib/people/pass-on'
import type { Tx } from '#lib/platform/db'
import { systemKind } from './schema.ts'
import { settle } from './store.ts'

interface HandedOver {
  systems: number
  events: EventDraft[]
  due: DueSync[]
}

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
  const passed = await passOn(tx, 'AiSystem', from.id, to.id, now)
  if (passed.length === 0) return { systems: 0, events: [], due: [] }
  const id = { in: passed.map((row) => row.id) }
  const owned = new Set(passed.filter((row) => row.owned).map((row) => row.id))
  const rows = await tx.aiSystem.findMany({
    where: { id },
    select: { id: true, ref: true, name: true },
    orderBy: { ref: 'asc' },
  })
  return {
    systems: rows.length,
    events: rows.map((row) => ({
      sentence: passedInWords(owned.has(row.id), from.name, to.name),
      record: { kind: systemKind, id: row.id, label: `${row.ref} ${row.name}` },
    })),
    due: await settle(context, { id }),
  }
}
