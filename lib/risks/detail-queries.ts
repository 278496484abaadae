import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { read } from '#lib/platform/db'
import type { DueFacts } from './due.ts'
import { answeredForBy, mayKeep, placedSelect, sitesOf, visible, visibleActions } from './policy.ts'
import { riskRows } from './queries.ts'
import type { RiskRow } from './row.ts'
import { type Scale, scaleOf } from './scale-queries.ts'
import { riskKind } from './schema.ts'
import type { SixNumbers } from './scores.ts'

/** One step of a risk's treatment. */
export interface ActionItem {
  id: string
  title: string
  ownerId: string | null
  ownerName: string | null
  createdOn: Day
  dueOn: Day
  doneOn: Day | null
  dropped: boolean
  outcome: string
}

/** How a risk was scored at a time. */
export interface PastScore extends SixNumbers {
  id: string
  on: Day
  byName: string | null
  isOpen: boolean
  note: string
}

/** Everything the page of one risk shows, and what its duties follow from. */
export interface RiskDetail extends Omit<RiskRow, 'actions'>, Omit<DueFacts, keyof RiskRow> {
  registeredOn: Day
  steps: ActionItem[]
  past: PastScore[]
  /** How far each control is: in a value of its state. */
  controlStates: ReadonlyMap<string, string>
  scale: Scale
  /** The highest score the practice is willing to carry in its category; null where it has not said. */
  appetite: number | null
  duties: { id: string; recordId: string; key: string; title: string; dueOn: Day; citation: string }[]
  history: HistoryEntry[]
}

const mostPast = 50

/** One risk in full; null when it does not exist or the actor may not see it. */
export async function getRisk(actor: Actor, id: string): Promise<RiskDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const [row] = await riskRows(tx, actor, [id])
    if (!row) return null
    const more = await tx.risk.findUniqueOrThrow({
      where: { id },
      select: {
        createdAt: true,
        controls: { select: { control: { select: { id: true, state: true } } } },
        actions: {
          select: {
            id: true,
            title: true,
            ownerId: true,
            owner: { select: { name: true } },
            dueOn: true,
            doneOn: true,
            dropped: true,
            outcome: true,
            createdAt: true,
          },
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        },
        scores: {
          select: {
            id: true,
            scoredOn: true,
            scoredBy: { select: { name: true } },
            inherentLikelihood: true,
            inherentImpact: true,
            currentLikelihood: true,
            currentImpact: true,
            targetLikelihood: true,
            targetImpact: true,
            isOpen: true,
            note: true,
          },
          orderBy: [{ scoredOn: 'desc' }, { id: 'desc' }],
          take: mostPast,
        },
      },
    })
    const duties = await tx.obligation.findMany({
      where: {
        recordKind: riskKind,
        recordId: { in: [id, ...more.actions.map((action) => action.id)] },
        state: 'open',
      },
      orderBy: { dueOn: 'asc' },
      select: { id: true, recordId: true, key: true, title: true, dueOn: true, citation: true },
    })
    const limit = await tx.riskAppetite.findFirst({
      where: { category: row.category },
      select: { most: true },
    })
    const { actions: _inWords, ...facts } = row
    return {
      ...facts,
      registeredOn: dayIn(actor.timeZone, more.createdAt),
      steps: more.actions.map(({ owner, createdAt, dueOn, doneOn, ...action }) => ({
        ...action,
        ownerName: owner?.name ?? null,
        createdOn: dayIn(actor.timeZone, createdAt),
        dueOn: dayOf(dueOn),
        doneOn: dayOrNull(doneOn),
      })),
      past: more.scores.map(({ scoredOn, scoredBy, ...numbers }) => ({
        ...numbers,
        on: dayOf(scoredOn),
        byName: scoredBy?.name ?? null,
      })),
      controlStates: new Map(more.controls.map(({ control }) => [control.id, control.state])),
      scale: await scaleOf(tx),
      appetite: limit?.most ?? null,
      duties: duties.map((duty) => ({ ...duty, dueOn: dayOf(duty.dueOn) })),
      history: await recordHistory(tx, riskKind, id, 50),
    }
  })
}

/** An action as whoever does it sees it: they may be nobody who reads risks. */
export interface ActionToDo {
  id: string
  title: string
  dueOn: Day
  ownerName: string | null
  riskId: string
  riskRef: string
  riskTitle: string
  /** Nothing is left to do: it is done or dropped, or its risk is closed or archived. */
  over: boolean
  /** Whether the actor may also open the risk. */
  isReadable: boolean
}

/** The action for whoever may do it: its own person, and whoever keeps its risk. Null for everybody else. */
export async function actionToDo(actor: Actor, id: string): Promise<ActionToDo | null> {
  if (!isId(id) || !can(actor, 'risk.keep-own')) return null
  return read(actor, async (tx) => {
    const found = await tx.riskAction.findFirst({
      where: { AND: [{ id }, visibleActions(actor)] },
      select: {
        id: true,
        title: true,
        ownerId: true,
        dueOn: true,
        doneOn: true,
        owner: { select: { name: true } },
        risk: {
          select: {
            ...placedSelect,
            id: true,
            ref: true,
            title: true,
            ownerId: true,
            backupId: true,
            closedOn: true,
            archivedAt: true,
          },
        },
      },
    })
    if (!found) return null
    const { risk } = found
    const siteIds = sitesOf(risk)
    if (found.ownerId !== actor.personId && !mayKeep(actor, { ...risk, siteIds })) return null
    const readable = await tx.risk.count({ where: { AND: [{ id: risk.id }, visible(actor)] } })
    return {
      id,
      title: found.title,
      dueOn: dayOf(found.dueOn),
      ownerName: found.owner?.name ?? null,
      riskId: risk.id,
      riskRef: risk.ref,
      riskTitle: risk.title,
      over: found.doneOn !== null || risk.closedOn !== null || risk.archivedAt !== null,
      isReadable: readable > 0,
    }
  })
}

/** The risk of an action: where links to its duty lead. Null for those who may not read it. */
export function riskOfAction(actor: Actor, id: string): Promise<string | null> {
  if (!isId(id)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const found = await tx.riskAction.findFirst({
      where: { id, risk: visible(actor) },
      select: { riskId: true },
    })
    return found?.riskId ?? null
  })
}

/** Which of these records of duties are risks or actions that the actor answers for. One statement. */
export async function answeredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'risk.keep-own')) return new Set()
  const wanted = { id: { in: [...new Set(ids)] } }
  return read(actor, async (tx) => {
    const risks = await tx.risk.findMany({
      where: { AND: [wanted, { archivedAt: null }, { OR: answeredForBy(actor) }] },
      select: { id: true },
    })
    const actions = await tx.riskAction.findMany({
      where: { AND: [wanted, { OR: [{ ownerId: actor.personId }, { risk: { OR: answeredForBy(actor) } }] }] },
      select: { id: true },
    })
    return new Set([...risks, ...actions].map(({ id }) => id))
  })
}
