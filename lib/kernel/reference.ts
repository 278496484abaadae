import type { Tx } from '#lib/platform/db'

/** The next `count` short references of a kind, such as AI-014. Gaps can appear when a transaction fails; repeats cannot. */
export async function nextReferences(
  tx: Tx,
  practiceId: string,
  prefix: string,
  count: number,
): Promise<string[]> {
  if (count === 0) return []
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "ReferenceCounter" ("practiceId", "kind", "last") VALUES (${practiceId}::uuid, ${prefix}, ${count})
    ON CONFLICT ("practiceId", "kind") DO UPDATE SET "last" = "ReferenceCounter"."last" + ${count}
    RETURNING "last"`
  const last = row?.last ?? count
  return Array.from({ length: count }, (_, i) => `${prefix}-${String(last - count + 1 + i).padStart(3, '0')}`)
}
