import { expect, it } from 'vitest'
import { answerEverything, practiceWithAssessment, signed } from '../../lib/testing/assessments.ts'
import { useTestDatabase } from '../../lib/testing/test-database.ts'
import { verifyCopies } from './verify-copies.ts'

const database = useTestDatabase()

it('says that every frozen assessment is what was signed, and names one that is not', async () => {
  const { officer, id } = await practiceWithAssessment(database.owner)
  await answerEverything(officer, id)
  await signed(officer, id)
  expect(await verifyCopies(database.ownerUrl)).toEqual({ copies: 1, damaged: [] })
  // As only somebody with the owner's login could.
  await database.owner.query('ALTER TABLE "AssessmentCopy" DROP CONSTRAINT "AssessmentCopy_sha256_check"')
  await database.owner.query(`UPDATE "AssessmentCopy" SET content = replace(content, '"yes"', '"no"')`)
  const { damaged } = await verifyCopies(database.ownerUrl)
  expect(damaged).toEqual([
    {
      label: `ASM-001 Risk profile, copy 1, of ${officer.practiceName}`,
      what: 'its content has another hash',
    },
  ])
  // Whoever puts a fitting hash beside it has still not signed it.
  await database.owner.query(
    `UPDATE "AssessmentCopy" SET sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')`,
  )
  expect((await verifyCopies(database.ownerUrl)).damaged).toMatchObject([
    { what: 'something else was signed' },
  ])
})
