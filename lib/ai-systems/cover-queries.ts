import { z } from 'zod'
import { type Day, dayOrNull } from '#lib/base/days'
import { termsOf, termsSelect } from '#lib/law/stored-terms'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type Cover, type CoverAgreement, type CoverLink, type CoverWorld, coverOf } from './cover.ts'

const systemSelect = {
  id: true,
  vendorId: true,
  vendorName: true,
  runsWhere: true,
  patientData: true,
  coverOverrideUntil: true,
  flows: {
    where: { archivedAt: null },
    select: { id: true, ref: true, deidentification: true, vendors: { select: { vendorId: true } } },
    orderBy: { ref: 'asc' },
  },
} as const satisfies Prisma.AiSystemSelect

/**
 * What the gate says of these systems on a day, judged from what there is now. Four statements, however many systems. The
 * rows of vendors and agreements are read whoever asks: what a reader may see of them, the page decides.
 */
export async function coversOf(
  tx: Tx,
  where: Prisma.AiSystemWhereInput,
  today: Day,
): Promise<Map<string, Cover>> {
  const systems = await tx.aiSystem.findMany({ where, select: systemSelect, relationLoadStrategy: 'query' })
  const named = systems.flatMap(({ vendorId, flows }) => [
    ...(vendorId ? [vendorId] : []),
    ...flows.flatMap(({ vendors }) => vendors.map((vendor) => vendor.vendorId)),
  ])
  const world = await worldAround(tx, [...new Set(named)])
  return new Map(
    systems.map(({ flows, coverOverrideUntil, ...system }) => [
      system.id,
      coverOf(
        {
          ...system,
          overrideUntil: dayOrNull(coverOverrideUntil),
          flows: flows.map(({ vendors, ...flow }) => ({
            ...flow,
            vendorIds: vendors.map(({ vendorId }) => vendorId),
          })),
        },
        world,
        today,
      ),
    ]),
  )
}

const linkRow = z.object({ vendorId: z.string(), subProcessorId: z.string(), patientData: z.string() })

/** Vendors, the chains behind them, and every agreement that may cover them. */
async function worldAround(tx: Tx, vendorIds: readonly string[]): Promise<CoverWorld> {
  if (vendorIds.length === 0) return { vendors: new Map(), links: [], agreements: [] }
  const links: CoverLink[] = z.array(linkRow).parse(
    await tx.$queryRaw`
      WITH RECURSIVE behind AS (
        SELECT "vendorId", "subProcessorId", "patientData" FROM "VendorLink" WHERE "vendorId" = ANY(${vendorIds}::uuid[])
        UNION
        SELECT l."vendorId", l."subProcessorId", l."patientData"
        FROM "VendorLink" l JOIN behind b ON l."vendorId" = b."subProcessorId"
      )
      SELECT * FROM behind ORDER BY "vendorId", "subProcessorId"`,
  )
  const ids = [...new Set([...vendorIds, ...links.map(({ subProcessorId }) => subProcessorId)])]
  const vendors = await tx.vendor.findMany({
    where: { id: { in: ids } },
    select: { id: true, ref: true, name: true, businessAssociate: true },
  })
  return {
    vendors: new Map(vendors.map((vendor) => [vendor.id, vendor])),
    links,
    agreements: await agreementsWith(tx, ids),
  }
}

const agreementSelect = {
  id: true,
  ref: true,
  kind: true,
  vendorId: true,
  upstreamId: true,
  complete: true,
  covers: true,
  ...termsSelect,
  systems: { select: { systemId: true } },
  flows: { select: { flowId: true } },
} as const satisfies Prisma.AgreementSelect

async function agreementsWith(tx: Tx, vendorIds: readonly string[]): Promise<CoverAgreement[]> {
  const found = await tx.agreement.findMany({
    where: { vendorId: { in: [...vendorIds] }, archivedAt: null, kind: { in: ['baa', 'data-use'] } },
    select: agreementSelect,
    orderBy: { ref: 'asc' },
    relationLoadStrategy: 'query',
  })
  return found.map(({ systems, flows, ...agreement }) => ({
    ...agreement,
    ...termsOf(agreement),
    systemIds: systems.map(({ systemId }) => systemId),
    flowIds: flows.map(({ flowId }) => flowId),
  }))
}
