import type { Day } from '#lib/base/days'
import { grants } from '#lib/kernel/access'
import type { Tx } from '#lib/platform/db'
import type { Part } from './ladder.ts'

/** Who can be told of anything: they work here and have an e-mail address. */
export interface Reach {
  reachable: ReadonlySet<string>
  /** Those who keep what nobody else does, everywhere. */
  keepers: readonly string[]
}

export interface Recipient {
  personId: string
  part: Part
  /** Nobody answers for the duty who could be told of it. */
  isUnowned: boolean
}

/**
 * Everybody who is told of a duty sooner or later, each once. An owner without an e-mail address is no owner here. What many
 * people each do themselves is nobody else’s mail: those who keep it hear of all of it together, by a duty of its own.
 */
export function recipientsOf(
  {
    ownerId,
    backupId,
    isPersonal = false,
  }: { ownerId: string | null; backupId: string | null; isPersonal?: boolean },
  { reachable, keepers }: Reach,
): Recipient[] {
  const isUnowned = ownerId === null || !reachable.has(ownerId)
  const found = new Map<string, Recipient>()
  const add = (personId: string, part: Part) => {
    if (!found.has(personId)) found.set(personId, { personId, part, isUnowned })
  }
  if (ownerId !== null && !isUnowned) add(ownerId, 'own')
  if (backupId !== null && reachable.has(backupId)) add(backupId, 'backup')
  if (!isPersonal) for (const keeper of keepers) add(keeper, 'keeper')
  return [...found.values()]
}

/** Those who hold the permission to keep what is due, everywhere and today, and can be told. */
async function keepersOf(tx: Tx, today: Day): Promise<string[]> {
  const roles: readonly string[] = grants['due.keep']
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p."id" FROM "RoleAssignment" r JOIN "Person" p ON p."id" = r."personId"
    WHERE r."role" = ANY (${[...roles]}::text[]) AND r."siteId" IS NULL AND (r."until" IS NULL OR r."until" >= ${today}::date)
      AND p."active" AND p."archivedAt" IS NULL AND p."email" IS NOT NULL
    ORDER BY p."id"`
  return found.map(({ id }) => id)
}

/** Whom of these, or of everybody, reminders reach. */
export async function reachOf(tx: Tx, today: Day, ids?: readonly string[]): Promise<Reach> {
  const people = await tx.person.findMany({
    where: { active: true, archivedAt: null, email: { not: null }, ...(ids ? { id: { in: [...ids] } } : {}) },
    select: { id: true },
  })
  return { reachable: new Set(people.map(({ id }) => id)), keepers: await keepersOf(tx, today) }
}
