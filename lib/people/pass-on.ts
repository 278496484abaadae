import { type Tx, unsafeIdentifier } from '#lib/platform/db'

interface Passed {
  id: string
  /** Whether the leaver owned it; else they backed it up. */
  owned: boolean
}

/**
 * Passes every row of a table that one person owns or backs up to another. Nobody becomes their own backup. Two statements,
 * however many rows; the table has ownerId, backupId, version and updatedAt.
 */
export async function passOn(tx: Tx, table: string, from: string, to: string, now: Date): Promise<Passed[]> {
  const name = unsafeIdentifier(table)
  const mine = await tx.$queryRawUnsafe<Passed[]>(
    `SELECT "id", "ownerId" IS NOT DISTINCT FROM $1::uuid AS owned FROM ${name}
     WHERE "ownerId" = $1::uuid OR "backupId" = $1::uuid ORDER BY "ref" FOR UPDATE`,
    from,
  )
  await tx.$executeRawUnsafe(
    `UPDATE ${name} SET
       "ownerId" = CASE WHEN "ownerId" = $1::uuid THEN $2::uuid ELSE "ownerId" END,
       "backupId" = CASE
         WHEN "ownerId" = $1::uuid AND "backupId" = $2::uuid THEN NULL
         WHEN "backupId" = $1::uuid AND "ownerId" = $2::uuid THEN NULL
         WHEN "backupId" = $1::uuid THEN $2::uuid
         ELSE "backupId" END,
       "version" = "version" + 1, "updatedAt" = $3
     WHERE "ownerId" = $1::uuid OR "backupId" = $1::uuid`,
    from,
    to,
    now,
  )
  return mine
}

/** What an event says of a record that was passed on. */
export function passedInWords(owned: boolean, from: string, to: string): string {
  return `Changed the ${owned ? 'owner' : 'backup'} from ${from} to ${to}, because ${from} leaves`
}
