import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '#lib/base/sha256'
import { textHash } from '#lib/law/lessons/course-content'
import { withClient } from '#lib/platform/postgres-connect'
import { useTestDatabase } from '#lib/testing/test-database'
import * as training from '#lib/testing/training'
import { attestationOf } from './attestation.ts'
import { checkAnswers, signTraining } from './take-commands.ts'

const database = useTestDatabase()
let made: training.TrainingPractice

beforeAll(async () => {
  made = await training.practiceWithCampaign(database.owner)
})

const rowsOf = async (id: string) =>
  (
    await database.owner.query<{
      content: string
      sha256: string
      round: number
      right: number
      method: string
    }>(`SELECT content, sha256, round, "right", method FROM "Attestation" WHERE "assignmentId" = $1`, [id])
  ).rows
const dutyOf = async (id: string) =>
  (
    await database.owner.query<{ state: string; isPersonal: boolean; ownerId: string }>(
      `SELECT state, "isPersonal", "ownerId" FROM "Obligation" WHERE "recordId" = $1`,
      [id],
    )
  ).rows

describe('signing a training', () => {
  it('is refused with too few right answers, and the try is counted', async () => {
    const { nurse, assignmentId: id, versionId } = made
    const given = { id, versionId, language: 'en', answers: training.wrongAnswers }
    const checked = await checkAnswers(nurse, given)
    expect(checked).toMatchObject({ ok: true, value: { passed: false, right: 0, wrong: ['q1', 'q2'] } })
    const signed = await signTraining(
      nurse,
      training.signFacts(nurse, id, versionId, { answers: training.wrongAnswers }),
    )
    expect(signed).toMatchObject({ ok: false, code: 'conflict' })
    expect(await rowsOf(id)).toEqual([])
  })

  it('is refused while a question is open', async () => {
    const { nurse, assignmentId, versionId } = made
    const facts = training.signFacts(nurse, assignmentId, versionId, { answers: { q1: 'a' } })
    expect(await signTraining(nurse, facts)).toMatchObject({
      ok: false,
      message: '1 of 2 questions are not answered yet.',
    })
  })

  it('is refused under another name or another sentence, and to everybody else', async () => {
    const { nurse, officer, assignmentId, versionId } = made
    const with_ = (change: object) => training.signFacts(nurse, assignmentId, versionId, change)
    expect(await signTraining(nurse, with_({ name: 'Somebody Else' }))).toMatchObject({ code: 'invalid' })
    expect(await signTraining(nurse, with_({ statement: 'I read it.' }))).toMatchObject({ code: 'conflict' })
    expect(await signTraining(officer, with_({ name: officer.name }))).toMatchObject({ code: 'not-found' })
    expect(await rowsOf(assignmentId)).toEqual([])
  })

  it('is refused when the text was changed while it was read, and the new text can be signed', async () => {
    const other = await training.practiceWithCampaign(database.owner)
    const course = { ...training.smallCourse, number: 2 }
    const { versionId } = await training.publishCourse(database.owner, other.officer, course, other.courseId)
    const old = training.signFacts(other.nurse, other.assignmentId, other.versionId)
    expect(await signTraining(other.nurse, old)).toMatchObject({ ok: false, code: 'conflict' })
    expect(await rowsOf(other.assignmentId)).toEqual([])
    await training.signAs(other.nurse, other.assignmentId, versionId)
    expect(await rowsOf(other.assignmentId)).toHaveLength(1)
  })

  it('keeps what was read, said, answered and by whom, and a second tap signs nothing', async () => {
    const { nurse, assignmentId: id, versionId, practice } = made
    const [one, two] = await Promise.all([
      training.signAs(nurse, id, versionId),
      training.signAs(nurse, id, versionId),
    ])
    expect(new Set([one.again, two.again])).toEqual(new Set([false, true]))
    expect(one.sha256).toBe(two.sha256)
    const rows = await rowsOf(id)
    expect(rows).toHaveLength(1)
    const [{ content, sha256, right, method } = { content: '', sha256: '', right: 0, method: '' }] = rows
    expect(sha256).toBe(sha256Of(content))
    expect({ right, method }).toEqual({ right: 2, method: 'own-device' })
    const said = attestationOf(content)
    expect(said).toMatchObject({
      person: { id: nurse.personId, name: nurse.name },
      site: 'Downtown',
      practice: { id: practice.id },
      course: { number: 1, textSha256: textHash(training.smallCourse, 'en') },
      score: { right: 2, asked: 2, misses: 1 },
      address: '192.0.2.7',
    })
    expect(said.statementSha256).toBe(sha256Of(said.statement))
    expect(said.keptUntil.slice(0, 4)).toBe(String(Number(said.signedOn.slice(0, 4)) + 6))
  })

  it('closes the person’s duty, which is theirs alone', async () => {
    const { nurse, assignmentId } = made
    expect(await dutyOf(assignmentId)).toEqual([{ state: 'done', isPersonal: true, ownerId: nurse.personId }])
  })
})

describe('an attestation', () => {
  it('cannot be changed or deleted by the application, nor can what is said of it', async () => {
    for (const table of [
      'Attestation',
      'AttestationCorrection',
      'AssignmentStep',
      'CourseVersion',
      'PaperSheet',
    ])
      for (const sql of [
        `DELETE FROM "${table}"`,
        `UPDATE "${table}" SET "practiceId" = "practiceId"`,
        `TRUNCATE "${table}"`,
      ])
        await expect(
          withClient(database.appUrl, (client) => client.query(sql)),
          sql,
        ).rejects.toThrow(/permission denied/)
  })
})
