import { generate } from 'otplib'
import { axe } from '../support/axe.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { test as base, expect } from '../support/test.ts'

// A fresh installation of its own: the one that other specs share has practices in it already.
const test = base.extend<object, { installation: TestServer }>({
  installation: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
})

test.describe.configure({ mode: 'serial' })

const password = 'orbit mango ledger'

test('an empty form says everything that is missing and saves nothing @phone-only', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/setup$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your practice')
  await axe(page)
  await page.getByRole('button', { name: 'Set up the practice' }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'This is not complete yet' })
  await expect(summary).toBeFocused()
  for (const missing of [
    'name of the practice',
    'at least one state',
    'time zone',
    'name for the site',
    'your name',
    'e-mail address',
    'at least 12 characters',
  ])
    await expect(summary).toContainText(missing)
  await axe(page)
  await page.reload()
  await expect(page.getByLabel('Name of the practice')).toHaveValue('')
})

test('the first run: practice, sites, first account, second factor, recovery codes, and then never again', async ({
  page,
}) => {
  await page.goto('/setup')
  await page.getByLabel('Name of the practice').fill('Riverbend Family Health')
  const sites = page.getByRole('group', { name: /^Site \d$/ })
  await page.getByLabel('Illinois').check()
  await expect(sites.nth(0).getByLabel('State')).toHaveValue('IL')
  await page.getByLabel('Wisconsin').check()
  await expect(page.getByText('Chosen: Illinois, Wisconsin')).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Chicago')

  await sites.nth(0).getByLabel('Name').fill('Downtown')
  await expect(sites.nth(0).getByLabel('State')).toHaveValue('')
  await sites.nth(0).getByLabel('State').selectOption('IL')
  await page.getByRole('button', { name: 'Add a site' }).click()
  await page.getByRole('button', { name: 'Add a site' }).click()
  await page.getByRole('button', { name: 'Take site 2 out' }).click()
  await sites.nth(1).getByLabel('Name').fill('downtown')
  await sites.nth(1).getByLabel('State').selectOption('WI')

  await page.getByLabel('Your name').fill('Dana Okafor')
  await page.getByLabel('Your e-mail').fill('Dana@riverbend.example')
  await page.getByLabel('Password', { exact: true }).fill('Dana Okafor 1')
  await page.getByLabel('The same password again').fill('Dana Okafor 1')
  await page.getByRole('button', { name: 'Set up the practice' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'easy to guess' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Another site has this name' })).toBeVisible()
  await expect(page.getByLabel('Name of the practice')).toHaveValue('Riverbend Family Health')
  await expect(page.getByLabel('Wisconsin')).toBeChecked()
  await sites.nth(1).getByLabel('Name').fill('Lakeside')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same password again').fill(password)
  await page.getByRole('button', { name: 'Set up the practice' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second step')
  await axe(page)
  await page.getByText('I cannot scan it').click()
  const secret = (await page.locator('#factor-key').innerText()).replace(/\s/g, '')
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  await page.getByLabel('Six digits').fill('000000')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('This code is not right.')).toBeVisible()
  await page.getByText('I cannot scan it').click()
  await expect(page.locator('#factor-key')).toHaveText(/^[A-Z2-7 ]+$/)
  expect((await page.locator('#factor-key').innerText()).replace(/\s/g, '')).toBe(secret)
  await page.getByLabel('Six digits').fill(await generate({ secret }))
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep these recovery codes')
  await expect(page.locator('#recovery-codes li')).toHaveCount(10)
  await expect(page.locator('#recovery-codes li').first()).toHaveText(/^[0-9a-z]{5}-[0-9a-z]{5}$/)
  await expect(page.getByText('Recovery codes of dana@riverbend.example')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page).toHaveURL(/\/$/)

  await page.goto('/account')
  await expect(page.getByText('Dana Okafor, signing in as dana@riverbend.example')).toBeVisible()
  await expect(page.getByText(/10 recovery codes left/)).toBeVisible()
  await page.goto('/sign-in/recovery-codes')
  await expect(page.getByText('Keep these recovery codes')).toHaveCount(0)
})

test.describe('afterwards', () => {
  test.use({ expectedProblems: [/404 \(Not Found\)/] })
  test('the setup page is gone, for strangers as for the officer', async ({ page }) => {
    const answer = await page.goto('/setup')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist')
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  })
})
