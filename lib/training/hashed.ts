import type { Tx } from '#lib/platform/db'

/**
 * Runs statements that put thousands of rows beside thousands. Right after so many were added, PostgreSQL does not know of them yet
 * and would look through all for each: 11 seconds instead of a tenth of one at 10,000 people.
 */
export async function hashed<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'off', true)`
  const found = await work()
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'on', true)`
  return found
}
