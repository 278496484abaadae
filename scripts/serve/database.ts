import { join } from 'node:path'
import { APP_ROLE, checkAppRole, ensureAppRole } from '../../lib/platform/app-role.ts'
import { runningOwnerUrl } from '../../lib/platform/embedded-postgres.ts'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { checkServer } from '../../lib/platform/postgres-connect.ts'
import { takeLock } from './lock.mjs'
import { ownDatabaseFolder, startOwnDatabase } from './own-database.ts'
import { rolePassword } from './secrets.ts'

export interface Database {
  ownerUrl: string
  close: () => Promise<void>
}

/**
 * The database that is there now, for tools that run beside a running instance or without one: that of DATABASE_URL,
 * that of the running instance, else our own server, started until `close`. Throws a PlainError.
 */
export async function joinDatabase(dataDir: string, environment: NodeJS.ProcessEnv): Promise<Database> {
  if (environment.DATABASE_URL) {
    await checkServer(environment.DATABASE_URL)
    return { ownerUrl: environment.DATABASE_URL, close: () => Promise.resolve() }
  }
  const running = runningOwnerUrl(ownDatabaseFolder(dataDir))
  if (running) return { ownerUrl: running, close: () => Promise.resolve() }
  const lock = takeLock(
    join(dataDir, 'instance.lock'),
    (holder) => `Plumbline (${holder}) is just starting or stopping on ${dataDir}: try again in a moment`,
  )
  try {
    const server = await startOwnDatabase(dataDir)
    return { ownerUrl: server.ownerUrl, close: () => server.stop().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The application's role and URL: that of APP_DATABASE_URL, checked, else a role that is made or mended here. */
export async function openAppRole(
  ownerUrl: string,
  encryptionKey: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ role: string; appUrl: string }> {
  const { APP_DATABASE_URL: given, APP_DATABASE_ROLE: name } = environment
  if (given) return { role: await checkAppRole(given, ownerUrl), appUrl: given }
  const role = name || APP_ROLE
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(role)) {
    throw new PlainError('APP_DATABASE_ROLE must be small letters, digits and underscores')
  }
  const appUrl = await ensureAppRole(ownerUrl, rolePassword(encryptionKey, role), role)
  return { role, appUrl }
}
