import { join } from 'node:path'
import { APP_ROLE, checkAppRole, ensureAppRole } from '../../lib/platform/app-role.ts'
import { runningOwnerUrl, startEmbeddedPostgres } from '../../lib/platform/embedded-postgres.ts'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { checkServer } from '../../lib/platform/postgres-connect.ts'
import { takeLock } from './lock.mjs'
import { rolePassword } from './secrets.ts'

export interface Database {
  ownerUrl: string
  /** Settles with the reason when a server that we run ends without having been asked to. */
  died: Promise<string>
  close: () => Promise<void>
}

/**
 * The database of DATABASE_URL, checked, else our own server on the data folder, which the caller must hold the lock
 * of. Throws a PlainError.
 */
export async function openDatabase(dataDir: string, environment: NodeJS.ProcessEnv): Promise<Database> {
  if (environment.DATABASE_URL) {
    await checkServer(environment.DATABASE_URL)
    return outsideDatabase(environment.DATABASE_URL)
  }
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: passOn })
  return { ownerUrl: server.ownerUrl, died: server.died, close: server.stop }
}

/** The database that is there now, for tools that run beside a running instance or without one. Throws a PlainError. */
export async function joinDatabase(dataDir: string, environment: NodeJS.ProcessEnv): Promise<Database> {
  if (environment.DATABASE_URL) return openDatabase(dataDir, environment)
  const running = runningOwnerUrl(join(dataDir, 'postgres'))
  if (running) return outsideDatabase(running)
  const lock = takeLock(
    join(dataDir, 'instance.lock'),
    (holder) => `Plumbline (${holder}) is just starting or stopping on ${dataDir}: try again in a moment`,
  )
  try {
    const database = await openDatabase(dataDir, environment)
    return { ...database, close: () => database.close().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

function outsideDatabase(ownerUrl: string): Database {
  return { ownerUrl, died: new Promise(() => undefined), close: () => Promise.resolve() }
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

/** PostgreSQL's own lines, without its coming and going. A wrong password is answered to whoever gave it. */
function passOn(line: string): void {
  if (/ LOG: | FATAL: {2}password authentication failed/.test(line)) return
  process.stderr.write(`postgres: ${line.replace(/^\S+ \S+ UTC \[\d+\] /, '')}\n`)
}
