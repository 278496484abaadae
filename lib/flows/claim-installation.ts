import type { Tx } from '#lib/platform/db'

/** Any number: whoever takes it first sets the installation up. */
const SETUP_LOCK = 7_263_401

/** Whether this transaction may make the first practice; until it ends, nobody else may. */
export async function claimInstallation(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`SELECT practice_exists() AS found`
  return row?.found === false
}
