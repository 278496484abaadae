import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { templateOf } from '#lib/assessments/templates'
import { pagesOfPdf } from '#lib/testing/pdf-text'
import { createPractice } from '#lib/testing/practice'
import { addSystems, check, fitsTheScreen, leadersOf } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const kit = () => import('#lib/testing/assessments')
const flash = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const saved = (page: Page) => expect(page.locator('.asked-state').first()).toHaveText('Saved')
const answered = (page: Page) => page.locator('.asked-progress progress')

/** A practice with one AI system. */
async function assessing() {
  const practice = await createPractice(owner)
  const { officer, head } = await leadersOf(practice)
  const [system] = await addSystems(officer, [{ name: 'Ambient scribe', ownerId: officer.personId }])
  return { practice, officer, head, systemId: system?.id ?? '' }
}

test('an AI system is assessed, its findings become risks, and it is frozen, signed twice, corrected and printed', async ({
  page,
  context,
  openContext,
}) => {
  test.slow()
  const { officer, head } = await assessing()
  const { answerEverything, firstQuestion } = await kit()
  await signIn(context, owner, officer)
  await page.goto('/assessments')
  await expect(page.getByRole('heading', { name: 'Nothing was assessed yet' })).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Start the first one' }).click()
  await expect(title(page)).toHaveText('Start an assessment')
  await check(page)
  await page.getByRole('radio', { name: /^AI risk profile/ }).check()
  await page.getByLabel('Of which AI system?').selectOption({ label: 'Ambient scribe (AI-001)' })
  await press(page, 'Go on')
  await expect(title(page)).toHaveText('Start: AI risk profile')
  await expect(page.getByText('44 questions, one at a time or as a table.')).toBeVisible()
  await check(page)
  await press(page, 'Start')
  await flash(page, /Started ASM-001/)
  const record = page.url().replace(/\?.*/, '')
  await check(page)

  await page.getByRole('link', { name: 'Go on answering' }).click()
  await expect(title(page)).toHaveText('Know the laws that apply')
  await check(page)
  // By keyboard alone: choose, note, on to the next.
  await page.getByRole('radio', { name: 'Yes' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await saved(page)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nobody has written them down.')
  await saved(page)
  await expect(answered(page)).toHaveJSProperty('value', 1)
  await press(page, 'Next open question')
  await expect(title(page)).toHaveText(/^(?!Know the laws)/)
  await page.getByRole('radio', { name: 'Not applicable' }).check()
  await expect(page.locator('.asked-state').first()).toContainText('needs a reason')
  await page.getByLabel('Note').fill('It is tried for a month only.')
  await saved(page)

  const id = record.split('/').at(-1) ?? ''
  await answerEverything(officer, id, { [firstQuestion]: 'no', 'gai-2-2': 'partly' })
  await page.goto(record)
  await expect(page.getByText('44 of 44 questions answered.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Govern/ })).toContainText(
    '7 yes, 0 partly, 1 no of 8 that apply',
  )
  await check(page)

  await page.getByRole('link', { name: 'Look at them' }).click()
  await expect(page.getByText('Know the laws that apply.')).toBeVisible()
  await check(page)
  await press(page, /^Make it a risk.*Know the laws that apply/)
  await flash(page, /RISK-001 is in the risk register/)
  await expect(
    page.getByRole('link', { name: /^RISK-001 Ambient scribe: gap in “Know the laws/ }),
  ).toBeVisible()

  await page.goto(`${record}/sign`)
  await check(page)
  await page.getByLabel('Your name').fill('Somebody else')
  await page.getByRole('checkbox', { name: /^I have read ASM-001/ }).check()
  await press(page, 'Freeze and sign')
  await expect(page.locator('.error-summary')).toContainText(officer.name)
  await page.getByLabel('Your name').fill(officer.name)
  await press(page, 'Freeze and sign')
  await flash(page, 'Copy 1 is frozen and signed.')
  await expect(page.getByText('It is as it was signed.')).toBeVisible()
  const hash = /[0-9a-f]{64}/.exec((await page.locator('.hash').first().textContent()) ?? '')?.[0] ?? 'none'
  await check(page)

  const second = await (await openContext()).newPage()
  await signIn(second.context(), owner, head)
  await second.goto(`${record}/copies/1`)
  await second.getByRole('checkbox', { name: new RegExp(hash) }).check()
  await second.getByLabel('Your name').fill(head.name)
  await press(second, 'Sign')
  await flash(second, 'Signed.')
  await expect(second.getByRole('listitem').filter({ hasText: head.name })).toContainText(hash)
  await expect(second.getByRole('button', { name: 'Sign' })).toHaveCount(0)

  await page.goto(`${record}/answer/${firstQuestion}`)
  await expect(page.getByText('It is signed.')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.goto(`${record}/correct`)
  await check(page)
  await page.getByLabel(/^What has to be corrected/).fill('The list of laws was there.')
  await press(page, 'Open it again')
  await flash(page, 'It is open again.')

  await page.goto(`${record}/report?copy=1`)
  await expect(title(page)).toContainText('Ambient scribe')
  await check(page)
  for (const format of ['A4', 'Letter'] as const) {
    const pages = pagesOfPdf(await page.pdf({ format, preferCSSPageSize: false, printBackground: true }))
    const all = pages.join('')
    expect(pages.length).toBeGreaterThan(3)
    for (const words of [
      '1. Scope',
      '2. Systems and flows',
      '3. How risks are rated',
      '4. Threats',
      '5. Plan',
      '6. Controls',
      '7. Answers',
      '8. Sign-off',
    ])
      expect(all).toContain(words.replaceAll(' ', ''))
    expect(all).toContain('RISK-001')
    for (const signer of [officer.name, head.name]) expect(all).toContain(signer.replaceAll(' ', ''))
    // The foot of every page says which copy it belongs to.
    for (const one of pages) expect(one).toContain(hash)
    // A table that goes on over a page says its headings again, and no row is cut in two.
    const headings = pages.filter((one) => one.includes('Whoandwhen'))
    expect(headings.length).toBeGreaterThan(1)
    for (const { text, citation } of templateOf('ai-rmf').questions)
      expect(pages.filter((one) => one.includes(`${text}${citation}`.replaceAll(' ', '')))).toHaveLength(1)
    expect(all).not.toContain('DownloadasPDF')
  }
  // The file says the same as the page, with its copy and number on each of its pages.
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as PDF' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/ ASM-001 copy 1\.pdf$/)
  const pages = pagesOfPdf(await readFile(await download.path()))
  for (const [index, one] of pages.entries())
    expect(one).toContain(`copy1,SHA-256${hash}page${index + 1}of${pages.length}`)
  const all = pages.join('')
  for (const { text, citation } of templateOf('ai-rmf').questions)
    expect(pages.filter((one) => one.includes(`${text}${citation}`.replaceAll(' ', '')))).toHaveLength(1)
  for (const words of ['4. Threats', '8. Sign-off', 'RISK-001', officer.name, head.name])
    expect(all).toContain(words.replaceAll(' ', ''))
  await page.goto(record)
  await expect(page.getByText(/downloaded the report of copy 1 as PDF/i)).toBeVisible()
  await page.goto(`${record}/report`)
  const draft = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as PDF' }).click()
  for (const one of pagesOfPdf(await readFile(await (await draft).path())))
    expect(one).toContain('DRAFT,notsigned')
})

test('answers are given on a phone, question by question and as a table @phone-only', async ({
  page,
  context,
}) => {
  const { officer, systemId } = await assessing()
  const { started } = await kit()
  const id = await started(officer, { systemId })
  await signIn(context, owner, officer)
  for (const path of [
    '',
    '/answer',
    '/table/map',
    '/edit',
    '/parts/map',
    '/findings',
    '/report',
    '/changes',
    '/sign',
  ]) {
    await page.goto(`/assessments/${id}${path}`)
    await check(page)
    await fitsTheScreen(page)
  }
  await page.goto('/assessments/new')
  await fitsTheScreen(page)
  await page.goto(`/assessments/${id}/answer`)
  await page.getByRole('radio', { name: 'Partly' }).check({ force: true })
  await saved(page)
  await press(page, 'Next open question')
  await expect(answered(page)).toHaveJSProperty('value', 1)
})

test('an answer that somebody gave meanwhile in another tab is shown and not overwritten', async ({
  page,
  context,
}) => {
  const { officer, systemId } = await assessing()
  const { started, firstQuestion } = await kit()
  const id = await started(officer, { systemId })
  await signIn(context, owner, officer)
  const other = await context.newPage()
  for (const tab of [page, other]) await tab.goto(`/assessments/${id}/answer/${firstQuestion}`)
  await page.getByRole('radio', { name: 'Yes' }).check({ force: true })
  await saved(page)
  await other.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  const shown = other.getByText(`${officer.name} answered this while you had it open: “Yes”.`)
  await expect(shown).toBeVisible()
  await check(other)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await press(other, 'Leave theirs')
  await expect(other.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await other.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  await saved(other)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'No', exact: true })).toBeChecked()
})

test.describe('what is not theirs', () => {
  test.use({ expectedProblems: [/404 \(Not Found\)/] })

  test('a colleague finds their part in their work and answers that part only', async ({ page, context }) => {
    const { practice, officer, systemId } = await assessing()
    const nurse = await practice.actor('staff')
    const { started } = await kit()
    const id = await started(officer, { systemId })
    await signIn(context, owner, officer)
    await page.goto(`/assessments/${id}`)
    await page.getByRole('link', { name: /^Give to somebody.*Manage/ }).click()
    await check(page)
    await page.getByLabel('Who answers it?').selectOption({ label: nurse.name })
    await press(page, 'Give it')
    await flash(page, 'Given.')

    await context.clearCookies()
    await signIn(context, owner, nurse)
    await page.goto('/')
    await page
      .getByRole('link', { name: /^Answer/ })
      .first()
      .click()
    await expect(title(page)).toHaveText('Manage')
    await check(page)
    await expect(page.locator('fieldset')).toHaveCount(8)
    await page.locator('fieldset').first().getByRole('radio', { name: 'Yes' }).check({ force: true })
    await saved(page)
    for (const path of ['', '/report', '/table/govern', '/answer/rmf-govern-1-1', '/findings', '/sign']) {
      const answer = await page.goto(`/assessments/${id}${path}`)
      expect(answer?.status(), path).toBe(404)
    }
  })
})

test('next year begins with last year’s answers and shows what changed', async ({ page, context }) => {
  const { officer, systemId } = await assessing()
  const { answerEverything, changeSystem, signed, started } = await kit()
  const id = await started(officer, { systemId })
  await answerEverything(officer, id)
  await signed(officer, id)
  await changeSystem(officer, systemId, { generative: 'no', users: 'Everybody' })
  await signIn(context, owner, officer)
  await page.goto(`/assessments/new?again=${id}`)
  await expect(page.getByText('It starts from ASM-001')).toBeVisible()
  await press(page, 'Start')
  await expect(page.getByText('39 answers from last time to be confirmed.')).toBeVisible()
  await page.getByRole('link', { name: 'Compare with the last signed copy' }).click()
  const change = page.getByRole('region', { name: /^Facts/ })
  await expect(change).toContainText('generates text, pictures or speech')
  await expect(change).toContainText('Everybody')
  await expect(page.getByRole('region', { name: /^Answers/ })).toContainText('does not write or generate')
  await check(page)
  await page.goBack()
  await page.getByRole('link', { name: 'Go on answering' }).click()
  await expect(page.getByText('From last time:')).toBeVisible()
  await press(page, 'This is still right, go on')
  await expect(title(page)).toHaveText('Look again on a schedule')
  await expect(answered(page)).toHaveJSProperty('value', 1)
})
