import type { Page } from '@playwright/test'
import pg from 'pg'
import { createPractice } from '#lib/testing/practice'
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
const alert = (page: Page) => page.getByRole('main').getByRole('alert')
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

test('starter controls come in, one is owned, tested, mended and put away @phone', async ({
  page,
  context,
}) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)

  await page.goto('/controls')
  await expect(page.getByRole('heading', { name: 'No control yet' })).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Look at the starter controls' }).click()
  await expect(page.getByRole('heading', { name: '44 controls you can take in' })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Take in what is ticked' }).click()
  await expect(alert(page)).toContainText('Tick at least one')
  await page.getByRole('checkbox', { name: 'Only what the task needs' }).check()
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Take in what is ticked' }).click()
  await flash(page, /^Took in \d controls?\./)
  await expect(page.getByRole('link', { name: /^Name an owner/ }).first()).toBeVisible()
  await check(page)
  await fitsTheScreen(page)

  await page.getByRole('link', { name: 'Only what the task needs goes into a prompt', exact: true }).click()
  await expect(title(page)).toContainText('Only what the task needs')
  await expect(section(page, /^Answers \d+ requirements/)).toContainText('MAP 1.6')
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Owner').selectOption({ label: officer.name })
  await page
    .getByRole('group', { name: 'State' })
    .getByRole('radio', { name: 'In place', exact: true })
    .check()
  await check(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')

  await page.getByRole('link', { name: 'Record a test' }).first().click()
  await page.getByRole('radio', { name: /^Fails/ }).check()
  await page.getByRole('button', { name: 'Record the test' }).click()
  await expect(alert(page)).toContainText('what you looked at')
  await page.getByLabel('What did you look at').fill('Two of ten prompts named a patient.')
  await check(page)
  await page.getByRole('button', { name: 'Record the test' }).click()
  await flash(page, 'Recorded.')
  await expect(section(page, 'What is due')).toContainText('Mend it: it failed its test')
  await expect(section(page, '1 test')).toContainText('Two of ten prompts named a patient.')
  await page.getByRole('link', { name: /^Test again/ }).click()
  await page.getByRole('radio', { name: /^Works/ }).check()
  await page.getByLabel('What did you look at').fill('None of ten did.')
  await page.getByRole('button', { name: 'Record the test' }).click()
  await flash(page, 'Recorded.')
  await expect(section(page, 'What is due')).not.toContainText('Mend it')

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Archive…' }).click()
  await expect(page.getByText(/It no longer counts for \d+ requirements that it answers\./)).toBeVisible()
  await page.getByLabel('Why?').fill('Done by another one.')
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await flash(page, 'Archived.')
  await expect(page.getByText('It is archived.', { exact: true })).toBeVisible()
})

test('a control is written down, its requirements are ticked, and it says when it does not apply', async ({
  page,
  context,
}) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)
  await page.goto('/controls/new')
  await page.getByRole('textbox', { name: 'Control' }).fill('Doors to the server room are locked')
  await page.getByRole('group', { name: 'State' }).getByRole('radio', { name: 'Does not apply' }).check()
  await page.getByRole('button', { name: 'Add control' }).click()
  await expect(alert(page)).toContainText('Say why it does not apply.')
  await page.getByLabel('If it does not apply: why?').fill('There is no server room: everything is hosted.')
  await page.getByRole('button', { name: 'Add control' }).click()
  await flash(page, 'Added CTL-001 to the register.')
  await expect(page.getByText('It does not apply: There is no server room')).toBeVisible()

  await page.getByRole('link', { name: 'Choose requirements' }).click()
  await expect(title(page)).toHaveText('What does it answer?')
  await page.getByRole('checkbox', { name: '164.310(a)(1)', exact: false }).first().check()
  await check(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved what it answers.')
  await page.getByRole('link', { name: 'Choose requirements' }).click()
  await page
    .getByRole('navigation', { name: 'Frameworks' })
    .getByRole('link', { name: 'NIST AI RMF' })
    .click()
  await page.getByRole('checkbox', { name: /^GOVERN 1\.1 / }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved what it answers.')
  await expect(section(page, 'Answers 2 requirements')).toContainText('GOVERN 1.1')
})

test('who owns a control tests it without seeing the register', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const nurse = await practice.actor('staff')
  const { addControl } = await import('#lib/testing/controls')
  await addControl(officer, { ownerId: nurse.personId, state: 'not-started', title: 'Badges are worn' })
  await signIn(context, owner, nurse)
  await page.goto('/due')
  await page.getByRole('link', { name: /^Say how far it is/ }).click()
  await expect(page.getByRole('heading', { name: 'Badges are worn' })).toBeVisible()
  await page.getByRole('radio', { name: /^In place/ }).check()
  await check(page)
  await page.getByRole('button', { name: 'Record it' }).click()
  await flash(page, 'Recorded.')
  await expect(page.getByRole('link', { name: 'Controls' })).toHaveCount(0)
})
