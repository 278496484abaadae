import { beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import { sha256Of } from '#lib/base/sha256'
import { todayFor } from '#lib/kernel/today'
import { evidence } from '#lib/registry'
import { sendFile } from '#lib/testing/evidence'
import { pdfFile } from '#lib/testing/files'
import { valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithCampaign, signAs, type TrainingPractice } from '#lib/testing/training'
import { attestationOf } from './attestation.ts'
import { printSheets } from './paper-print.ts'
import { campaignSheets, getSheet } from './paper-queries.ts'
import { sheetKind } from './paper-schema.ts'
import { tickSheet } from './paper-tick.ts'

const database = useTestDatabase()
let made: TrainingPractice
let sheetId: string
const today = () => todayFor(made.officer)
const addScan = () =>
  sendFile(made.officer, sheetId, pdfFile('Signed'), { kind: sheetKind, name: 'scan.pdf', title: 'The scan' })
const sheet = async (actor = made.officer) => getSheet(actor, made.campaignId, sheetId)
const tick = (lines: number[], change: object = {}) =>
  tickSheet(made.officer, { sheetId, signedOn: today(), lines, ...change })

async function placeOf(name: string): Promise<number> {
  const found = (await sheet())?.lines.find((line) => line.name === name)
  if (!found) throw new Error('not on the sheet')
  return found.place
}

beforeEach(async () => {
  made = await practiceWithCampaign(database.owner)
  const printed = await printSheets(made.officer, {
    campaignId: made.campaignId,
    siteId: made.practice.siteA,
    language: 'es',
  })
  sheetId = valueOf(printed).sheetId
})

describe('a sheet to sign by hand', () => {
  it('has the names that are missing, a code that reads well from paper, and the sentence in its language', async () => {
    const found = await sheet()
    expect(found?.code).toMatch(/^TR-001-[2-9A-HJ-NP-Z]{4}$/)
    expect(found?.lines.map(({ name }) => name).toSorted()).toEqual(
      [made.nurse.name, made.officer.name].toSorted(),
    )
    expect(found?.statement).toContain('Herramientas aprobadas')
    const { waiting = [], sheets = [] } = (await campaignSheets(made.officer, made.campaignId)) ?? {}
    expect(waiting).toEqual([{ value: made.practice.siteA, label: 'Downtown', people: 2 }])
    expect(sheets).toMatchObject([{ names: 2, entered: 0, signed: 0, scans: 0, number: 1 }])
  })

  it('is for nobody who knows nothing of its people', async () => {
    const [lead, other] = [
      await made.practice.actor('site-lead', [made.practice.siteA]),
      await made.practice.actor('site-lead', [made.practice.siteB]),
    ]
    expect((await sheet(lead))?.mayTick).toBe(true)
    expect(await sheet(other)).toBeNull()
    const print = (siteId: string) =>
      printSheets(other, { campaignId: made.campaignId, siteId, language: 'en' })
    for (const siteId of [made.practice.siteA, 'all', 'none'])
      expect(await print(siteId)).toMatchObject({ code: 'forbidden' })
    expect(await tickSheet(other, { sheetId, signedOn: today(), lines: [1] })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a scan that is withdrawn', () => {
  it('stays with its reason; what was entered from it stays and says so, and nothing more is entered', async () => {
    const { id } = valueOf(await addScan())
    const place = await placeOf(made.nurse.name)
    valueOf(await tick([place]))
    const line = async () => (await sheet())?.lines.find((one) => one.place === place)
    expect(await line()).toMatchObject({ enteredBy: made.officer.name, scanWithdrawn: false })
    const lead = await made.practice.actor('site-lead', [made.practice.siteA])
    expect(await evidence.commands.withdraw(lead, { id, reason: 'Blurred' })).toMatchObject({ ok: false })
    valueOf(await evidence.commands.withdraw(made.officer, { id, reason: 'Blurred' }))
    expect(await line()).toMatchObject({
      enteredBy: made.officer.name,
      signedOn: today(),
      scanWithdrawn: true,
    })
    const { files = [] } = (await evidence.list(made.officer, sheetKind, sheetId)) ?? {}
    expect(files).toMatchObject([{ id, withdrawn: { reason: 'Blurred', byName: made.officer.name } }])
    expect(refusalOf(await tick([await placeOf(made.officer.name)]))).toMatch(/Add the scan/)
  })
})

describe('ticking off', () => {
  it('is refused as long as the scan is not there', async () => {
    expect(refusalOf(await tick([1]))).toMatch(/Add the scan of sheet TR-001-.+ first/)
  })

  it('makes a signature of exactly what was printed, with who entered it and the code of the sheet', async () => {
    valueOf(await addScan())
    valueOf(await tick([await placeOf(made.nurse.name)]))
    const { rows } = await database.owner.query<{ content: string; sha256: string; recordedById: string }>(
      `SELECT content, sha256, "recordedById" FROM "Attestation" WHERE "assignmentId" = $1`,
      [made.assignmentId],
    )
    const [kept] = rows
    if (!kept) throw new Error('nothing kept')
    const found = await sheet()
    expect(sha256Of(kept.content)).toBe(kept.sha256)
    expect(kept.recordedById).toBe(made.officer.personId)
    expect(attestationOf(kept.content)).toMatchObject({
      ...{ method: 'paper', sheet: found?.code, recordedBy: made.officer.name, language: 'es' },
      ...{
        statement: found?.statement,
        statementSha256: sha256Of(found?.statement ?? ''),
        signedOn: today(),
      },
      ...{ typedName: '', answers: [], score: null, address: '' },
      course: { versionId: made.versionId, number: 1 },
    })
    expect(found?.lines.find(({ personId }) => personId === made.nurse.personId)).toMatchObject({
      ...{ signedOn: today(), enteredBy: made.officer.name, isOpen: false },
    })
    const duties = await database.owner.query(`SELECT state FROM "Obligation" WHERE "recordId" = $1`, [
      made.assignmentId,
    ])
    expect(duties.rows).toEqual([{ state: 'done' }])
  })

  it('is refused for whoever has signed already, for names added by hand, and for days that cannot be', async () => {
    valueOf(await addScan())
    await signAs(made.nurse, made.assignmentId, made.versionId)
    const [nurse, officer] = [await placeOf(made.nurse.name), await placeOf(made.officer.name)]
    expect(refusalOf(await tick([nurse, officer]))).toContain(`${made.nurse.name} has signed already`)
    expect(refusalOf(await tick([3]))).toMatch(/no line 3\. Whoever added their name by hand/)
    for (const [days, says] of [
      [-1, 'nobody signed it before'],
      [1, 'still to come'],
    ] as const)
      expect(refusalOf(await tick([officer], { on: { [officer]: addDays(today(), days) } }))).toContain(says)
    const { rows } = await database.owner.query(`SELECT 1 FROM "Attestation" WHERE "sheetId" = $1`, [sheetId])
    expect(rows).toEqual([])
  })

  it('twice at once enters a name once', async () => {
    valueOf(await addScan())
    const place = await placeOf(made.nurse.name)
    const results = await Promise.all([tick([place]), tick([place])])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

it('what stands on a sheet cannot be changed by the application', async () => {
  const { rows } = await database.owner.query<{ table: string; may: boolean }>(
    `SELECT t AS table, has_table_privilege(r.rolname, format('%I', t), 'UPDATE, DELETE') AS may
     FROM unnest(ARRAY['PaperSheet', 'PaperSheetLine', 'AssignmentStep', 'AttestationCorrection', 'Attestation']) t,
       pg_roles r WHERE r.rolname = (SELECT grantee FROM information_schema.role_table_grants
         WHERE table_name = 'Attestation' AND privilege_type = 'INSERT' AND grantee <> current_user LIMIT 1)`,
  )
  expect(rows).toHaveLength(5)
  expect(rows.filter(({ may }) => may)).toEqual([])
})
