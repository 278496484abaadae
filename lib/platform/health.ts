import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { outside } from './db.ts'
import { env } from './env.ts'
import { errorId, log } from './log.ts'
import { isMailSetUp } from './mail.ts'

/** The worker says every minute at the latest that it is there. */
const WORKER_LATE_SECONDS = 180

/** Whether everything works that people depend on, part by part. */
export interface Health {
  ready: boolean
  version: string
  database: 'ok' | 'unreachable'
  migrations: 'ok' | 'pending' | 'unknown'
  worker: 'ok' | 'late' | 'unknown'
  /** Seconds since the worker was last heard of; null when it never was, or nobody can say. */
  workerAgeSeconds: number | null
  /** `off`: no mail server is set up. `failing`: mail of the last hour was refused or cannot be handed over. */
  mail: 'ok' | 'off' | 'failing' | 'unknown'
  /** Finds the log line of what failed. */
  errorId?: string
}

function neededMigrations(): string[] {
  return readdirSync(join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

/** Looks at database, migrations and worker. Never throws; the reason of a failure is logged, not told. */
export async function checkHealth(at: Date): Promise<Health> {
  const { version } = env()
  try {
    const rows = await outside<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const applied = new Set(rows.map(({ name }) => name))
    const [heard] = await outside<{ at: Date | null }>('SELECT max("at") AS at FROM "WorkerHeartbeat"')
    const age = heard?.at ? Math.max(0, Math.round((at.getTime() - heard.at.getTime()) / 1000)) : null
    const migrations = neededMigrations().every((name) => applied.has(name)) ? 'ok' : 'pending'
    const worker = age !== null && age <= WORKER_LATE_SECONDS ? 'ok' : 'late'
    const mail = await mailHealth(at)
    const ready = migrations === 'ok' && worker === 'ok'
    return { ready, version, database: 'ok', migrations, worker, workerAgeSeconds: age, mail }
  } catch (error) {
    const id = errorId()
    log('error', 'health check failed', { errorId: id, error })
    return {
      ready: false,
      version,
      database: 'unreachable',
      migrations: 'unknown',
      worker: 'unknown',
      workerAgeSeconds: null,
      mail: 'unknown',
      errorId: id,
    }
  }
}

const HOUR_MS = 60 * 60_000

/** People can work without mail, so it does not decide whether the installation is ready. */
async function mailHealth(at: Date): Promise<Health['mail']> {
  if (!isMailSetUp()) return 'off'
  const since = new Date(at.getTime() - HOUR_MS)
  const [found] = await outside<{ count: string }>('SELECT mail_in_trouble($1) AS count', [since])
  return Number(found?.count ?? 0) > 0 ? 'failing' : 'ok'
}
