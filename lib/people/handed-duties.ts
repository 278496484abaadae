import type { Actor } from '#lib/kernel/access'
import type { Tx } from '#lib/platform/db'

/** The records of a kind of which a duty was handed over to the actor and is still to do: they may do it as its owner may. */
export async function handedTo(tx: Tx, actor: Actor, recordKind: string): Promise<string[]> {
  const duties = await tx.obligation.findMany({
    where: { ownerId: actor.personId, state: 'open', handedOver: true, recordKind },
    select: { recordId: true },
  })
  return [...new Set(duties.map(({ recordId }) => recordId))]
}
