import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { pdfFile } from '#lib/testing/files'
import { pagesOfPdf } from '#lib/testing/pdf-text'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { assignmentOf, campaignFacts, publishCourse, signAs } from '#lib/testing/training'
import { createCampaign } from '#lib/training/commands'
import { check, fitsTheScreen } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool
let practice: TestPractice
let officer: Actor
let [ana, ben, cora]: Actor[] = []
let campaignId: string

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.beforeEach(async ({ context }) => {
  practice = await createPractice(owner)
  officer = await practice.actor('officer')
  ;[ana, ben, cora] = [
    await practice.actor('staff', [practice.siteA]),
    await practice.actor('staff', [practice.siteA]),
    await practice.actor('staff', [practice.siteA]),
  ]
  const { courseId, versionId } = await publishCourse(owner, officer)
  campaignId = valueOf(await createCampaign(officer, campaignFacts(officer, courseId))).id
  await signAs(cora, await assignmentOf(owner, campaignId, cora.personId), versionId)
  await signIn(context, owner, officer)
})
test.afterAll(() => owner.end())

const flash = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

function known(actor: Actor | undefined): Actor {
  if (!actor) throw new Error('nobody')
  return actor
}

async function openPerson(page: Page, { name }: Actor): Promise<void> {
  await page.goto('/training/people')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function download(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await file.path())
}

test('an officer extends, excuses, takes a signature back, has a sheet signed by hand, and takes out a binder whose hashes hold', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto('/training/people')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '1 of 4 people have signed all that is open; nobody is late',
  )
  await check(page)

  await test.step('more time for one, with the reason kept', async () => {
    await openPerson(page, known(ana))
    await page.getByRole('link', { name: /Give more time/ }).click()
    await check(page)
    await page.getByLabel('Sign by').fill(addDays(todayFor(officer), 50))
    await page.getByLabel('Why?').fill('Away for a course')
    await page.getByRole('button', { name: 'Give more time' }).click()
    await flash(page, 'Gave more time.')
    await expect(page.getByText('Away for a course')).toBeVisible()
    await check(page)
  })

  await test.step('another one excused', async () => {
    await openPerson(page, known(ben))
    await page.getByRole('link', { name: /^Excuse/ }).click()
    await page.getByLabel('Why?').fill('Does not work with the tools')
    await page.getByRole('button', { name: 'Excuse' }).click()
    await flash(page, 'Excused.')
  })

  await test.step('a signature taken back', async () => {
    await openPerson(page, known(cora))
    const certificate = await download(page, () =>
      page.getByRole('link', { name: 'Certificate (PDF)' }).click(),
    )
    expect(pagesOfPdf(certificate)).toHaveLength(1)
    await page.getByRole('link', { name: /Take the signature back/ }).click()
    await page.getByLabel('Why?').fill('Somebody else was signed in')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await flash(page, 'Took the signature back.')
    await expect(page.getByText('Somebody else was signed in').first()).toBeVisible()
  })

  await test.step('a sheet printed, signed, scanned and ticked off', async () => {
    await page.goto(`/training/${campaignId}`)
    await page.getByRole('button', { name: 'Records' }).click()
    await page.getByRole('link', { name: 'Sign on paper' }).click()
    await check(page)
    await page.getByRole('button', { name: 'Make the sheets' }).click()
    await flash(page, /Made 1 sheet with 3 names/)
    const code = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Sheet ', '')
    const sheet = await download(page, () => page.getByRole('link', { name: 'Print (PDF)' }).click())
    expect(pagesOfPdf(sheet).join(' ')).toContain(code)
    await expect(page.getByText('Add the scan first')).toBeVisible()
    const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdfFile('Signed') }
    await page.getByLabel('The scan, or a photo of it').setInputFiles(scan)
    await page.getByRole('button', { name: 'Add the scan' }).click()
    await flash(page, 'Added the scan.')
    await check(page)
    await page.getByRole('checkbox', { name: known(cora).name }).check()
    await page.getByRole('button', { name: 'Enter the signatures' }).click()
    await flash(page, 'Entered 1 signature.')
    await expect(page.getByText(`entered by ${officer.name}`)).toBeVisible()

    await page.getByRole('link', { name: `Sheet ${code}, signed`, exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Preview' })).toBeVisible()
    await check(page)
    await page.getByRole('link', { name: 'Withdraw' }).click()
    await page.getByLabel('Why?').fill('The second page is missing')
    await page.getByRole('button', { name: 'Withdraw the file' }).click()
    await flash(page, 'Withdrew the file.')
    await expect(page.getByText('The second page is missing')).toBeVisible()
    await expect(page.getByText('its scan was withdrawn later')).toBeVisible()
    await check(page)
  })

  await test.step('the binder, checked as its own note says', async () => {
    await page.goto(`/training/${campaignId}`)
    await page.getByRole('button', { name: 'Records' }).click()
    const zip = await download(page, () => page.getByRole('link', { name: /^ZIP/ }).click())
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-binder-'))
    try {
      for (const [name, bytes] of Object.entries(unzipSync(zip))) {
        mkdirSync(join(folder, dirname(name)), { recursive: true })
        writeFileSync(join(folder, name), bytes)
      }
      const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
      expect(
        said
          .trimEnd()
          .split('\n')
          .every((line) => line.endsWith(': OK')),
      ).toBe(true)
      writeFileSync(join(folder, 'roster.csv'), 'nobody was late')
      expect(() => execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' })).toThrow(
        /did NOT match/,
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  await test.step('and on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    for (const path of [
      '/training/people',
      `/training/people/${known(cora).personId}`,
      `/training/${campaignId}/paper`,
    ]) {
      await page.goto(path)
      await fitsTheScreen(page)
    }
  })
})
