import { beforeEach, describe, expect, it } from 'vitest'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithCampaign, signAs, type TrainingPractice } from '#lib/testing/training'
import { beginTraining, beginWithDraft } from './begin.ts'
import { personTraining } from './person-queries.ts'

const database = useTestDatabase()
let made: TrainingPractice

beforeEach(async () => {
  made = await practiceWithCampaign(database.owner)
})

const state = async () =>
  (await personTraining(made.officer, made.nurse.personId))?.assignments.find(
    ({ id }) => id === made.assignmentId,
  )?.state
const begun = async () => {
  const { rows } = await database.owner.query<{ actorName: string }>(
    `SELECT "actorName" FROM "AuditEvent" WHERE action = 'training.begin' AND "recordId" = $1`,
    [made.assignmentId],
  )
  return rows.map(({ actorName }) => actorName)
}
const form = () => `training/${made.assignmentId}`

describe('a training', () => {
  it('is started once somebody read and that was kept, noted once however often it is kept', async () => {
    expect(await state()).toBe('open')
    await Promise.all([beginWithDraft(made.nurse, form()), beginWithDraft(made.nurse, form())])
    await beginWithDraft(made.nurse, form())
    expect(await state()).toBe('started')
    expect(await begun()).toEqual([made.nurse.name])
  })

  it('is not started by anybody else, by other forms, or after it is signed', async () => {
    await beginWithDraft(made.officer, form())
    await beginWithDraft(made.nurse, `training/${made.assignmentId}/more`)
    await beginWithDraft(made.nurse, 'training/new')
    expect(await beginTraining(made.officer, { id: made.assignmentId })).toMatchObject({ code: 'not-found' })
    expect(await state()).toBe('open')
    await signAs(made.nurse, made.assignmentId, made.versionId)
    await beginWithDraft(made.nurse, form())
    expect(await begun()).toEqual([])
  })
})

it('who may not take a training cannot begin one', async () => {
  const auditor = await made.practice.actor('auditor')
  expect(await beginTraining(auditor, { id: made.assignmentId })).toMatchObject({ ok: false })
  expect(valueOf(await beginTraining(made.nurse, { id: made.assignmentId }))).toEqual({
    id: made.assignmentId,
  })
})
