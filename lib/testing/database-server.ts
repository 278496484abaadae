import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, relative } from 'node:path'
import { ensureAppRole } from '#lib/platform/app-role'
import { startEmbeddedPostgres } from '#lib/platform/embedded-postgres'
import { withClient } from '#lib/platform/postgres-connect'
import { isAlive } from '#lib/platform/postgres-process'

/** About 50 MB each; several, so that changing between branches costs nothing. */
const KEPT_CLUSTERS = 4
const APPLICATION_ROLE = 'plumbline_app_in_tests'

/** What test files need to make databases of their own. Plain data: it travels to the workers. */
export interface TestServer {
  /** The owner's URL of the server's first database, from which others are made. */
  ownerUrl: string
  /** The migrated database that each test database is a copy of. */
  template: string
  /** Part of the name of every database of this run. */
  run: string
  /** A login like the application's in production: it owns nothing and row-level security binds it. */
  application: { role: string; password: string }
}

export interface TestServerOptions {
  /** Names the state that `prepare` makes; another fingerprint, another template. */
  fingerprint: string
  /** Migrates the empty database behind this owner's URL and grants the application's rights to this role. */
  prepare: (ownerUrl: string, applicationRole: string) => Promise<void>
  /** A server that is there already; its login may create databases and roles. Without it one is started. */
  externalUrl?: string
  cacheDir?: string
  log?: (line: string) => void
}

/**
 * A throwaway server for one test run, with a migrated template. Preparing takes seconds and is kept on disk (or on the
 * external server); a run then copies the prepared cluster and starts in a fraction of a second.
 */
export async function openTestServer(
  options: TestServerOptions,
): Promise<{ server: TestServer; close: () => Promise<void> }> {
  const template = `test_template_${options.fingerprint.slice(0, 16)}`
  const run = `${process.pid}_${randomBytes(3).toString('hex')}`
  // The same for every run on one server, and known to whoever may connect as its owner anyway.
  const password = createHash('sha256')
    .update(`test:${options.externalUrl ?? ''}`)
    .digest('hex')
  const application = { role: APPLICATION_ROLE, password }
  if (options.externalUrl) {
    const ownerUrl = options.externalUrl
    await makeTemplate({ ownerUrl, template, application, prepare: options.prepare })
    return { server: { ownerUrl, template, run, application }, close: () => dropRun(ownerUrl, run) }
  }
  const cache = options.cacheDir ?? join(tmpdir(), `plumbline-test-${userInfo().username}`)
  const log = options.log ?? (() => undefined)
  mkdirSync(cache, { recursive: true })
  chmodSync(cache, 0o711) // the database's own user has to get through
  sweep(cache)
  const prepared = join(cache, `ready-${options.fingerprint.slice(0, 16)}`)
  if (!existsSync(prepared)) {
    await prepareCluster({ prepared, template, run, application, prepare: options.prepare, log })
  }
  const today = new Date()
  utimesSync(prepared, today, today) // still in use: see sweep
  const dataDir = join(cache, `run-${run}`)
  copyFolder(prepared, dataDir)
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log })
  const close = async () => {
    await server.stop()
    removeFolder(dataDir)
  }
  return { server: { ownerUrl: server.ownerUrl, template, run, application }, close }
}

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

/** One hash over the contents of files and folders: what the template depends on. */
export function fingerprintOf(paths: string[]): string {
  const hash = createHash('sha256')
  const add = (path: string, root: string) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) add(join(path, name), root)
    } else
      hash
        .update(`${relative(root, path)}\0`)
        .update(readFileSync(path))
        .update('\0')
  }
  for (const path of paths) add(path, path)
  return hash.digest('hex')
}

interface Template
  extends Pick<TestServerOptions, 'prepare'>,
    Pick<TestServer, 'ownerUrl' | 'template' | 'application'> {}

interface Cluster extends Omit<Template, 'ownerUrl'> {
  prepared: string
  run: string
  log: (line: string) => void
}

/** Made under another name and renamed when whole: a killed run leaves nothing half-made, and two runs do not collide. */
async function prepareCluster({ prepared, run, log, ...made }: Cluster): Promise<void> {
  const unfinished = join(prepared, '..', `run-${run}-preparing`)
  const server = await startEmbeddedPostgres({ dataDir: unfinished, durable: false, log })
  try {
    await makeTemplate({ ownerUrl: server.ownerUrl, ...made })
  } finally {
    await server.stop()
  }
  try {
    renameSync(unfinished, prepared)
  } catch (error) {
    removeFolder(unfinished)
    if (!existsSync(prepared)) throw error
  }
}

async function makeTemplate({ ownerUrl, template, application, prepare }: Template): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('plumbline test template'))")
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount) return
    await ensureAppRole(ownerUrl, application.password, application.role)
    const unfinished = `test_unfinished_${randomBytes(6).toString('hex')}`
    await client.query(`CREATE DATABASE ${unfinished}`)
    try {
      await prepare(withDatabase(ownerUrl, unfinished), application.role)
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`)
      await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`)
    } catch (error) {
      await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
      throw error
    }
  })
}

async function dropRun(ownerUrl: string, run: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [`test_${run}_`],
    )
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  })
}

/** Removes what killed runs left behind, and all but the last few prepared clusters. */
function sweep(cache: string): void {
  const names = readdirSync(cache)
  const killed = names.filter((name) => {
    const pid = /^run-(\d+)_/.exec(name)?.[1]
    return pid !== undefined && !isAlive(Number(pid))
  })
  const usedAt = (name: string) => statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const prepared = names.filter((name) => name.startsWith('ready-')).toSorted((a, b) => usedAt(b) - usedAt(a))
  for (const name of [...killed, ...prepared.slice(KEPT_CLUSTERS)]) removeFolder(join(cache, name))
}

/** Keeps owners and modes: PostgreSQL opens only a folder that belongs to it. */
function copyFolder(from: string, to: string): void {
  const real = realpathSync(from)
  if (process.platform === 'win32') cpSync(real, to, { recursive: true })
  else execFileSync('cp', ['-a', real, to])
}

/** Below a private folder, root's database folders are links to where the database's user can reach them. */
function removeFolder(path: string): void {
  const real = existsSync(path) ? realpathSync(path) : path
  rmSync(path, { recursive: true, force: true })
  rmSync(real, { recursive: true, force: true })
}
