import { shorten, squeeze } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import type { Lookup } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

const plain = (words: string) => squeeze(words).toLowerCase()

/** Finds controls by reference, or by a title that only one has. One statement. */
export async function controlLookup(tx: Tx, actor: Actor): Promise<Lookup> {
  const controls = await tx.control.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, title: true },
    orderBy: { ref: 'asc' },
  })
  const byRef = new Map(controls.map((control) => [plain(control.ref), control]))
  const byTitle = Map.groupBy(controls, ({ title }) => plain(title))
  const find: Lookup = (words) => {
    const named = byTitle.get(plain(words)) ?? []
    const found = byRef.get(plain(words)) ?? (named.length === 1 ? named[0] : undefined)
    if (found) return { id: found.id }
    const quoted = `“${shorten(squeeze(words), 80)}”`
    if (named.length === 0) return { problem: `There is no control ${quoted}. Bring in the controls first.` }
    const refs = named.slice(0, 3).map(({ ref }) => ref)
    return {
      problem: `${named.length} controls are called ${quoted}. Write its reference (${refs.join(', ')}).`,
    }
  }
  return Object.assign(find, { names: new Map(controls.map(({ id, ref }) => [id, ref])) })
}
