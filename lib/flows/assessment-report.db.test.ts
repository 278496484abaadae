import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { correctAssessment } from '#lib/assessments/commands'
import { reportName, reportPaper } from '#lib/assessments/report/report-paper'
import { noteReport } from '#lib/assessments/report-commands'
import type { Actor } from '#lib/kernel/access'
import { drawPdf } from '#lib/platform/pdf/draw'
import {
  answerEverything,
  assessmentDetail,
  firstQuestion,
  practiceWithAssessment,
  seenAssessment,
  signed,
  signFacts,
} from '#lib/testing/assessments'
import { pagesOfPdf } from '#lib/testing/pdf-text'
import { valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { readReport } from './assessment-report.ts'
import { makeRiskOfFinding } from './finding-to-risk.ts'
import { countersignAssessment } from './sign-assessment.ts'

const database = useTestDatabase()

async function answered() {
  const made = await practiceWithAssessment(database.owner)
  await answerEverything(made.officer, made.id, { [firstQuestion]: 'no' })
  const risk = valueOf(await makeRiskOfFinding(made.officer, { id: made.id, question: firstQuestion }))
  return { ...made, risk }
}

async function reportOf(actor: Actor, id: string, copy?: number) {
  const report = await readReport(actor, await assessmentDetail(actor, id), copy)
  if (!report) throw new Error('there is no report')
  return report
}
const bare = (text: string) => text.replaceAll(/\s/g, '')
const sections = [
  '1. Scope',
  '2. Systems and flows of patient data',
  '3. How risks are rated',
  '4. Threats, vulnerabilities and risks',
  '5. Plan',
  '6. Controls behind the questions',
  '7. Answers',
  '8. Sign-off',
]

describe('the report as a PDF', () => {
  it('of a signed assessment is its frozen copy, with the hash of it on every page', async () => {
    const { officer, id, risk } = await answered()
    const { sha256 } = await signed(officer, id)
    const report = await reportOf(officer, id)
    const pages = pagesOfPdf(await drawPdf(reportPaper(report)))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) {
      expect(page).toContain(`copy1,SHA-256${sha256}`)
      expect(page).not.toContain('notsigned')
    }
    const all = pages.join('')
    for (const words of [
      ...sections,
      risk.ref,
      officer.practiceName,
      officer.name,
      'Ambient scribe',
      'It is so.',
    ])
      expect(all).toContain(bare(words))
    expect(reportName(report)).toBe(`${officer.practiceName} ASM-001 copy 1.pdf`)
  })

  it('is the same file each time for a signed copy, and another one once somebody else has signed', async () => {
    const { practice, officer, id } = await answered()
    const { number, sha256 } = await signed(officer, id)
    const file = async () =>
      createHash('sha256')
        .update(await drawPdf(reportPaper(await reportOf(officer, id))))
        .digest('hex')
    const before = await file()
    expect(await file()).toBe(before)
    const head = await practice.actor('owner')
    valueOf(await countersignAssessment(head, { id, number, sha256, ...signFacts(head) }))
    expect(await file()).not.toBe(before)
  })

  it('of an open one is a draft and says so on every page; the copy before stays to be had', async () => {
    const { officer, id } = await answered()
    const { sha256 } = await signed(officer, id)
    const seen = await seenAssessment(officer, id)
    valueOf(await correctAssessment(officer, { ...seen, reason: 'A note was wrong.' }))
    const draft = reportPaper(await reportOf(officer, id))
    for (const page of pagesOfPdf(await drawPdf(draft))) {
      expect(page).toContain('notsigned,asof')
      expect(page).toContain('DRAFT,notsigned')
      expect(page).not.toContain(sha256)
    }
    expect((await reportOf(officer, id, 1)).copy?.sha256).toBe(sha256)
  })

  it('says on every page when a copy is not what was signed', async () => {
    const { officer, id } = await answered()
    await signed(officer, id)
    const report = await reportOf(officer, id)
    const damaged = { ...report, copy: report.copy && { ...report.copy, isWhole: false } }
    for (const page of pagesOfPdf(await drawPdf(reportPaper(damaged))))
      expect(page).toContain('DAMAGED:thisisnotwhatwassigned.')
  })

  it('is not there for a copy that there is not, nor for whoever may not read all of it', async () => {
    const { practice, officer, id } = await answered()
    await signed(officer, id)
    const detail = await assessmentDetail(officer, id)
    for (const copy of [0, 2, 1.5, Number.NaN]) expect(await readReport(officer, detail, copy)).toBeNull()
    const stranger = await practice.actor(null)
    expect(await readReport(stranger, detail, undefined)).toBeNull()
    expect(await readReport(stranger, detail, 1)).toBeNull()
  })

  it('is noted in the trail with the hash of the file, for those who may read it', async () => {
    const { practice, officer, id } = await answered()
    await signed(officer, id)
    const sha256 = 'ab'.repeat(32)
    valueOf(await noteReport(officer, { id, copy: 1, sha256 }))
    valueOf(await noteReport(officer, { id, copy: null, sha256 }))
    const { history } = await assessmentDetail(officer, id)
    expect(history.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      `Downloaded the report as a draft as PDF (SHA-256 of the file ${sha256})`,
      `Downloaded the report of copy 1 as PDF (SHA-256 of the file ${sha256})`,
    ])
    expect(refusalOf(await noteReport(officer, { id, copy: 2, sha256 }))).toMatch(/^not-found/)
    expect(refusalOf(await noteReport(await practice.actor('staff'), { id, copy: 1, sha256 }))).toMatch(
      /^forbidden/,
    )
  })
})
