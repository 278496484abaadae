import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { passedInWords, passOn } from '#lib/people/pass-on'
import type { Tx } from '#lib/platform/db'
import { planRecord } from './plan-ahead.ts'
import { recordOf, settle } from './store.ts'

type Person = { id: string; name: string }

interface HandedOver {
  events: EventDraft[]
  due: DueSync[]
}

/** How many campaigns somebody owns or backs up, closed and archived ones included. */
export function countLookedAfter(tx: Tx, personId: string): Promise<number> {
  return tx.campaign.count({ where: { OR: [{ ownerId: personId }, { backupId: personId }] } })
}

/** Passes every campaign that one person looks after to another. Nobody becomes their own backup. A constant number of statements. */
export async function handOver(context: CommandContext, from: Person, to: Person): Promise<HandedOver> {
  const { tx, now } = context
  const passed = await passOn(tx, 'Campaign', from.id, to.id, now)
  if (passed.length === 0) return { events: [], due: [] }
  const id = { in: passed.map((row) => row.id) }
  const owned = new Set(passed.filter((row) => row.owned).map((row) => row.id))
  const rows = await tx.campaign.findMany({
    where: { id },
    select: { id: true, ref: true, title: true },
    orderBy: { ref: 'asc' },
  })
  return {
    events: rows.map((row) => ({
      sentence: passedInWords(owned.has(row.id), from.name, to.name),
      record: recordOf(row),
    })),
    due: await settle(context, { id }),
  }
}

/** How many plans somebody owns. */
export function countPlans(tx: Tx, personId: string): Promise<number> {
  return tx.trainingPlan.count({ where: { ownerId: personId } })
}

/** Passes every plan that one person owns to another. Two statements. */
export async function handOverPlans(
  { tx, now }: CommandContext,
  from: Person,
  to: Person,
): Promise<HandedOver> {
  const where = { ownerId: from.id }
  const plans = await tx.trainingPlan.findMany({
    where,
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  await tx.trainingPlan.updateMany({
    where,
    data: { ownerId: to.id, updatedAt: now, version: { increment: 1 } },
  })
  return {
    events: plans.map((plan) => ({
      sentence: passedInWords(true, from.name, to.name),
      record: planRecord(plan),
    })),
    due: [],
  }
}
