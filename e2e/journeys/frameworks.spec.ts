import type { Page } from '@playwright/test'
import pg from 'pg'
import { createPractice } from '#lib/testing/practice'
import { smallCatalog } from '#lib/testing/small-catalog'
import { check, fitsTheScreen, leadersOf } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const flash = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const row = (page: Page, id: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: id, exact: true }) })

test('from the frameworks to everything behind a requirement, and the number moves @phone', async ({
  page,
  context,
}) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)
  await page.goto('/frameworks')
  await expect(section(page, 'What you follow')).toContainText('NIST AI Risk Management Framework')
  await expect(section(page, 'Only proposed')).toContainText('Proposed, not in force')
  await expect(page.getByText('no verdict on the practice')).toBeVisible()
  await check(page)
  await fitsTheScreen(page)

  await page.getByRole('link', { name: 'NIST AI Risk Management Framework' }).click()
  await expect(
    page.getByRole('heading', { name: 'A control is in place for 0 of 72 requirements' }),
  ).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('link', { name: 'GOVERN 6.1', exact: true }).click()
  await expect(title(page)).toContainText('GOVERN 6.1')
  await expect(section(page, 'What it asks for')).toContainText('NIST AI 100-1, GOVERN 6.1')
  await expect(page.getByRole('heading', { name: 'No control names it' })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)

  await section(page, 'No control names it')
    .getByRole('button', { name: /^Take in/ })
    .first()
    .click()
  await flash(page, 'Took in 1 control.')
  await expect(page.getByRole('heading', { name: 'Behind it: 1 control' })).toBeVisible()
  await page.getByRole('link', { name: 'New control' }).click()
  await expect(page.getByRole('checkbox', { name: /^NIST AI RMF GOVERN 6\.1/ })).toBeChecked()
  await page.getByRole('textbox', { name: 'Control' }).fill('Every AI vendor is asked once a year')
  await page
    .getByRole('group', { name: 'State' })
    .getByRole('radio', { name: 'In place', exact: true })
    .check()
  await check(page)
  await page.getByRole('button', { name: 'Add control' }).click()
  await flash(page, /^Added CTL-002/)
  await page.goto('/frameworks/nist-ai-rmf?show=covered')
  await expect(
    page.getByRole('heading', { name: 'A control is in place for 1 of 72 requirements' }),
  ).toBeVisible()
  await expect(row(page, 'GOVERN 6.1')).toContainText('2 controls')
  await expect(row(page, 'GOVERN 6.2')).toHaveCount(0)

  await page.getByRole('link', { name: 'GOVERN 6.1', exact: true }).click()
  const linked = section(page, /^Linked to/)
  await linked
    .getByRole('link', { name: /^ISO\/IEC 42001|^HIPAA/ })
    .first()
    .click()
  await expect(page.getByText('Also looked at through', { exact: false }).first()).toBeVisible()
})

test('a requirement does not apply for a reason, and the proposal is shown beside the law as what it is', async ({
  page,
  context,
}) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)
  await page.goto('/frameworks/hipaa-security?force=addressable')
  await expect(page.getByText('proposed, not in force')).toHaveCount(0)
  await page.getByRole('link', { name: 'Show what the 2025 proposal would require' }).click()
  await expect(
    page.getByText('The 2025 proposal would require (proposed, not in force)', { exact: false }).first(),
  ).toBeVisible()
  await check(page)
  await page.goto('/frameworks/hipaa-security/164.308(a)(4)(ii)(A)')
  await page.getByRole('link', { name: 'Does it apply?' }).click()
  await page.getByLabel('Why does it not apply?').fill('We are no clearinghouse, and none is part of us.')
  await check(page)
  await page.getByRole('button', { name: 'It does not apply' }).click()
  await flash(page, 'Recorded, with the reason.')
  await expect(page.getByText('We are no clearinghouse, and none is part of us.')).toBeVisible()
  await page.goto('/frameworks/hipaa-security?show=out')
  await expect(row(page, '164.308(a)(4)(ii)(A)')).toContainText('Does not apply')

  await page.goto('/frameworks/hicp')
  await page.getByRole('button', { name: 'Follow it' }).click()
  await flash(page, 'Saved.')
  await expect(page.getByRole('button', { name: 'Stop following it' })).toBeVisible()
  await page.goto('/frameworks/security-rule-proposal')
  await expect(page.getByText('This is proposed and not in force.')).toBeVisible()
  await expect(page.getByRole('button', { name: /follow/i })).toHaveCount(0)
})

test('the gaps lead to what mends them @phone', async ({ page, context }) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)
  await page.goto('/frameworks/gaps')
  await expect(page.getByText('Required by law, no control').first()).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page
    .getByRole('link', { name: /^Take in “/ })
    .first()
    .click()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Take in what is ticked' }).click()
  await flash(page, 'Took in 1 control.')
  await page.goto('/frameworks/gaps')
  await expect(page.getByRole('link', { name: /^Go on with “/ }).first()).toBeVisible()
})

test('a framework of one’s own comes in after a look, and a damaged file is refused in words', async ({
  page,
  context,
}) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)
  await page.goto('/frameworks/own/new')
  await check(page)
  const send = async (name: string, text: string) => {
    await page
      .getByLabel('Your file')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Upload and look at it' }).click()
  }
  await send('catalog.json', '{"catalog": {')
  await expect(page.getByText('It is damaged: it begins like JSON')).toBeVisible()

  await send('twice.csv', 'Number,What\nA-1,First\nA-1,Second')
  await expect(page.getByText('Choose the column with the titles.')).toBeVisible()
  await page.getByLabel('Title').selectOption({ label: 'What' })
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('stands more than once: row 2 and row 3')).toBeVisible()
  await check(page)

  await page.goto('/frameworks/own/new')
  await send('catalog.json', JSON.stringify(smallCatalog))
  await expect(page.getByText('3 requirements in 2 groups will come in.', { exact: false })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await flash(page, 'Brought in 3 requirements.')
  await expect(title(page)).toHaveText('Rules of the Lakeshore network')
  await check(page)
  await page.getByRole('link', { name: 'AC-1(1)', exact: true }).click()
  await expect(section(page, 'What it asks for')).toContainText('A program lists unused accounts.')
  await page.getByRole('link', { name: 'New control' }).click()
  await page.getByRole('textbox', { name: 'Control' }).fill('A script lists accounts')
  await page
    .getByRole('group', { name: 'State' })
    .getByRole('radio', { name: 'In place', exact: true })
    .check()
  await page.getByRole('button', { name: 'Add control' }).click()
  await flash(page, /^Added CTL-001/)
  await expect(section(page, 'Answers 1 requirement')).toContainText('AC-1(1)')
})
