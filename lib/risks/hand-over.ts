import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { passedInWords, passOn } from '#lib/people/pass-on'
import type { Tx } from '#lib/platform/db'
import { recordOf, settle } from './store.ts'

interface HandedOver {
  risks: number
  events: EventDraft[]
  due: DueSync[]
}

/** Actions that are still to be done, or were when their risk was closed. */
const openActionsOf = (personId: string) => ({ ownerId: personId, doneOn: null })

/** How many risks somebody owns, backs up or has an open action of, archived ones included. */
export function countLookedAfter(tx: Tx, personId: string): Promise<number> {
  return tx.risk.count({
    where: {
      OR: [{ ownerId: personId }, { backupId: personId }, { actions: { some: openActionsOf(personId) } }],
    },
  })
}

/** Passes every risk that one person looks after to another, and their open actions. A constant number of statements. */
export async function handOver(
  context: CommandContext,
  from: { id: string; name: string },
  to: { id: string; name: string },
): Promise<HandedOver> {
  const { tx, now } = context
  const actions = await tx.riskAction.findMany({
    where: openActionsOf(from.id),
    select: { riskId: true, risk: { select: { id: true, ref: true, title: true } } },
  })
  const passed = await passOn(tx, 'Risk', from.id, to.id, now)
  await tx.riskAction.updateMany({ where: openActionsOf(from.id), data: { ownerId: to.id } })
  const owned = new Set(passed.filter((row) => row.owned).map((row) => row.id))
  const risks = await tx.risk.findMany({
    where: { id: { in: passed.map((row) => row.id) } },
    select: { id: true, ref: true, title: true },
    orderBy: { ref: 'asc' },
  })
  const withActions = new Map(actions.map(({ risk }) => [risk.id, risk]))
  const ids = new Set([...risks.map(({ id }) => id), ...withActions.keys()])
  if (ids.size === 0) return { risks: 0, events: [], due: [] }
  return {
    risks: ids.size,
    events: [
      ...risks.map((risk) => ({
        sentence: passedInWords(owned.has(risk.id), from.name, to.name),
        record: recordOf(risk),
      })),
      ...[...withActions.values()].map((risk) => ({
        sentence: `Passed its open actions from ${from.name} to ${to.name}, because ${from.name} leaves`,
        record: recordOf(risk),
      })),
    ],
    due: await settle(context, { id: { in: [...ids] } }),
  }
}
