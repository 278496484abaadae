import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../lib/testing/test-database.ts'
import * as training from '../../lib/testing/training.ts'
import { verifyAttestations } from './verify.ts'

const database = useTestDatabase()
let made: training.TrainingPractice

const faults = async () => {
  const told: string[] = []
  await verifyAttestations(database.ownerUrl, (_, what) => told.push(what))
  return told
}

beforeAll(async () => {
  made = await training.practiceWithCampaign(database.owner)
  await training.signAs(made.nurse, made.assignmentId, made.versionId)
  // As only somebody with the owner's login could.
  for (const table of ['Attestation', 'CourseVersion'])
    await database.owner.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${table}_sha256_check"`)
  for (const table of ['Attestation', 'CourseVersion', 'Assignment'])
    await database.owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
})

const sealAgain = `, sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')`
const replaced = (was: string, is: string) =>
  `UPDATE "Attestation" SET content = replace(content, '${was}', '${is}')`
const fitting = `UPDATE "Attestation" SET sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')`

describe('verify:attestations', () => {
  it('finds all that was signed as it was signed', async () => {
    const told: string[] = []
    const found = await verifyAttestations(database.ownerUrl, (label) => told.push(label))
    expect(told).toEqual([])
    expect(found).toMatchObject({ versions: 1, attestations: 1, damaged: 0 })
    expect(found.assignments).toBeGreaterThan(1)
  })

  it.each([
    ['one answer', [replaced('"chosen":"a"', '"chosen":"b"')], 'what was signed has another hash'],
    [
      'one answer, with a fitting hash',
      [replaced('{"chosen":"a","question":"q1"}', '{"chosen":"b","question":"q1"}'), fitting],
      'its answers do not give its score',
    ],
    [
      'the sentence, with a fitting hash',
      [replaced('I know whom to ask', 'I do not know whom to ask'), fitting],
      'its sentence has another hash',
    ],
    [
      'the browser, with a fitting hash',
      [replaced('A browser', 'B browser'), fitting],
      'the audit trail knows of no signature with this hash',
    ],
    [
      'the method of the row',
      [`UPDATE "Attestation" SET method = 'kiosk'`],
      'its row says another method than what was signed',
    ],
    [
      'the instant of the row',
      [`UPDATE "Attestation" SET "signedAt" = "signedAt" - interval '1 day'`],
      'its row says another instant than what was signed',
    ],
    [
      'the text that was taught',
      [`UPDATE "CourseVersion" SET content = replace(content, 'Use only', 'Do not use')`],
      'its text has another hash',
    ],
    [
      'the text that was taught, with a fitting hash',
      [
        `UPDATE "CourseVersion" SET content = replace(content, 'Use only', 'Do not use')`,
        `UPDATE "CourseVersion" SET "practiceId" = "practiceId"${sealAgain}`,
      ],
      'it was signed under another text',
    ],
    [
      'that it is signed',
      [`UPDATE "Assignment" SET "signedAt" = NULL, "signedOn" = NULL`],
      'it says that it is not signed, and there is a signature',
    ],
    [
      'when it was signed',
      [`UPDATE "Assignment" SET "signedAt" = now() - interval '1 year' WHERE "signedAt" IS NOT NULL`],
      'it was signed at another instant',
    ],
    [
      'that another one is signed',
      [`UPDATE "Assignment" SET "signedAt" = now(), "signedOn" = current_date WHERE "signedAt" IS NULL`],
      'it says that it is signed, and there is no signature',
    ],
  ])('finds out who alters %s', async (_, altering, what) => {
    const client = await database.owner.connect()
    const kept = `SELECT json_build_object('a', (SELECT json_agg(t) FROM "Attestation" t), 'v', (SELECT json_agg(t) FROM "CourseVersion" t), 's', (SELECT json_agg(t) FROM "Assignment" t)) AS all`
    try {
      const before = await client.query(kept)
      await client.query('CREATE TEMP TABLE a AS TABLE "Attestation"')
      await client.query('CREATE TEMP TABLE v AS TABLE "CourseVersion"')
      await client.query('CREATE TEMP TABLE s AS TABLE "Assignment"')
      for (const sql of altering) await client.query(sql)
      expect(await faults()).toContain(what)
      await client.query(
        'UPDATE "Attestation" t SET content = a.content, sha256 = a.sha256, method = a.method, "signedAt" = a."signedAt" FROM a WHERE a.id = t.id',
      )
      await client.query(
        'UPDATE "CourseVersion" t SET content = v.content, sha256 = v.sha256 FROM v WHERE v.id = t.id',
      )
      await client.query(
        'UPDATE "Assignment" t SET "signedAt" = s."signedAt", "signedOn" = s."signedOn" FROM s WHERE s.id = t.id',
      )
      await client.query('DROP TABLE a, v, s')
      expect((await client.query(kept)).rows).toEqual(before.rows)
      expect(await faults()).toEqual([])
    } finally {
      client.release()
    }
  })

  it('finds a signature that is gone', async () => {
    await database.owner.query('DELETE FROM "Attestation"')
    expect(await faults()).toEqual(['it says that it is signed, and there is no signature'])
  })
})
