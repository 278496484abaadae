import { z } from 'zod'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { read, type Tx } from '#lib/platform/db'
import { type ChainLink, type ChainNode, chainBehind } from './chain.ts'
import { visible } from './policy.ts'

interface ChainVendor {
  id: string
  ref: string
  name: string
  archived: boolean
}

export interface VendorChain {
  behind: ChainNode[]
  /** The vendors that use it themselves. */
  usedBy: ChainVendor[]
  /** Every vendor of the chain, and those that use it, by id. */
  vendors: ReadonlyMap<string, ChainVendor>
}

const linkRow = z.object({
  id: z.string(),
  vendorId: z.string(),
  subProcessorId: z.string(),
  does: z.string(),
  patientData: z.string(),
})

/** Every link behind a vendor, to any depth. One statement. */
export async function linksBehind(tx: Tx, vendorId: string): Promise<ChainLink[]> {
  const found = await tx.$queryRaw`
    WITH RECURSIVE behind AS (
      SELECT * FROM "VendorLink" WHERE "vendorId" = ${vendorId}::uuid
      UNION
      SELECT l.* FROM "VendorLink" l JOIN behind b ON l."vendorId" = b."subProcessorId"
    )
    SELECT b."id", b."vendorId", b."subProcessorId", b."does", b."patientData"
    FROM behind b JOIN "Vendor" v ON v."id" = b."subProcessorId" ORDER BY v."name", b."id"`
  return z.array(linkRow).parse(found)
}

/** The chain behind a vendor and who uses it; empty for those who may not read vendors. Three statements. */
export async function vendorChain(actor: Actor, vendorId: string): Promise<VendorChain> {
  if (!isId(vendorId)) return { behind: [], usedBy: [], vendors: new Map() }
  return read(actor, async (tx) => {
    const links = await linksBehind(tx, vendorId)
    const users = await tx.vendorLink.findMany({
      where: { subProcessorId: vendorId, vendor: visible(actor) },
      select: { vendorId: true },
    })
    const ids = [...links.map(({ subProcessorId }) => subProcessorId), ...users.map((user) => user.vendorId)]
    const found = await tx.vendor.findMany({
      where: { AND: [{ id: { in: ids } }, visible(actor)] },
      select: { id: true, ref: true, name: true, archivedAt: true },
      orderBy: { name: 'asc' },
    })
    const vendors = new Map(
      found.map(({ archivedAt, ...vendor }) => [vendor.id, { ...vendor, archived: archivedAt !== null }]),
    )
    const usedBy = [...vendors.values()].filter(({ id }) => users.some((user) => user.vendorId === id))
    return { behind: vendors.size > 0 ? chainBehind(vendorId, links) : [], usedBy, vendors }
  })
}

const mostListed = 200

/** The vendors that can be named elsewhere, by name (without `exceptId`); null where they are too many to be listed. */
export async function vendorChoices(
  actor: Actor,
  exceptId: string | null,
): Promise<{ value: string; label: string }[] | null> {
  const found = await read(actor, (tx) =>
    tx.vendor.findMany({
      where: { AND: [{ archivedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) }, visible(actor)] },
      select: { id: true, ref: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: mostListed + 1,
    }),
  )
  if (found.length > mostListed) return null
  return found.map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` }))
}
