import type pg from 'pg'
import { addDays, type Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { todayFor } from '#lib/kernel/today'
import { createCampaign } from '#lib/training/commands'
import { extendAssignment } from '#lib/training/exception-commands'
import { printSheets } from '#lib/training/paper-print'
import { valueOf } from './practice.ts'
import { assignmentOf, campaignFacts, publishCourse, signAs, smallCourse } from './training.ts'

/** Version of an assignment as a form would have seen it. */
export async function seenAssignment(owner: pg.Pool, id: string): Promise<{ id: string; version: number }> {
  const { rows } = await owner.query<{ version: number }>(`SELECT version FROM "Assignment" WHERE id = $1`, [
    id,
  ])
  return { id, version: rows[0]?.version ?? 0 }
}

/** Gives somebody so many days from today, as the form sends it. */
export async function extendBy(
  owner: pg.Pool,
  by: Actor,
  id: string,
  days: number,
): Promise<Result<unknown>> {
  const until = addDays(todayFor(by), days)
  return extendAssignment(by, { ...(await seenAssignment(owner, id)), until, reason: 'Was ill' })
}

/** What commands of officers are aimed at, all of site A. */
export interface TrainingPeopleIds {
  owner: pg.Pool
  campaignId: string
  siteId: string
  /** Open, of somebody else than who calls. */
  openId: string
  /** Signed, with who signed it and the signature. */
  signedId: string
  signerId: string
  attestationId: string
  sheetId: string
}

/** Somebody with something to sign, somebody who has signed, and a sheet, in the practice of this officer. */
export async function trainingPeopleOf(
  owner: pg.Pool,
  officer: Actor,
  [open, signer]: readonly [Actor, Actor],
  siteId: string,
): Promise<TrainingPeopleIds> {
  const { courseId, versionId } = await publishCourse(owner, officer, { ...smallCourse, ref: 'CRS-902' })
  const { id: campaignId } = valueOf(await createCampaign(officer, campaignFacts(officer, courseId)))
  const [openId, signedId] = [
    await assignmentOf(owner, campaignId, open.personId),
    await assignmentOf(owner, campaignId, signer.personId),
  ]
  const { attestationId } = await signAs(signer, signedId, versionId)
  const { sheetId } = valueOf(await printSheets(officer, { campaignId, siteId, language: 'en' }))
  return { owner, campaignId, siteId, openId, signedId, signerId: signer.personId, attestationId, sheetId }
}

const sha256 = 'a'.repeat(64)

/** One input for each command of officers on somebody's training, in an order in which all of them can be called. */
export function trainingPeopleInputs(
  ids: () => TrainingPeopleIds & { today: Day; reason: string },
): Record<string, () => unknown> {
  const open = () => seenAssignment(ids().owner, ids().openId)
  const later = () => ({ until: addDays(ids().today, 60), reason: ids().reason })
  return {
    'training.print-sheets': () => ({ campaignId: ids().campaignId, siteId: ids().siteId, language: 'en' }),
    'training.sheet-pdf': () => ({ id: ids().sheetId, sha256 }),
    // There is no scan, which is told only to whoever keeps the sheet.
    'training.tick-sheet': () => ({ sheetId: ids().sheetId, signedOn: ids().today, lines: [1] }),
    'training.extend': async () => ({ ...(await open()), ...later() }),
    'training.excuse': async () => ({ ...(await open()), reason: ids().reason }),
    'training.reopen': async () => ({ ...(await open()), ...later() }),
    'training.measure': () => ({ id: ids().openId, kind: 'restriction', reason: ids().reason }),
    'training.note-correction': () => ({ id: ids().signedId, reason: ids().reason }),
    'training.take-back': async () => ({
      ...(await seenAssignment(ids().owner, ids().signedId)),
      ...later(),
    }),
  }
}

/** Commands that only note what somebody who may read all of it takes out. */
export const unaimedTrainingPeopleInputs = (ids: () => TrainingPeopleIds): Record<string, () => unknown> => ({
  'training.export-done': () => ({ format: 'csv' }),
  'training.binder': () => ({ id: ids().campaignId, format: 'zip' }),
  'training.transcript': () => ({ personId: ids().signerId, sha256 }),
  'training.certificate-pdf': () => ({ id: ids().attestationId, sha256 }),
})

/** A campaign that was due ten days ago: the first has signed it, the second is late beyond the days allowed; put in past the commands. */
export async function fillWithLateTraining(
  owner: pg.Pool,
  signed: Actor,
  late: Actor,
  today: Day,
): Promise<void> {
  const { courseId } = await publishCourse(owner, signed)
  const [opensOn, dueOn] = [addDays(today, -40), addDays(today, -10)]
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO "Campaign" (id, "practiceId", ref, title, "courseId", occasion, groups, "siteIds", "opensOn", "dueOn")
     VALUES (gen_random_uuid(), $1, 'TR-001', 'First quarter', $2, 'round', '{}', '{}', $3, $4) RETURNING id`,
    [signed.practiceId, courseId, opensOn, dueOn],
  )
  for (const [person, signedOn] of [
    [signed, opensOn],
    [late, null],
  ] as const)
    await owner.query(
      `INSERT INTO "Assignment" (id, "practiceId", "campaignId", "personId", "siteId", "assignedOn", "firstDueOn", "dueOn", "signedOn", "signedAt")
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $6, $7::date, $7::date)`,
      [person.practiceId, rows[0]?.id, person.personId, person.homeSiteIds[0], opensOn, dueOn, signedOn],
    )
}
