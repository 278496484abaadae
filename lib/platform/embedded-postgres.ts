import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from './plain-error.ts'
import { listenAddress } from './postgres-address.ts'
import { launchServer, postmasterFile, recoverCluster, servesCluster, spawnAs } from './postgres-process.ts'
import {
  ownFolder,
  type PostgresPrograms,
  postgresPrograms,
  type ServerUser,
  serverUser,
} from './postgres-programs.ts'

const DATABASE = 'plumbline'
const OWNER = 'plumbline_owner'

const SETTINGS = {
  shared_buffers: '64MB',
  max_connections: '60',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '2',
  io_method: 'sync',
  jit: 'off',
  random_page_cost: '1.1',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  unix_socket_permissions: '0700',
  // Errors of statements hold people's data; the application reports them itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export interface EmbeddedPostgres {
  /** URL of the owner role on the application's database. */
  ownerUrl: string
  /** Settles with the reason when the server ends without having been asked to. */
  died: Promise<string>
  stop: () => Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Made when missing; its parent must be writable. As root it comes to belong to another user. */
  dataDir: string
  log: (line: string) => void
  /** false: nothing is flushed to disk, for throwaway databases of tests. */
  durable?: boolean
  /** Listen on this port of the loopback address, not on a Unix socket. */
  port?: number
}

/**
 * Starts a PostgreSQL server of our own on a data folder, made on first use, that only this machine can reach. Recovers
 * from an earlier start that was killed. Throws a PlainError that says what to do when it cannot.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, durable = true } = options
  const user = serverUser(join(dataDir, 'data'))
  const programs = postgresPrograms(user)
  const home = ownFolder(dataDir, user)
  const cluster = join(home, 'data')
  if (!existsSync(cluster)) await makeCluster({ home, cluster, programs, user, durable })
  const madeBy = readOwned(join(cluster, 'PG_VERSION'))
  if (madeBy !== programs.major) {
    throw new PlainError(
      `The database in ${dataDir} was made by PostgreSQL ${madeBy}, this is ${programs.major}: back it up with the earlier version of Plumbline and restore it with this one`,
    )
  }
  await recoverCluster(cluster, log)
  const address = await listenAddress(home, user, options.port)
  const settings = { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), ...address }
  const server = await launchServer({ program: programs.postgres, cluster, settings, user, log })
  return { ownerUrl: ownerUrlOf(home), ...server }
}

/** The owner's URL of the server that runs on a data folder now, or undefined when none does. */
export function runningOwnerUrl(dataDir: string): string | undefined {
  const cluster = join(dataDir, 'data')
  const file = postmasterFile(cluster)
  return file?.status === 'ready' && servesCluster(file.pid, cluster) ? ownerUrlOf(dataDir) : undefined
}

function ownerUrlOf(home: string): string {
  const file = postmasterFile(join(home, 'data'))
  const password = readOwned(join(home, 'owner-password'))
  const host = file?.socketFolder ? `?host=${encodeURIComponent(file.socketFolder)}` : ''
  return `postgresql://${OWNER}:${password}@127.0.0.1:${file?.port}/${DATABASE}${host}`
}

function readOwned(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new PlainError(
      `${path} cannot be read: start as the user who started before (${(error as Error).message})`,
    )
  }
}

interface NewCluster {
  home: string
  cluster: string
  programs: PostgresPrograms
  user: ServerUser | undefined
  durable: boolean
}

/** Makes the cluster under another name and renames it when it is whole, so that a kill half-way leaves nothing. */
async function makeCluster({ home, cluster, programs, user, durable }: NewCluster): Promise<void> {
  const unfinished = `${cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(home, 'owner-password')
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const sync = durable ? [] : ['--no-sync']
  await run(programs.initdb, user, '', [
    ...['-D', unfinished, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...sync],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ])
  // Rights as on a managed server: not a superuser, so that nothing works here that fails there.
  const statements = [
    `CREATE ROLE ${OWNER} LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`,
    `GRANT pg_signal_backend TO ${OWNER}`,
    `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`,
  ]
  const sql = statements.map((statement) => `${statement}\n`).join('')
  await run(programs.postgres, user, sql, ['--single', '-D', unfinished, 'postgres'])
  renameSync(unfinished, cluster)
}

function run(program: string, user: ServerUser | undefined, input: string, options: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawnAs(program, options, user, 'pipe')
    const output: string[] = []
    const endWithUs = () => child.kill('SIGKILL')
    process.once('exit', endWithUs)
    child.stdout?.on('data', (chunk) => output.push(String(chunk)))
    child.stderr?.on('data', (chunk) => output.push(String(chunk)))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', endWithUs)
      const errors = output
        .join('')
        .split('\n')
        .filter((line) => /error|fatal/i.test(line))
      if (code === 0 && errors.length === 0) resolve()
      else
        reject(
          new PlainError(`The database could not be made: ${errors[0]?.trim() ?? output.join(' ').trim()}`),
        )
    })
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
