import type pg from 'pg'
import { CheckedFile } from '#lib/evidence/checked-file'
import type { Actor } from '#lib/kernel/access'
import { createCampaign } from '#lib/training/commands'
import { openKiosk } from '#lib/training/kiosk-commands'
import { spooled } from './evidence.ts'
import { doneState } from './package-state.ts'
import { valueOf } from './practice.ts'
import { assignmentOf, campaignFacts, publishCourse, signAs, signFacts, smallCourse } from './training.ts'

/** What the commands of those who sign, and of shared tablets, are aimed at. */
export interface TakeIds {
  siteId: string
  personId: string
  kioskId: string
  /** What the officer has to sign of a course held elsewhere. */
  outsideId: string
  versionId: string
}

/** A tablet at a site, somebody there who has no PIN yet, and a course held elsewhere that the officer has to sign. */
export async function takeIds(
  owner: pg.Pool,
  officer: Actor,
  { siteId, personId }: { siteId: string; personId: string },
): Promise<TakeIds> {
  const content = {
    ...smallCourse,
    ref: 'CRS-951',
    kind: 'outside' as const,
    url: 'https://example.org/course',
  }
  const { courseId, versionId } = await publishCourse(owner, officer, content)
  await owner.query(`UPDATE "Course" SET kind = 'outside' WHERE id = $1`, [courseId])
  const campaign = valueOf(await createCampaign(officer, campaignFacts(officer, courseId)))
  return {
    ...{ siteId, personId, versionId },
    kioskId: valueOf(await openKiosk(officer, { siteId, name: 'Break room' })).id,
    outsideId: await assignmentOf(owner, campaign.id, officer.personId),
  }
}

/** One input for each command, in an order in which all of them can be called by the officer. */
export function takeInputs(ids: () => TakeIds, officer: () => Actor): Record<string, () => unknown> {
  return {
    'training.open-kiosk': () => ({ siteId: ids().siteId, name: 'Front desk' }),
    'training.give-pin': () => ({ personId: ids().personId }),
    'training.end-kiosk': () => ({ id: ids().kioskId }),
    'training.certificate': async () => ({
      id: ids().outsideId,
      file: new CheckedFile(await spooled(Buffer.from('%PDF-1.7')), 'certificate.pdf', 'pdf', 'not-scanned'),
    }),
    'training.package': () => ({
      ...{ id: ids().outsideId, versionId: ids().versionId, language: 'en', state: doneState },
    }),
    'training.sign-certificate': () => signFacts(officer(), ids().outsideId, ids().versionId),
  }
}

/** Commands that aim at nobody but whoever calls them. */
export const ownTakeInputs: Record<string, () => unknown> = {
  'training.language': () => ({ language: 'es' }),
  'training.own-transcript': () => ({ sha256: 'a'.repeat(64) }),
}

/** What the officer and somebody of staff have to sign, and what they have signed, for those who visit the pages. */
export interface TakePageIds {
  takeId: string
  ownRecordId: string
  officerTakeId: string
  officerRecordId: string
}

/** Two campaigns for everybody, of which these two have signed one. */
export async function takePages(owner: pg.Pool, officer: Actor, staff: Actor): Promise<TakePageIds> {
  const { courseId, versionId } = await publishCourse(owner, officer, { ...smallCourse, ref: 'CRS-950' })
  const [open, signed] = [
    valueOf(await createCampaign(officer, campaignFacts(officer, courseId))),
    valueOf(await createCampaign(officer, campaignFacts(officer, courseId, { title: 'Last quarter' }))),
  ]
  const record = async (person: Actor) =>
    (await signAs(person, await assignmentOf(owner, signed.id, person.personId), versionId)).attestationId
  return {
    takeId: await assignmentOf(owner, open.id, staff.personId),
    officerTakeId: await assignmentOf(owner, open.id, officer.personId),
    ownRecordId: await record(staff),
    officerRecordId: await record(officer),
  }
}
