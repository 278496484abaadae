import { shorten, squeeze } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import type { Lookup } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { nearVendors } from './match-vendors.ts'
import { visible } from './policy.ts'

/** Finds vendors by reference, or by name as people write it: 'Acme, Inc.' is Acme. One statement. */
export async function vendorLookup(tx: Tx, actor: Actor): Promise<Lookup> {
  const vendors = await tx.vendor.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, name: true },
    orderBy: { ref: 'asc' },
  })
  // Also by id: that is how a choice among the likely ones comes back.
  const byKey = new Map(
    vendors.flatMap((vendor) => [
      [vendor.ref.toLowerCase(), vendor],
      [vendor.id, vendor],
    ]),
  )
  const near = nearVendors(vendors)
  const named = ({ id, ref, name }: { id: string; ref: string; name: string }) => ({
    id,
    name: `${name} (${ref})`,
  })
  const find: Lookup = (words) => {
    const known = byKey.get(squeeze(words).toLowerCase())
    if (known) return { id: known.id }
    const { sure, likely } = near(words)
    if (sure) return { id: sure.id }
    const quoted = `“${shorten(squeeze(words), 80)}”`
    if (likely.length === 0)
      return {
        problem: `There is no vendor ${quoted}. Bring in the vendors first, or add it to the register.`,
      }
    return {
      problem: `No vendor is called exactly ${quoted}. Choose which is meant, or add it to the register.`,
      near: { sure: null, likely: likely.map(named) },
    }
  }
  return Object.assign(find, { names: new Map(vendors.map((vendor) => [vendor.id, vendor.name])) })
}
