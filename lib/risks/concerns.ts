import { z } from 'zod'
import type { Tx } from '#lib/platform/db'
import type { Named } from './row.ts'

/** What risks concern, as the database has it: who may know of which is for the caller to say. */
export interface Concerns {
  systems: (Named & { siteIds: string[] })[]
  vendors: Named[]
  sites: Omit<Named, 'ref'>[]
}

const row = z.object({
  riskId: z.string(),
  kind: z.enum(['system', 'vendor', 'site']),
  id: z.string(),
  ref: z.string(),
  name: z.string(),
  siteIds: z.array(z.string()),
})

const nothing: Concerns = { systems: [], vendors: [], sites: [] }

/**
 * What each of these risks concerns. One statement of its own: as relations of the risks it would be eight joins, and planning
 * them takes longer than finding the rows.
 */
export async function concernsOf(tx: Tx, riskIds: readonly string[]): Promise<(id: string) => Concerns> {
  if (riskIds.length === 0) return () => nothing
  const found = await tx.$queryRaw`
    SELECT l."riskId", 'system' AS kind, s."id", s."ref", s."name",
      ARRAY(SELECT p."siteId" FROM "AiSystemSite" p WHERE p."systemId" = s."id") AS "siteIds"
    FROM "RiskSystem" l JOIN "AiSystem" s ON s."id" = l."systemId" WHERE l."riskId" = ANY(${riskIds}::uuid[])
    UNION ALL
    SELECT l."riskId", 'vendor', v."id", v."ref", v."name", '{}'
    FROM "RiskVendor" l JOIN "Vendor" v ON v."id" = l."vendorId" WHERE l."riskId" = ANY(${riskIds}::uuid[])
    UNION ALL
    SELECT l."riskId", 'site', s."id", '', s."name", '{}'
    FROM "RiskSite" l JOIN "Site" s ON s."id" = l."siteId" WHERE l."riskId" = ANY(${riskIds}::uuid[])
    ORDER BY 4, 5`
  const byRisk = new Map<string, Concerns>()
  for (const { riskId, kind, siteIds, ...named } of z.array(row).parse(found)) {
    const concerns = byRisk.get(riskId) ?? { systems: [], vendors: [], sites: [] }
    if (kind === 'system') concerns.systems.push({ ...named, siteIds })
    else if (kind === 'vendor') concerns.vendors.push(named)
    else concerns.sites.push({ id: named.id, name: named.name })
    byRisk.set(riskId, concerns)
  }
  return (id) => byRisk.get(id) ?? nothing
}
