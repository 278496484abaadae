import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { pdfFile, pngFile } from '#lib/testing/files'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { addSystems, check, fitsTheScreen, type KnownSystem, leadersOf } from '../support/ai-systems.ts'
import { type File, fillIn, row, section } from '../support/evidence-files.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool
let practice: TestPractice
let officer: Actor
let head: Actor
let system: KnownSystem

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.beforeEach(async ({ context }) => {
  practice = await createPractice(owner)
  ;({ officer, head } = await leadersOf(practice))
  const [made] = await addSystems(officer, [{ name: 'Ambient scribe', ownerId: officer.personId }])
  if (!made) throw new Error('no system')
  system = made
  await signIn(context, owner, officer)
})
test.afterAll(() => owner.end())

const flash = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

async function add(page: Page, file: File): Promise<void> {
  await section(page).getByRole('link', { name: 'Add a file' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Add a file' })).toBeVisible()
  await fillIn(page, file)
  await flash(page, 'Added the file.')
  await expect(row(page, file.title)).toBeVisible()
}

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [saved] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) }
}

test('a PDF and a picture are added to an AI system, looked at, and come back byte for byte', async ({
  page,
}) => {
  const pdf = pdfFile('SOC 2 report of Acme')
  const png = pngFile(200, 90)
  await page.goto(`/ai-systems/${system.id}`)
  await expect(section(page).getByText('No files yet')).toBeVisible()
  await add(page, {
    name: 'Übersicht “2026”.pdf',
    bytes: pdf,
    title: 'SOC 2 report',
    validUntil: '2099-12-31',
  })
  await add(page, { name: 'consent.png', bytes: png, title: 'Consent setting' })
  await check(page)
  await expect(row(page, 'SOC 2 report')).toContainText(/Übersicht “2026”\.pdf · PDF · \d+ bytes/)
  await expect(row(page, 'SOC 2 report')).toContainText('Valid until Dec 31, 2099')

  const soc2 = await download(page, () =>
    row(page, 'SOC 2 report')
      .getByRole('link', { name: /^Download/ })
      .click(),
  )
  expect(soc2.bytes.equals(pdf)).toBe(true)
  expect(soc2.name).toBe('Übersicht “2026”.pdf')

  await row(page, 'Consent setting').getByRole('link', { name: 'Consent setting', exact: true }).click()
  const picture = page.getByRole('img', { name: /^Consent setting/ })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(200)
  await check(page)
  const again = await download(page, () => page.getByRole('link', { name: 'Download' }).click())
  expect(again.bytes.equals(png)).toBe(true)

  await page.goto(`/ai-systems/${system.id}`)
  await expect(page.getByText(/added the file “SOC 2 report”/)).toBeVisible()
  await page.goto('/audit-trail')
  await expect(page.getByText(/Downloaded the file “SOC 2 report”/).first()).toBeVisible()
  await expect(page.getByText(/Looked at the file “Consent setting”/).first()).toBeVisible()
})

test('a PDF may be shown inside its page and nowhere else, and is otherwise saved', async ({ page }) => {
  await page.goto(`/evidence/new/ai-system/${system.id}`)
  await fillIn(page, { name: 'a.pdf', bytes: pdfFile('Seen inside'), title: 'A report' })
  await row(page, 'A report').getByRole('link', { name: 'A report', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A report' })).toBeVisible()
  const href = (await page.getByTitle(/^A report/).getAttribute('src')) ?? ''
  const shown = await page.request.get(href)
  expect(shown.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="a.pdf"; filename*=UTF-8\'\'a.pdf',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'private, no-store',
  })
  expect(shown.headers()['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'self'/)
  const saved = await page.request.get(href.replace('/preview', ''))
  expect(saved.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="a.pdf"; filename*=UTF-8\'\'a.pdf',
    'x-frame-options': 'DENY',
  })
  expect(saved.headers()['content-security-policy']).toMatch(/^default-src 'none';.*; sandbox$/)
})

test('what a file is called does not matter, what it is does', async ({ page }) => {
  const form = `/evidence/new/ai-system/${system.id}`
  const refused: [string, Buffer, RegExp][] = [
    ['report.pdf', pngFile(), /ends in \.pdf, but its content is a PNG picture/],
    ['report.pdf', Buffer.from('MZ\x90\0\x03\0\0\0'), /program or a script/],
    ['page.pdf', Buffer.from('<html><script>alert(1)</script>'), /web page/],
    ['cut.pdf', pdfFile('x').subarray(0, 200), /PDF is damaged/],
    ['empty.pdf', Buffer.alloc(0), /is empty/],
  ]
  for (const [name, bytes, words] of refused) {
    await page.goto(form)
    await fillIn(page, { name, bytes, title: 'A report', validUntil: '2099-01-31' })
    await flash(page, words)
    // Only the file has to be chosen again.
    await expect(page.getByLabel('What is it?')).toHaveValue('A report')
    await expect(page.getByLabel('Valid until')).toHaveValue('2099-01-31')
  }
  await check(page)
  await page.goto(`/ai-systems/${system.id}`)
  await expect(section(page).getByText('No files yet')).toBeVisible()
})

test('a file is renewed from my work, and withdrawn with a reason', async ({ page }) => {
  await page.goto(`/evidence/new/ai-system/${system.id}`)
  await fillIn(page, {
    name: 'old.pdf',
    bytes: pdfFile('old'),
    title: 'Old report',
    validUntil: '2026-01-31',
  })
  await page.goto('/')
  await expect(page.getByText('Renew: Old report', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^Renew/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Renew “Old report”' })).toBeVisible()
  await fillIn(page, {
    name: 'new.pdf',
    bytes: pdfFile('new'),
    title: 'New report',
    validUntil: '2099-01-31',
  })
  await expect(row(page, 'Old report')).toContainText('Renewed by a newer file')
  await page.goto('/')
  await expect(page.getByText('Renew: Old report', { exact: true })).toHaveCount(0)

  await page.goto(`/ai-systems/${system.id}`)
  await row(page, 'New report')
    .getByRole('link', { name: /^Withdraw/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Withdraw “New report”' })).toBeVisible()
  await check(page)
  await page.getByRole('button', { name: 'Withdraw the file' }).click()
  await expect(page.getByText('Say why, in a few words.').first()).toBeVisible()
  await page.getByLabel('Why?').fill('It is about another vendor')
  await page.getByRole('button', { name: 'Withdraw the file' }).click()
  await flash(page, 'Withdrew the file.')
  await expect(row(page, 'New report')).toContainText(
    `Withdrawn by ${officer.name}: It is about another vendor`,
  )
  await check(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a file is added to a person', async ({ page }) => {
    await page.goto(`/people/${head.personId}`)
    await section(page).getByRole('link', { name: 'Add a file' }).click()
    await fillIn(page, { name: 'licence.txt', bytes: Buffer.from('<b>Licence</b>'), title: 'Licence' })
    await flash(page, 'Added the file.')
    await row(page, 'Licence').getByRole('link', { name: 'Licence', exact: true }).click()
    await expect(page.frameLocator('iframe').getByText('<b>Licence</b>')).toBeVisible()
  })
})

test('on a phone: adding, looking and the list fit the screen @phone-only @phone', async ({ page }) => {
  await page.goto(`/ai-systems/${system.id}`)
  const name = `${'a very long name without any end '.repeat(4)}.png`
  await add(page, { name, bytes: pngFile(1_500), title: 'A screenshot of a setting that has a long name' })
  await fitsTheScreen(page)
  await check(page)
  await row(page, 'A screenshot')
    .getByRole('link', { name: /^A screenshot/ })
    .click()
  await expect(page.getByRole('img', { name: /^A screenshot/ })).toBeVisible()
  await fitsTheScreen(page)
  await check(page)
})
