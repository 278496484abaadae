import { type Day, dayIn, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { handedTo } from '#lib/people/handed-duties'
import { read } from '#lib/platform/db'
import type { DueFacts } from './due.ts'
import { answeredForBy, answersFor, mayKeep, visibleToKeeper } from './policy.ts'
import { controlKind } from './schema.ts'

/** What somebody is shown of a control when they test it or say how far it is. */
export interface ControlToKeep extends DueFacts {
  id: string
  ref: string
  title: string
  does: string
  evidence: string
  stateReason: string
  version: number
  registeredOn: Day
  /** Whether the actor may also open its page. */
  isReadable: boolean
}

/** The control for whoever may test it and say how far it is, archived or not; null for everybody else. */
export async function controlToKeep(actor: Actor, id: string): Promise<ControlToKeep | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const handed = await handedTo(tx, actor, controlKind)
    const found = await tx.control.findFirst({
      where: { AND: [{ id }, visibleToKeeper(actor, handed)] },
      select: {
        id: true,
        ref: true,
        title: true,
        does: true,
        evidence: true,
        state: true,
        stateReason: true,
        version: true,
        testEveryMonths: true,
        testedOn: true,
        testResult: true,
        ownerId: true,
        backupId: true,
        createdAt: true,
        updatedAt: true,
        archivedAt: true,
      },
    })
    if (!found || !mayKeep(actor, handed.includes(id) || answersFor(actor, found))) return null
    const { backupId: _backup, createdAt, updatedAt, archivedAt, ...plain } = found
    return {
      ...plain,
      archived: archivedAt !== null,
      registeredOn: dayIn(actor.timeZone, createdAt),
      changedOn: dayIn(actor.timeZone, updatedAt),
      testedOn: dayOrNull(found.testedOn),
      isReadable: can(actor, 'control.read'),
    }
  })
}

/** Which of these controls the actor owns or backs up, or was handed a duty of. Two statements. */
export async function answeredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'control.keep-own')) return new Set()
  const found = await read(actor, async (tx) =>
    tx.control.findMany({
      where: {
        AND: [
          { id: { in: [...new Set(ids)] }, archivedAt: null },
          answeredForBy(actor, await handedTo(tx, actor, controlKind)),
        ],
      },
      select: { id: true },
    }),
  )
  return new Set(found.map(({ id }) => id))
}
