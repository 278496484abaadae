import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { passedInWords, passOn } from '#lib/people/pass-on'
import type { Tx } from '#lib/platform/db'
import { recordOf, settle } from './store.ts'

interface HandedOver {
  courses: number
  events: EventDraft[]
  due: DueSync[]
}

/** How many courses somebody owns or backs up, archived ones included. */
export function countLookedAfter(tx: Tx, personId: string): Promise<number> {
  return tx.course.count({ where: { OR: [{ ownerId: personId }, { backupId: personId }] } })
}

/** Passes every course that one person looks after to another. Nobody becomes their own backup. A constant number of statements. */
export async function handOver(
  context: CommandContext,
  from: { id: string; name: string },
  to: { id: string; name: string },
): Promise<HandedOver> {
  const { tx, now } = context
  const passed = await passOn(tx, 'Course', from.id, to.id, now)
  if (passed.length === 0) return { courses: 0, events: [], due: [] }
  const id = { in: passed.map((row) => row.id) }
  const owned = new Set(passed.filter((row) => row.owned).map((row) => row.id))
  const rows = await tx.course.findMany({
    where: { id },
    select: { id: true, ref: true, title: true },
    orderBy: { ref: 'asc' },
  })
  return {
    courses: rows.length,
    events: rows.map((row) => ({
      sentence: passedInWords(owned.has(row.id), from.name, to.name),
      record: recordOf(row),
    })),
    due: await settle(context, { id }),
  }
}
