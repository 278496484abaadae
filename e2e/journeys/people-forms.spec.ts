import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { giveAccount } from '#lib/testing/accounts'
import { createPractice } from '#lib/testing/practice'
import { axe } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { givePassword } from './signing-in.ts'

let owner: pg.Pool

test.beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

/** Opens a page about a new colleague as an officer of a new practice. Returns the colleague's id. */
async function openAbout(page: Page, path: (personId: string) => string): Promise<string> {
  const practice = await createPractice(owner)
  const officer = await practice.actor('officer')
  await giveAccount(owner, officer)
  const { personId } = await practice.actor('staff')
  await givePassword(page, officer.email, undefined, path(personId))
  await expect(page).toHaveURL((url) => url.pathname === path(personId))
  return personId
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const flash = (page: Page) => page.locator('.flash')

test('of two edits at once both stay: only what both changed is asked about, and named on the button', async ({
  page,
}) => {
  const personId = await openAbout(page, (id) => `/people/${id}/edit`)
  await page.getByLabel('Job title').fill('Mine')
  const second = await page.context().newPage()
  await second.goto(`/people/${personId}/edit`)
  await second.getByLabel('Job title').fill('Theirs')
  await second.getByLabel('Staff number').fill('4711')
  await second.getByRole('button', { name: 'Save' }).click()
  await expect(flash(second)).toContainText('Saved.')
  await page.getByRole('button', { name: 'Save' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'while you had it open' })
  await expect(alert).toContainText('You both changed “Job title”')
  await expect(page.getByLabel('Job title')).toHaveValue('Mine')
  await expect(page.getByLabel('Job title')).toHaveAccessibleDescription(/They saved “Theirs”/)
  await expect(page.getByLabel('Staff number')).toHaveValue('4711')
  await axe(page)
  await page.getByRole('button', { name: 'Save over theirs' }).click()
  await expect(title(page)).toBeFocused()
  await expect(page.getByRole('definition').filter({ hasText: 'Mine' })).toBeVisible()
  await expect(page.getByText('4711').first()).toBeVisible()
})

test('an edit beside somebody else’s keeps theirs, also after a try that was refused for something else', async ({
  page,
}) => {
  const personId = await openAbout(page, (id) => `/people/${id}/edit`)
  await page.getByLabel('Staff number').fill('12')
  await page.getByLabel('Name').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'Name: Write first and last name.' })).toBeVisible()
  const second = await page.context().newPage()
  await second.goto(`/people/${personId}/edit`)
  await second.getByLabel('Job title').fill('Theirs')
  await second.getByLabel('Northside').check()
  await second.getByRole('button', { name: 'Save' }).click()
  await expect(flash(second)).toContainText('Saved.')
  await page.getByLabel('Name').fill('Mine Own')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'while you had it open' })).toContainText(
    'Saving keeps theirs and adds yours.',
  )
  await expect(page.getByLabel('Job title')).toHaveValue('Theirs')
  await expect(page.getByLabel('Northside')).toBeChecked()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(page)).toHaveText('Mine Own')
  await expect(page.getByRole('definition').filter({ hasText: 'Theirs' })).toBeVisible()
  await expect(page.getByText('12', { exact: true }).first()).toBeVisible()
})

test('a role form without answers names each in plain words, and asks only for what the role needs', async ({
  page,
}) => {
  await openAbout(page, (id) => `/people/${id}`)
  await page.getByRole('link', { name: 'Give a role' }).first().click()
  await expect(title(page)).toBeFocused()
  await expect(page.getByLabel('Downtown')).toBeHidden()
  await page.getByRole('button', { name: 'Give the role' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'This could not be saved yet' })
  await expect(alert.getByRole('listitem')).toHaveText([
    'Role: Choose a role.',
    'It counts: Say where it counts.',
  ])
  await page.getByRole('radio', { name: 'Auditor' }).check()
  await expect(page.getByLabel('Last day')).toHaveAttribute('required')
  await page.getByRole('radio', { name: 'Compliance officer' }).check()
  await expect(page.getByLabel('Last day')).not.toHaveAttribute('required')
  await axe(page)
})

test.describe('an address that leads nowhere', () => {
  test.use({ expectedProblems: [/status of 404/] })

  test('says so in the window’s title too', async ({ page }) => {
    await openAbout(page, () => '/people')
    await page.goto(`/people/${randomUUID()}`)
    await expect(page).toHaveTitle('Not found · Plumbline')
  })
})
