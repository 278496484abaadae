import { beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import { sha256Of } from '#lib/base/sha256'
import { todayFor } from '#lib/kernel/today'
import { valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithCampaign, signAs, type TrainingPractice } from '#lib/testing/training'
import { extendBy, seenAssignment } from '#lib/testing/training-people'
import { closeCampaign } from './commands.ts'
import { noteCorrection, recordMeasure, takeBackSignature } from './correction-commands.ts'
import { excuseAssignment, reopenAssignment } from './exception-commands.ts'
import { personTraining } from './person-queries.ts'

const database = useTestDatabase()
let made: TrainingPractice
const owner = () => database.owner
const seen = () => seenAssignment(owner(), made.assignmentId)
const ahead = (days: number) => addDays(todayFor(made.officer), days)
const reason = 'Because of the test'

async function shown() {
  const person = await personTraining(made.officer, made.nurse.personId)
  const [one] = person?.assignments ?? []
  if (!one) throw new Error('nothing assigned')
  return one
}

async function duties() {
  const { rows } = await owner().query<{ key: string; state: string; due: string }>(
    `SELECT key, state, "dueOn"::text AS due FROM "Obligation" WHERE "recordId" = $1 ORDER BY "openedOn", key`,
    [made.assignmentId],
  )
  return rows
}

beforeEach(async () => {
  made = await practiceWithCampaign(owner())
})

describe('an exception', () => {
  it('gives more time: the duty moves, and both dates stay on record', async () => {
    const before = (await shown()).dueOn
    valueOf(await extendBy(owner(), made.officer, made.assignmentId, 45))
    const one = await shown()
    expect(one).toMatchObject({ dueOn: ahead(45), firstDueOn: before })
    expect(one.steps).toMatchObject([
      { kind: 'extended', reason: 'Was ill', before, after: ahead(45), byName: made.officer.name },
    ])
    expect(await duties()).toMatchObject([{ key: 'sign', state: 'open', due: ahead(45) }])
  })

  it('is refused for a day that is past, earlier than before, or beyond a year', async () => {
    for (const days of [-1, 10, 400])
      expect(await extendBy(owner(), made.officer, made.assignmentId, days)).toMatchObject({
        code: 'invalid',
      })
  })

  it('excuses: nothing is due any more, until it is opened again', async () => {
    valueOf(await excuseAssignment(made.officer, { ...(await seen()), reason }))
    expect((await shown()).state).toBe('excused')
    expect(await duties()).toMatchObject([{ state: 'cancelled' }])
    valueOf(await reopenAssignment(made.officer, { ...(await seen()), until: ahead(20), reason }))
    expect(await shown()).toMatchObject({ state: 'open', dueOn: ahead(20) })
    expect((await duties()).filter(({ state }) => state === 'open')).toMatchObject([{ due: ahead(20) }])
  })

  it('is never decided by the person themselves, nor by the lead of another site', async () => {
    const lead = await made.practice.actor('site-lead', [made.practice.siteA])
    const other = await made.practice.actor('site-lead', [made.practice.siteB])
    const leadsOwn = { ...lead, personId: made.nurse.personId }
    expect(await extendBy(owner(), leadsOwn, made.assignmentId, 45)).toMatchObject({ code: 'conflict' })
    expect(await extendBy(owner(), other, made.assignmentId, 45)).toMatchObject({ code: 'not-found' })
    expect(await personTraining(other, made.nurse.personId)).toBeNull()
    expect(await extendBy(owner(), lead, made.assignmentId, 45)).toMatchObject({ ok: true })
  })

  it('loses nothing when two decide at once', async () => {
    const first = await seen()
    valueOf(await extendBy(owner(), made.officer, made.assignmentId, 45))
    expect(await excuseAssignment(made.officer, { ...first, reason })).toMatchObject({ code: 'conflict' })
  })
})

describe('a signature', () => {
  it('is taken back: it stays as it was, and the person signs again', async () => {
    const first = await signAs(made.nurse, made.assignmentId, made.versionId)
    valueOf(await takeBackSignature(made.officer, { ...(await seen()), until: ahead(30), reason }))
    const back = await shown()
    expect(back).toMatchObject({ state: 'open', round: 2, signedOn: null })
    expect(back.signatures).toMatchObject([
      { sha256: first.sha256, corrections: [{ takesBack: true, reason }] },
    ])
    const second = await signAs(made.nurse, made.assignmentId, made.versionId)
    expect(second.sha256).not.toBe(first.sha256)
    expect((await shown()).signatures.map(({ round }) => round)).toEqual([2, 1])
    const { rows } = await owner().query<{ content: string; sha256: string }>(
      `SELECT content, sha256 FROM "Attestation" WHERE "assignmentId" = $1`,
      [made.assignmentId],
    )
    for (const { content, sha256 } of rows) expect(sha256Of(content)).toBe(sha256)
    expect((await duties()).map(({ key, state }) => [key, state])).toEqual([
      ['sign', 'done'],
      ['sign:2', 'done'],
    ])
  })

  it('taken back in a closed campaign counts as not signed, in the numbers that were kept as well', async () => {
    await signAs(made.nurse, made.assignmentId, made.versionId)
    const { rows } = await owner().query<{ version: number }>(
      `SELECT version FROM "Campaign" WHERE id = $1`,
      [made.campaignId],
    )
    valueOf(await closeCampaign(made.officer, { id: made.campaignId, version: rows[0]?.version, reason }))
    valueOf(await takeBackSignature(made.officer, { ...(await seen()), reason }))
    expect((await shown()).state).toBe('closed')
    const kept = await owner().query(
      `SELECT assigned, "signedInTime", "signedLate" FROM "Campaign" WHERE id = $1`,
      [made.campaignId],
    )
    expect(kept.rows).toEqual([{ assigned: 2, signedInTime: 0, signedLate: 0 }])
  })

  it('keeps a correction beside it and goes on counting', async () => {
    await signAs(made.nurse, made.assignmentId, made.versionId)
    valueOf(await noteCorrection(made.officer, { id: made.assignmentId, reason }))
    expect(await shown()).toMatchObject({
      state: 'signed',
      signatures: [{ corrections: [{ takesBack: false, reason, byName: made.officer.name }] }],
    })
  })

  it('that is not there can neither be taken back nor corrected', async () => {
    expect(refusalOf(await noteCorrection(made.officer, { id: made.assignmentId, reason }))).toMatch(
      /no signature/,
    )
  })
})

describe('a measure', () => {
  it('is recorded by officers alone, and stays', async () => {
    const lead = await made.practice.actor('site-lead', [made.practice.siteA])
    const input = { id: made.assignmentId, kind: 'restriction', reason }
    expect(await recordMeasure(lead, input)).toMatchObject({ code: 'forbidden' })
    valueOf(await recordMeasure(made.officer, input))
    expect((await shown()).steps).toMatchObject([{ kind: 'restriction', reason, byName: made.officer.name }])
    const { rows } = await owner().query<{ sentence: string }>(
      `SELECT sentence FROM "AuditEvent" WHERE action = 'training.measure' AND "practiceId" = $1`,
      [made.practice.id],
    )
    expect(rows).toEqual([{ sentence: `Noted: access restriction recommended about ${made.nurse.name}` }])
  })
})
