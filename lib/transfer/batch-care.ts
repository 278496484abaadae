import { randomUUID } from 'node:crypto'
import { appendEvents } from '#lib/kernel/audit'
import { now } from '#lib/platform/clock'
import { outside, type Tx, write } from '#lib/platform/db'
import { type BatchState, batchRecord, keptSince, quoted } from './batch.ts'

// What the worker does to batches on nobody's behalf, each in a transaction of its own.

/** Notes how far an import is, for whoever looks at it meanwhile. */
export async function noteProgress(practiceId: string, batchId: string, rows: number): Promise<void> {
  await write({ practiceId }, (tx) =>
    tx.importBatch.updateMany({
      where: { id: batchId, state: 'applying' },
      data: { progress: rows, heartbeatAt: now() },
    }),
  )
}

/** Ends a batch that could not be applied, with the reason for whoever started it. One that is over already stays. */
export async function failBatch(practiceId: string, batchId: string, message: string): Promise<void> {
  const [at, correlationId] = [now(), randomUUID()]
  await write({ practiceId, correlationId }, async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { id: batchId, state: 'applying' },
      data: { state: 'failed', message, progress: 0 },
    })
    const batch = await tx.importBatch.findUnique({ where: { id: batchId }, select: { fileName: true } })
    if (count === 0 || !batch) return
    const by = { practiceId, personId: null, name: 'Plumbline', role: 'System' }
    const sentence = `Could not bring in ${quoted(batch.fileName)}: ${message}`
    const record = batchRecord(batchId, batch.fileName)
    await appendEvents(tx, by, 'import.failed', at, correlationId, [{ sentence, record }])
  })
}

const lostAfterMs = 45 * 60_000

/** Fails batches of which nothing was heard for so long that no worker can have them, say after a restored backup. */
export async function failLostBatches(): Promise<number> {
  const before = new Date(now().getTime() - lostAfterMs)
  let failed = 0
  await inEveryPractice(async (practiceId, tx) => {
    const lost = await tx.importBatch.findMany({
      where: { state: 'applying', heartbeatAt: { lt: before } },
      select: { id: true },
    })
    failed += lost.length
    return () => Promise.all(lost.map(({ id }) => failBatch(practiceId, id, lostMessage)))
  })
  return failed
}

/** Said of an import whose worker did not live to finish it. */
export const lostMessage =
  'The work was interrupted, also when it was tried again. Nothing was changed. Start it once more.'

const over: BatchState[] = ['applied', 'undone', 'failed', 'discarded']
const waiting: BatchState[] = ['uploaded', 'checked']

/** Empties files and rows of batches that can no longer be undone; uploads left lying that long are thrown away. */
export async function forgetOldFiles(): Promise<number> {
  const before = keptSince(now())
  let forgotten = 0
  await inEveryPractice(async (_, tx) => {
    const ended = { OR: [{ appliedAt: { lt: before } }, { appliedAt: null, createdAt: { lt: before } }] }
    const old = await tx.importBatch.findMany({
      where: { state: { in: [...over, ...waiting] }, content: { not: null }, ...ended },
      select: { id: true },
      take: 500,
    })
    const batchId = { in: old.map(({ id }) => id) }
    await tx.importRow.deleteMany({ where: { batchId } })
    await tx.importBatch.updateMany({ where: { id: batchId }, data: { content: null } })
    await tx.importBatch.updateMany({
      where: { id: batchId, state: { in: waiting } },
      data: { state: 'discarded' },
    })
    forgotten += old.length
  })
  return forgotten
}

/** Runs work in a transaction per practice, and what it returns after that. */
async function inEveryPractice(
  work: (practiceId: string, tx: Tx) => Promise<void | (() => Promise<unknown>)>,
): Promise<void> {
  for (const { id } of await outside<{ id: string }>('SELECT id FROM all_practices()')) {
    const after = await write({ practiceId: id }, (tx) => work(id, tx))
    if (after) await after()
  }
}
