import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { keepAllTraining } from '#lib/flows/keep-training'
import { keepAllGates } from '#lib/flows/phi-gate'
import { purgeDrafts, purgeSessions } from '#lib/flows/purge'
import { remindVendors } from '#lib/flows/remind-vendors'
import { now } from '#lib/platform/clock'
import { disconnect, outside } from '#lib/platform/db'
import { workOnJobs } from '#lib/platform/jobs'
import { log } from '#lib/platform/log'
import { rescueIn, rescueMail, sendMail } from '#lib/platform/mail-delivery'
import { purgeRateLimits } from '#lib/platform/rate-limit'
import { composeDaily } from '#lib/reminders/composer'
import { dailyMail, planReminders } from '#lib/reminders/planner'
import { failLostBatches, forgetOldFiles } from '#lib/transfer/batch-care'
import { giveUpImport, runImport } from './import-job.ts'
import { openPackageDoor } from './package-door.ts'

// The process that works outside requests: `node lib/jobs/worker.ts`. Several may run, on several machines.

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Whoever stops us waits a little longer than this before it kills us. */
const PATIENCE_MS = 12_000

/** Says that a worker is there: /api/health looks for it. */
async function beat(): Promise<void> {
  await outside(
    'INSERT INTO "WorkerHeartbeat" ("worker", "at") VALUES ($1, $2) ON CONFLICT ("worker") DO UPDATE SET "at" = $2',
    [hostname(), now()],
  )
}

const chores: readonly (readonly [name: string, run: () => Promise<unknown>])[] = [
  ['lost imports', failLostBatches],
  ['files of old imports', forgetOldFiles],
  ['drafts', () => purgeDrafts(now())],
  ['sessions', () => purgeSessions(now())],
  ['questionnaires of vendors', remindVendors],
  ['rate limits', () => purgeRateLimits(new Date(now().getTime() - 2 * HOUR_MS))],
]

/** Each chore by itself: one that fails must not keep the others from being done. */
async function tidyUp(): Promise<void> {
  for (const [name, run] of chores) await attempt(`tidying up ${name}`, run)
}

async function everyMinute(): Promise<void> {
  await attempt('heartbeat', beat)
  await attempt('looking after mail', rescueMail)
  await keepAllGates()
  await attempt('looking after training', keepAllTraining)
  await attempt('planning reminders', planReminders)
}

async function attempt(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log('error', `${what} failed`, { error })
  }
}

const jobs = await workOnJobs({
  import: { run: runImport, givenUp: giveUpImport },
  mail: {
    run: (mail) => sendMail(mail, { [dailyMail]: composeDaily }),
    givenUp: ({ practiceId }) => rescueIn(practiceId),
  },
})
const packages = openPackageDoor()
await beat()
log('info', 'worker ready', { memoryMb: Math.round(process.memoryUsage().rss / 1024 / 1024) })
const timers = [setInterval(() => void everyMinute(), MINUTE_MS), setInterval(() => void tidyUp(), HOUR_MS)]
void everyMinute()
void tidyUp()

async function stop(): Promise<void> {
  for (const timer of timers) clearInterval(timer)
  packages.close()
  await jobs.stop(PATIENCE_MS)
  // A job that did not end in time still holds its connection: the database takes back what it did.
  await Promise.race([disconnect(), pause(1_000)])
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
