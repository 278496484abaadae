import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import { frameworkNames, requirementWords } from '#lib/law/frameworks/requirement-words'
import type { Tx } from '#lib/platform/db'
import type { RiskRow } from './row.ts'

/** What only a file or a page shows of a risk. */
export type Parts = Pick<
  RiskRow,
  'ownerName' | 'backupName' | 'acceptedByName' | 'controls' | 'requirements' | 'requirementWords' | 'actions'
>

const day = z.string().refine(isDay)
const row = z.object({
  riskId: z.string(),
  ownerName: z.string().nullable(),
  backupName: z.string().nullable(),
  acceptedByName: z.string().nullable(),
  controls: z.array(z.object({ id: z.string(), ref: z.string(), name: z.string() })),
  requirements: z.array(z.object({ framework: z.string(), requirement: z.string() })),
  actions: z.array(
    z.object({
      title: z.string(),
      ownerId: z.string().nullable(),
      ownerName: z.string().nullable(),
      dueOn: day,
      doneOn: day.nullable(),
      dropped: z.boolean(),
      outcome: z.string(),
    }),
  ),
})

/**
 * The parts of these risks. One statement that gives each risk's as JSON, and one for what frameworks are called: as relations
 * of Prisma's it was nine, and twice the time for a file.
 */
export async function partsOf(tx: Tx, riskIds: readonly string[]): Promise<ReadonlyMap<string, Parts>> {
  if (riskIds.length === 0) return new Map()
  const names = frameworkNames(
    await tx.ownFramework.findMany({ select: { id: true, ref: true, name: true } }),
  )
  const found = await tx.$queryRaw`
    SELECT r."id" AS "riskId", o."name" AS "ownerName", b."name" AS "backupName", a."name" AS "acceptedByName",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('id', c."id", 'ref', c."ref", 'name', c."title") ORDER BY c."ref")
        FROM "RiskControl" l JOIN "Control" c ON c."id" = l."controlId" WHERE l."riskId" = r."id"), '[]') AS "controls",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('framework', q."framework", 'requirement', q."requirement") ORDER BY q."framework", q."requirement")
        FROM "RiskRequirement" q WHERE q."riskId" = r."id"), '[]') AS "requirements",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('title', s."title", 'ownerId', s."ownerId", 'ownerName', p."name", 'dueOn', s."dueOn",
          'doneOn', s."doneOn", 'dropped', s."dropped", 'outcome', s."outcome") ORDER BY s."dueOn", s."id")
        FROM "RiskAction" s LEFT JOIN "Person" p ON p."id" = s."ownerId"
        WHERE s."practiceId" = r."practiceId" AND s."riskId" = r."id"), '[]') AS "actions"
    FROM "Risk" r
    LEFT JOIN "Person" o ON o."id" = r."ownerId"
    LEFT JOIN "Person" b ON b."id" = r."backupId"
    LEFT JOIN "Person" a ON a."id" = r."acceptedById"
    WHERE r."id" = ANY(${riskIds}::uuid[])`
  return new Map(
    z
      .array(row)
      .parse(found)
      .map(({ riskId, requirements, ...parts }) => [
        riskId,
        {
          ...parts,
          requirements: requirements.map(requirementKey),
          requirementWords: requirements.map((ref) => requirementWords(ref, names)),
        },
      ]),
  )
}
