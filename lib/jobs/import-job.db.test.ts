import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { registry } from '#lib/registry'
import { importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { failLostBatches, forgetOldFiles, lostMessage } from '#lib/transfer/batch-care'
import { giveUpImport, runImport } from './import-job.ts'

const database = useTestDatabase()
const { imports } = registry['ai-system']
const driver = importDriver(imports, () => database.owner)

let practice: TestPractice
let officer: Actor

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})

/** A started import, as the queue hands it to a worker. */
async function started(content = 'Name\nScribe') {
  const { id } = await driver.check(officer, content)
  valueOf(await imports.start(officer, { id }))
  return { kind: 'ai-system', batchId: id, practiceId: practice.id, personId: officer.personId }
}

async function names(): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT name FROM "AiSystem" WHERE "practiceId" = $1 ORDER BY name`,
    [practice.id],
  )
  return rows.map(({ name }) => name)
}

const update = (sql: string, ...values: unknown[]) => database.owner.query(sql, values)

describe('applying an import in the background', () => {
  it('is done in the name and with the rights of whoever started it', async () => {
    const job = await started()
    await runImport(job)
    expect(await driver.stateOf(job.batchId)).toMatchObject({ state: 'applied', progress: 1 })
    const { rows } = await database.owner.query(
      `SELECT "actorName", "actorRole" FROM "AuditEvent" WHERE action = 'ai-system.import' AND "recordKind" = 'ai-system' AND "practiceId" = $1`,
      [practice.id],
    )
    expect(rows).toEqual([{ actorName: officer.name, actorRole: 'Compliance officer' }])
  })

  it('changes nothing when it is delivered a second time', async () => {
    const job = await started()
    await runImport(job)
    await runImport(job)
    await giveUpImport(job)
    expect(await driver.stateOf(job.batchId)).toMatchObject({ state: 'applied', message: null })
    expect(await names()).toEqual(['Scribe'])
  })

  it.each([
    [
      'has left',
      `UPDATE "Person" SET active = false, "leftOn" = now() WHERE id = $1`,
      'Whoever started it no longer works here. Nothing was changed.',
    ],
    ['lost the role', `DELETE FROM "RoleAssignment" WHERE "personId" = $1`, 'Your role does not allow this.'],
  ])('fails with the reason when whoever started it %s meanwhile', async (_, sql, message) => {
    const job = await started()
    await update(sql, officer.personId)
    await runImport(job)
    expect(await driver.stateOf(job.batchId)).toMatchObject({ state: 'failed', message })
    expect(await names()).toEqual([])
  })

  it('fails with an error number when something breaks, and leaves nothing behind', async () => {
    const job = await started('Name\nScribe\nBot')
    await update(
      `UPDATE "ImportRow" SET "values" = jsonb_set("values", '{stage}', '"nonsense"') WHERE "batchId" = $1 AND line = 3`,
      job.batchId,
    )
    await runImport(job)
    const { state, message } = (await driver.stateOf(job.batchId)) ?? {}
    expect(state).toBe('failed')
    expect(message).toMatch(/^Something went wrong.+[0-9A-F]{10}\.$/)
    expect(await names()).toEqual([])
  })
})

describe('looking after imports', () => {
  it('fails those of which nothing was heard for long, and no others', async () => {
    const [lost, fresh] = [await started('Name\nA'), await started('Name\nB')]
    await update(
      `UPDATE "ImportBatch" SET "heartbeatAt" = now() - interval '2 hours' WHERE id = $1`,
      lost.batchId,
    )
    await failLostBatches()
    expect(await driver.stateOf(lost.batchId)).toMatchObject({ state: 'failed', message: lostMessage })
    expect(await driver.stateOf(fresh.batchId)).toMatchObject({ state: 'applying' })
  })

  it('forgets files and rows after the time in which an import can be undone, and throws old uploads away', async () => {
    const kept = async (id: string) => {
      const { rows } = await database.owner.query<{ file: boolean; rows: number }>(
        `SELECT content IS NOT NULL AS file, (SELECT count(*)::int FROM "ImportRow" r WHERE r."batchId" = b.id) AS rows FROM "ImportBatch" b WHERE id = $1`,
        [id],
      )
      return rows[0]
    }
    const old = await driver.bringIn(officer, 'Name\nOld')
    const young = await driver.bringIn(officer, 'Name\nYoung')
    const left = await driver.check(officer, 'Name\nLeft')
    await update(
      `UPDATE "ImportBatch" SET "appliedAt" = "appliedAt" - interval '31 days', "createdAt" = "createdAt" - interval '31 days' WHERE id = ANY($1)`,
      [old.id, left.id],
    )
    await forgetOldFiles()
    expect(await kept(old.id)).toEqual({ file: false, rows: 0 })
    expect(await driver.stateOf(old.id)).toMatchObject({ state: 'applied' })
    expect(await kept(young.id)).toEqual({ file: true, rows: 1 })
    expect(await kept(left.id)).toEqual({ file: false, rows: 0 })
    expect(await driver.stateOf(left.id)).toMatchObject({ state: 'discarded' })
    expect(await names()).toEqual(['Old', 'Young'])
  })
})
