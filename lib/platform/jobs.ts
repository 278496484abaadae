import pg from 'pg'
import { fromPrisma, PgBoss, type QueueOptions } from 'pg-boss'
import { outside, type Tx } from './db.ts'
import { env } from './env.ts'
import { log } from './log.ts'
import { withClient } from './postgres-connect.ts'

/** The work that is done outside a request, by queue, and what each piece of it needs to know. */
export interface Jobs {
  /** Writes a checked import into its register, for the person who started it. */
  import: { kind: string; batchId: string; practiceId: string; personId: string }
  /** Sends a mail that stands in the outbox. */
  mail: { practiceId: string; mailId: string }
}
export type Queue = keyof Jobs

const SCHEMA = 'jobs'
/** A worker that was killed is noticed after this many seconds without a sign of life, and its job given to another. */
const HEARTBEAT_SECONDS = 20
const WATCH_SECONDS = 10

const queues: Record<Queue, QueueOptions> = {
  // A second try for a worker that was stopped or killed. What fails by itself is settled by its handler.
  import: { retryLimit: 1, retryDelay: 1, expireInSeconds: 20 * 60, heartbeatSeconds: HEARTBEAT_SECONDS },
  // The outbox knows what is to be tried again, and when.
  mail: { retryLimit: 0, expireInSeconds: 15 * 60, heartbeatSeconds: HEARTBEAT_SECONDS },
}
/** How many jobs of a queue one worker does at a time. */
const atATime: Record<Queue, number> = { import: 1, mail: 4 }

/** Where a job goes that no worker lived to finish. */
const givenUp = (queue: Queue) => `${queue}-given-up`

const base = { schema: SCHEMA, migrate: false, supervise: false, schedule: false } as const

/**
 * Makes or updates the tables and queues of background work and lets the application's role use them. The role may
 * create nothing itself. Safe to repeat, also by several at once; call it after the migrations.
 */
export async function prepareJobs(ownerUrl: string, appRole: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('plumbline jobs'))")
    const boss = new PgBoss({ ...base, migrate: true, connectionString: ownerUrl, max: 1 })
    boss.on('error', (error) => log('error', 'preparing background jobs failed', { error }))
    await boss.start()
    try {
      for (const [queue, options] of Object.entries(queues) as [Queue, QueueOptions][]) {
        await boss.createQueue(givenUp(queue), { notify: true })
        await boss.createQueue(queue, { ...options, notify: true, deadLetter: givenUp(queue) })
        await boss.updateQueue(queue, { ...options, notify: true, deadLetter: givenUp(queue) })
      }
    } finally {
      await boss.stop({ graceful: false })
    }
    const role = pg.escapeIdentifier(appRole)
    await client.query(`
      GRANT USAGE ON SCHEMA ${SCHEMA} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${role}`)
  })
}

const holder = globalThis as typeof globalThis & { plumblineJobs?: Promise<PgBoss> }

/** Knows the queues and writes into them; runs nothing, so it is stopped as soon as it has read their names. */
async function openSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    ...base,
    db: { executeSql: async (text, values) => ({ rows: await outside(text, values) }) },
  })
  await boss.start()
  await boss.stop({ graceful: false })
  return boss
}

/** Puts a job into its queue within the caller's transaction: it exists when that is committed, and not before. */
export function enqueue<Q extends Queue>(tx: Tx, queue: Q, data: Jobs[Q]): Promise<void> {
  return enqueueAll(tx, queue, [data])
}

/** Puts many jobs into their queue in one statement, to be done after so many seconds. */
export async function enqueueAll<Q extends Queue>(
  tx: Tx,
  queue: Q,
  jobs: readonly Jobs[Q][],
  afterSeconds = 0,
): Promise<void> {
  if (jobs.length === 0) return
  holder.plumblineJobs ??= openSender()
  try {
    const boss = await holder.plumblineJobs
    const rows = jobs.map((data) => ({ data, ...(afterSeconds > 0 ? { startAfter: afterSeconds } : {}) }))
    await boss.insert(queue, rows, { db: fromPrisma(tx) })
  } catch (error) {
    // The queues may not have been there yet: the next call looks again.
    holder.plumblineJobs = undefined
    throw error
  }
}

/** What is done with a job, and what when it was given up: its worker died, and the one of the second try too. */
export type JobHandlers = {
  [Q in Queue]: { run: (data: Jobs[Q]) => Promise<void>; givenUp: (data: Jobs[Q]) => Promise<void> }
}

/**
 * Takes jobs until `stop`, a few of each queue at a time. `stop` waits so long for the job at hand, then leaves it to
 * another worker. A handler that throws has its job tried again.
 */
export async function workOnJobs(
  handlers: JobHandlers,
): Promise<{ stop: (patienceMs: number) => Promise<void> }> {
  const boss = new PgBoss({
    ...base,
    connectionString: env().databaseUrl,
    application_name: 'plumbline worker',
    max: 3,
    supervise: true,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
    useListenNotify: true,
    // Rebuilding an index is for its owner.
    reindex: false,
  })
  boss.on('error', (error) => log('error', 'background jobs', { error }))
  boss.on('warning', (warning) => log('warn', 'background jobs', { warning: warning.message }))
  await boss.start()
  for (const queue of Object.keys(handlers) as Queue[]) await take(boss, queue, handlers[queue])
  return { stop: (patienceMs) => boss.stop({ graceful: true, timeout: patienceMs }) }
}

async function take<Q extends Queue>(boss: PgBoss, queue: Q, handler: JobHandlers[Q]): Promise<void> {
  // LISTEN brings a new job at once; looking is for what is tried again, and for poolers that swallow notices.
  const options = { batchSize: 1, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 }
  await boss.work<Jobs[Q]>(queue, { ...options, localConcurrency: atATime[queue] }, async (jobs) => {
    for (const job of jobs) await handler.run(job.data)
  })
  await boss.work<Jobs[Q]>(givenUp(queue), options, async (jobs) => {
    for (const job of jobs) await handler.givenUp(job.data)
  })
}
