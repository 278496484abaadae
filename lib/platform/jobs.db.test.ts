import { beforeAll, describe, expect, it } from 'vitest'
import { createPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { write } from './db.ts'
import { enqueue, type Jobs, prepareJobs, workOnJobs } from './jobs.ts'

const database = useTestDatabase()
const appRole = () => decodeURIComponent(new URL(database.appUrl).username)
let practiceId = ''

beforeAll(async () => {
  await Promise.all([prepareJobs(database.ownerUrl, appRole()), prepareJobs(database.ownerUrl, appRole())])
  practiceId = (await createPractice(database.owner)).id
})

const job = (batchId: string): Jobs['import'] => ({ kind: 'x', batchId, practiceId, personId: 'somebody' })

async function waiting(): Promise<string[]> {
  const { rows } = await database.owner.query<{ id: string }>(
    `SELECT data ->> 'batchId' AS id FROM jobs.job WHERE name = 'import' AND state = 'created'`,
  )
  return rows.map(({ id }) => id)
}

/** Runs a worker until `enough` says so. */
async function work(run: (data: Jobs['import']) => Promise<void>, enough: () => boolean): Promise<void> {
  const nothing = () => Promise.resolve()
  const worker = await workOnJobs({
    import: { run, givenUp: nothing },
    mail: { run: nothing, givenUp: nothing },
  })
  const deadline = performance.now() + 15_000
  while (!enough() && performance.now() < deadline) await new Promise((done) => setTimeout(done, 50))
  await worker.stop(2_000)
}

describe('background jobs', () => {
  it('are prepared again without harm', async () => {
    await expect(prepareJobs(database.ownerUrl, appRole())).resolves.toBeUndefined()
  })

  it('exist when the transaction that asked for them is committed, and not when it is rolled back', async () => {
    await write({ practiceId }, (tx) => enqueue(tx, 'import', job('committed')))
    await expect(
      write({ practiceId }, async (tx) => {
        await enqueue(tx, 'import', job('rolled back'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await waiting()).toEqual(['committed'])
  })

  it('are taken once, also by two workers, with what they were given', async () => {
    const taken: string[] = []
    for (let at = 0; at < 3; at++)
      await write({ practiceId }, (tx) => enqueue(tx, 'import', job(`job ${at}`)))
    const run = (data: Jobs['import']) => {
      taken.push(data.batchId)
      return Promise.resolve()
    }
    const enough = () => taken.length >= 4
    await Promise.all([work(run, enough), work(run, enough)])
    expect(taken.toSorted()).toEqual(['committed', 'job 0', 'job 1', 'job 2'])
    expect(await waiting()).toEqual([])
  })

  it('may not change their own tables’ shape as the application', async () => {
    const { default: pg } = await import('pg')
    const client = new pg.Client(database.appUrl)
    await client.connect()
    await expect(client.query('CREATE TABLE jobs.mine (id int)')).rejects.toThrow('permission denied')
    await client.end()
  })
})
