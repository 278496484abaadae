import { dayOf, dayOrNull } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import { actionOf } from './action-lines.ts'
import { planOf } from './action-plan.ts'

/** Which actions a risk has from now on, as `actionValue` writes them. */
export interface ActionSet {
  riskId: string
  actions: readonly string[]
}

/** The actions of a new risk, as rows and as its duties depend on them. */
export function newActions(
  { actor, now, today }: CommandContext,
  riskId: string,
  actions: readonly string[],
) {
  return actions.map((value) => {
    const columns = columnsOf(actionOf(value))
    const id = newId(now.getTime())
    return {
      row: { ...columns, id, riskId, practiceId: actor.practiceId, createdAt: now.toISOString() },
      facts: { ...columns, id, createdOn: today },
    }
  })
}

/**
 * Gives risks exactly these actions. Nothing is deleted: what is not among them any more, as after an undo, is dropped and
 * says so. Three statements, however many.
 */
export async function replaceActions(
  context: CommandContext,
  sets: readonly ActionSet[],
  cause: string,
): Promise<void> {
  if (sets.length === 0) return
  const { tx, today } = context
  const stored = await tx.riskAction.findMany({
    where: { riskId: { in: sets.map(({ riskId }) => riskId) } },
    select: {
      id: true,
      riskId: true,
      title: true,
      ownerId: true,
      dueOn: true,
      doneOn: true,
      dropped: true,
      outcome: true,
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const of = Map.groupBy(
    stored.map((row) => ({
      ...row,
      ownerName: null,
      dueOn: dayOf(row.dueOn),
      doneOn: dayOrNull(row.doneOn),
    })),
    ({ riskId }) => riskId,
  )
  const plans = sets.map(({ riskId, actions }) => ({
    riskId,
    ...planOf(of.get(riskId) ?? [], actions.map(actionOf)),
  }))
  await updateRows(
    tx,
    'RiskAction',
    plans.flatMap(({ changed, gone }) => [
      ...changed.map(({ from, to }) => ({ id: from.id, ...columnsOf(to) })),
      ...gone.map((one) => ({
        id: one.id,
        ...columnsOf({ ...one, doneOn: today, dropped: true, outcome: `Taken back ${cause}` }),
      })),
    ]),
  )
  await insertNew(
    context,
    plans.flatMap(({ riskId, added }) => added.map((action) => ({ riskId, ...columnsOf(action) }))),
  )
}

type Columns = ReturnType<typeof columnsOf>

const columnsOf = ({ title, ownerId, dueOn, doneOn, dropped, outcome }: ReturnType<typeof actionOf>) => ({
  ...{ title, ownerId, dueOn, doneOn, dropped, outcome },
})

function insertNew(
  { tx, actor, now }: CommandContext,
  rows: readonly (Columns & { riskId: string })[],
): Promise<void> {
  return insertRows(
    tx,
    'RiskAction',
    rows.map((row) => ({
      ...row,
      id: newId(now.getTime()),
      practiceId: actor.practiceId,
      createdAt: now.toISOString(),
    })),
  )
}
