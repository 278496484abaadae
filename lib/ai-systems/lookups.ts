import { squeeze } from '#lib/base/text'
import { type Actor, canAt, type Permission } from '#lib/kernel/access'
import type { Lookup } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

const plain = (words: string) => squeeze(words).toLowerCase()

/** Finds AI systems by reference or name: those that the actor may read, with `at` only where they have that permission. */
export async function systemLookup(tx: Tx, actor: Actor, at?: Permission): Promise<Lookup> {
  const systems = await tx.aiSystem.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, name: true, sites: { select: { siteId: true } } },
    orderBy: { ref: 'asc' },
  })
  const open = systems.filter(
    ({ sites }) =>
      at === undefined ||
      canAt(
        actor,
        at,
        sites.map(({ siteId }) => siteId),
      ),
  )
  const byRef = new Map(open.map((system) => [plain(system.ref), system]))
  const byName = Map.groupBy(open, ({ name }) => plain(name))
  return (words) => {
    const named = byName.get(plain(words)) ?? []
    const found = byRef.get(plain(words)) ?? (named.length === 1 ? named[0] : undefined)
    if (found) return { id: found.id }
    if (named.length > 1) {
      const refs = named.slice(0, 3).map(({ ref }) => ref)
      return {
        problem: `${named.length} AI systems are called “${squeeze(words)}”. Write its reference (${refs.join(', ')}).`,
      }
    }
    return { problem: `There is no AI system “${squeeze(words).slice(0, 80)}”. Bring in the systems first.` }
  }
}

/** Finds patient data flows by reference. One statement. */
export async function flowLookup(tx: Tx, actor: Actor): Promise<Lookup> {
  const flows = await tx.phiFlow.findMany({
    where: { archivedAt: null, system: { AND: [visible(actor), { archivedAt: null }] } },
    select: { id: true, ref: true },
  })
  const byRef = new Map(flows.map(({ id, ref }) => [plain(ref), id]))
  return (words) => {
    const id = byRef.get(plain(words))
    return id
      ? { id }
      : {
          problem: `There is no patient data flow “${squeeze(words).slice(0, 80)}”. Write its reference, such as FLOW-003.`,
        }
  }
}
