import { afterAll, describe, expect, it } from 'vitest'
import { packageTraining } from '../../lib/testing/course-packages.ts'
import { closeSpools } from '../../lib/testing/evidence.ts'
import { createPractice, valueOf } from '../../lib/testing/practice.ts'
import { useTestDatabase } from '../../lib/testing/test-database.ts'
import { verifyAttestations } from './verify.ts'

const database = useTestDatabase()
afterAll(closeSpools)

describe('verify:attestations', () => {
  it('holds a package, and what it reported, against the one that was taught', async () => {
    const practice = await createPractice(database.owner)
    const [officer, nurse] = [
      await practice.actor('officer'),
      await practice.actor('staff', [practice.siteA]),
    ]
    const { report, sign } = await packageTraining(database.owner, officer, nurse)
    await report()
    const { attestationId } = valueOf(await sign())
    const faults = async () => {
      const told: string[] = []
      await verifyAttestations(database.ownerUrl, (_, what) => told.push(what))
      return told
    }
    expect(await faults()).toEqual([])
    await database.owner.query('ALTER TABLE "Attestation" DROP CONSTRAINT "Attestation_sha256_check"')
    await database.owner.query('ALTER TABLE "Attestation" DISABLE TRIGGER USER')
    const alter = (was: string, is: string) =>
      database.owner.query(
        `UPDATE "Attestation" SET content = replace(content, $2, $3),
           sha256 = encode(sha256(convert_to(replace(content, $2, $3), 'UTF8')), 'hex') WHERE id = $1`,
        [attestationId, was, is],
      )
    await alter('"score":90,', '"score":9,')
    expect(await faults()).toEqual(['its package reported too few points'])
    await alter('"score":9,', '"score":90,')
    await alter('"package":{', '"parcel":{')
    expect(await faults()).toEqual(['another package reported than the one that was taught'])
  })
})
