import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { sendFile } from '#lib/testing/evidence'
import { pdfFile } from '#lib/testing/files'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithCampaign, signAs, type TrainingPractice } from '#lib/testing/training'
import { extendBy, seenAssignment } from '#lib/testing/training-people'
import { recordMeasure, takeBackSignature } from '#lib/training/correction-commands'
import { printSheets } from '#lib/training/paper-print'
import { getSheet } from '#lib/training/paper-queries'
import { sheetKind } from '#lib/training/paper-schema'
import { tickSheet } from '#lib/training/paper-tick'
import { openBinder } from './training-binder.ts'

const database = useTestDatabase()
let made: TrainingPractice
let files: Record<string, Uint8Array>
const reason = 'Because of the test'

async function binder(actor: Actor): Promise<Record<string, Uint8Array>> {
  const { stream } = valueOf(await openBinder(actor, made.campaignId))
  return unzipSync(new Uint8Array(await new Response(stream).arrayBuffer()))
}

const hashOf = (bytes: Uint8Array = new Uint8Array()) => createHash('sha256').update(bytes).digest('hex')

/** The files whose hash is not the one that the list says, as `sha256sum -c` finds them. */
function changed(list: Record<string, Uint8Array>): string[] {
  const lines = strFromU8(list['SHA256SUMS'] ?? new Uint8Array())
    .trimEnd()
    .split('\n')
  return lines.flatMap((line) => {
    const [, hash = '', name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    return hashOf(list[name]) === hash ? [] : [name]
  })
}

beforeAll(async () => {
  made = await practiceWithCampaign(database.owner)
  const seen = () => seenAssignment(database.owner, made.assignmentId)
  valueOf(await extendBy(database.owner, made.officer, made.assignmentId, 45))
  await signAs(made.nurse, made.assignmentId, made.versionId)
  const until = addDays(todayFor(made.officer), 20)
  valueOf(await takeBackSignature(made.officer, { ...(await seen()), until, reason }))
  valueOf(await recordMeasure(made.officer, { id: made.assignmentId, kind: 'restriction', reason }))
  const print = { campaignId: made.campaignId, siteId: made.practice.siteA, language: 'en' }
  const { sheetId } = valueOf(await printSheets(made.officer, print))
  const said = { kind: sheetKind, name: 'the scan.pdf', title: 'The scan' }
  valueOf(await sendFile(made.officer, sheetId, pdfFile('Signed'), said))
  const sheet = await getSheet(made.officer, made.campaignId, sheetId)
  const place = sheet?.lines.find(({ personId }) => personId === made.nurse.personId)?.place
  valueOf(await tickSheet(made.officer, { sheetId, signedOn: todayFor(made.officer), lines: [place] }))
  files = await binder(made.officer)
})

describe('the binder of a campaign', () => {
  it('names every file with its hash, and says how to check them', () => {
    expect(changed(files)).toEqual([])
    const named = strFromU8(files['SHA256SUMS'] ?? new Uint8Array()).match(/\S+$/gm)
    expect([...(named ?? []), 'SHA256SUMS'].toSorted()).toEqual(Object.keys(files).toSorted())
    expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain('sha256sum -c SHA256SUMS')
  })

  it('gives away a file that was changed, and one that was taken out', () => {
    const [proof = ''] = Object.keys(files).filter((name) => name.startsWith('proofs/'))
    const forged = strFromU8(files[proof] ?? new Uint8Array()).replace('"round":', '"round" :')
    expect(changed({ ...files, [proof]: new TextEncoder().encode(forged) })).toEqual([proof])
    const { [proof]: _, ...rest } = files
    expect(changed(rest)).toEqual([proof])
  })

  it('holds every signature exactly as it was hashed, also the one that was taken back', async () => {
    const { rows } = await database.owner.query<{ sha256: string }>(
      `SELECT t.sha256 FROM "Attestation" t JOIN "Assignment" a ON a.id = t."assignmentId" WHERE a."campaignId" = $1`,
      [made.campaignId],
    )
    const kept = Object.keys(files).filter((name) => name.startsWith('proofs/'))
    expect(kept.map((name) => hashOf(files[name])).toSorted()).toEqual(
      rows.map(({ sha256 }) => sha256).toSorted(),
    )
    expect(rows).toHaveLength(2)
  })

  it('holds what was taught, the scan, exceptions and measures with their reasons', async () => {
    const { rows } = await database.owner.query<{ sha256: string }>(
      'SELECT sha256 FROM "CourseVersion" WHERE id = $1',
      [made.versionId],
    )
    expect(hashOf(files['materials/CRS-901-version-1/content.json'])).toBe(rows[0]?.sha256)
    expect(Object.keys(files).filter((name) => name.startsWith('paper/'))).toEqual([
      expect.stringMatching(/^paper\/TR-001-[0-9A-Z]{4}\/sheet\.json$/),
      expect.stringMatching(/^paper\/TR-001-[0-9A-Z]{4}\/1-the-scan\.pdf$/),
    ])
    const decided = strFromU8(files['exceptions-and-measures.csv'] ?? new Uint8Array())
    for (const words of ['More time given', 'Signature taken back', 'Access restriction recommended', reason])
      expect(decided).toContain(words)
    expect(strFromU8(files['roster.csv'] ?? new Uint8Array())).toContain('Signed on paper')
  })

  it('for the lead of a site holds the people of that site alone', async () => {
    const lead = await made.practice.actor('site-lead', [made.practice.siteB])
    const theirs = await binder(lead)
    expect(Object.keys(theirs).filter((name) => /^(proofs|paper)\//.test(name))).toEqual([])
    const telling = Object.entries(theirs).filter(([, bytes]) => strFromU8(bytes).includes(made.nurse.name))
    expect(telling.map(([name]) => name)).toEqual([])
    expect(strFromU8(theirs['README.txt'] ?? new Uint8Array())).toContain('the people of Northside only')
  })

  it('leaves who took it in the trail', async () => {
    const { rows } = await database.owner.query<{ sentence: string }>(
      `SELECT sentence FROM "AuditEvent" WHERE action = 'training.binder' AND "actorId" = $1`,
      [made.officer.personId],
    )
    expect(rows).toEqual([{ sentence: 'Downloaded the binder as ZIP' }])
  })

  it('is not there for others', async () => {
    const staff = await made.practice.actor('staff')
    expect(await openBinder(staff, made.campaignId)).toMatchObject({ code: 'forbidden' })
    const stranger = await (await practiceWithCampaign(database.owner)).practice.actor('officer')
    expect(await openBinder(stranger, made.campaignId)).toMatchObject({ code: 'not-found' })
  })
})
