import { beforeAll, describe, expect, it } from 'vitest'
import type { Paper } from '#lib/base/paper'
import { todayFor } from '#lib/kernel/today'
import { makePdf } from '#lib/platform/pdf'
import { pagesOfPdf } from '#lib/testing/pdf-text'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithCampaign, signAs, type TrainingPractice } from '#lib/testing/training'
import { extendBy } from '#lib/testing/training-people'
import { printSheets } from '#lib/training/paper-print'
import { getSheet } from '#lib/training/paper-queries'
import { certificatePaper } from '#lib/training/papers/certificate-paper'
import { sheetPaper } from '#lib/training/papers/sheet-paper'
import { transcriptPaper } from '#lib/training/papers/transcript-paper'
import { personTraining } from '#lib/training/person-queries'
import { readBinderPaper } from './training-binder-paper.ts'

const database = useTestDatabase()
let made: TrainingPractice
let sha256: string
const at = new Date('2026-11-22T18:00:00Z')

/** The words of the PDF as one line, and how many pages it has. */
async function drawn(paper: Paper): Promise<{ words: string; pages: number }> {
  const pages = pagesOfPdf(await makePdf(paper))
  return { words: pages.join(' ').replace(/\s+/g, ' '), pages: pages.length }
}
/** As it is found again when a line breaks within it. */
const packed = (text: string) => text.replace(/\s+/g, '')

async function person() {
  const found = await personTraining(made.officer, made.nurse.personId)
  if (!found) throw new Error('not visible')
  return found
}

beforeAll(async () => {
  made = await practiceWithCampaign(database.owner)
  valueOf(await extendBy(database.owner, made.officer, made.assignmentId, 45))
  sha256 = (await signAs(made.nurse, made.assignmentId, made.versionId)).sha256
})

describe('on paper', () => {
  it('a transcript says everything that was signed, with its hash', async () => {
    const { practiceName, timeZone } = made.officer
    const whose = { practiceName, timeZone, at, today: todayFor(made.officer) }
    const { words } = await drawn(transcriptPaper(await person(), whose))
    for (const said of [
      made.nurse.name,
      'Approved tools',
      'Signed in Plumbline',
      '2 of 2 answers right',
      sha256,
    ])
      expect(packed(words)).toContain(packed(said))
  })

  it('a certificate is one page and promises nothing of the practice', async () => {
    const [one] = (await person()).assignments
    const [signature] = one?.signatures ?? []
    if (!signature) throw new Error('not signed')
    const { words, pages } = await drawn(
      certificatePaper(signature, { timeZone: made.officer.timeZone, at, campaign: 'TR-001 First quarter' }),
    )
    expect(pages).toBe(1)
    for (const said of [made.nurse.name, signature.statement, sha256])
      expect(packed(words)).toContain(packed(said))
    expect(words).not.toMatch(/certified|compliant|accredited/i)
  })

  it('a sheet has its code, the sentence and the names, in the language that was chosen', async () => {
    const print = { campaignId: made.campaignId, siteId: made.practice.siteA, language: 'es' }
    const { sheetId } = valueOf(await printSheets(made.officer, print))
    const sheet = await getSheet(made.officer, made.campaignId, sheetId)
    if (!sheet) throw new Error('no sheet')
    const { words } = await drawn(sheetPaper(sheet, made.officer))
    for (const said of [sheet.code, sheet.statement, made.officer.name, 'Firma', 'Hoja de firmas'])
      expect(packed(words)).toContain(packed(said))
    expect(words).not.toContain(made.nurse.name)
  })

  it('a sheet brings the lesson on a page of its own, in its language, with the whole hash of the version', async () => {
    const print = { campaignId: made.campaignId, siteId: made.practice.siteA, language: 'es' }
    const { sheetId } = valueOf(await printSheets(made.officer, print))
    const sheet = await getSheet(made.officer, made.campaignId, sheetId)
    if (!sheet) throw new Error('no sheet')
    const paper = sheetPaper(sheet, made.officer)
    const [list, lesson] = pagesOfPdf(await makePdf(paper)).map(packed)
    const { rows } = await database.owner.query<{ sha256: string }>(
      `SELECT sha256 FROM "CourseVersion" WHERE id = $1`,
      [made.versionId],
    )
    expect(rows[0]?.sha256).toBe(sheet.course.sha256)
    for (const said of ['Use solo las herramientas de la lista.', 'Por favor, lea esto', sheet.course.sha256])
      expect(lesson).toContain(packed(said))
    expect(list).not.toContain(packed('Use solo las herramientas'))
    expect(lesson).not.toContain('Use only tools')
  })

  it('a binder says who was assigned, what was taught, and what was decided why', async () => {
    const binder = await readBinderPaper(made.officer, made.campaignId)
    if (!binder) throw new Error('no binder')
    const { words } = await drawn(binder.paper)
    for (const said of [
      made.nurse.name,
      made.officer.name,
      'CRS-901 version 1',
      'Was ill',
      'Made the campaign',
    ])
      expect(packed(words)).toContain(packed(said))
    const other = await made.practice.actor('site-lead', [made.practice.siteB])
    const theirs = await readBinderPaper(other, made.campaignId)
    expect((await drawn((theirs ?? binder).paper)).words).not.toContain('Was ill')
  })
})
