import { randomBytes } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { generate } from 'otplib'
import { hashToken } from '#lib/platform/session'
import { PASSWORD } from '#lib/testing/accounts'
import { axe } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { givePassword, isAsked, isSignedIn, usePractice } from './signing-in.ts'

const practice = usePractice()

test('a page behind sign-in leads through the password and back to itself @phone', async ({ page }) => {
  const staff = await practice.somebody('staff')
  await page.goto('/account/second-factor')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount%2Fsecond-factor')
  await axe(page)
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.getByLabel('E-mail').fill(staff.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/account/second-factor')
  await page.goto('/sign-in?next=%2Faccount')
  await expect(page).toHaveURL('/account')
})

test('a wrong password keeps the e-mail, forgets the password, and puts neither into the address', async ({
  page,
}) => {
  const staff = await practice.somebody('staff')
  await givePassword(page, staff.email, 'not my password')
  await expect(
    page.getByRole('alert').filter({ hasText: 'The e-mail or the password is not right.' }),
  ).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(staff.email)
  await expect(page.getByLabel('Password')).toHaveValue('')
  await expect(page.getByLabel('Password')).toBeFocused()
  expect(page.url()).toMatch(/\/sign-in\?error=wrong&next=%2Faccount$/)
  expect(await page.content()).not.toContain('not my password')
  await axe(page)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await isSignedIn(page)
})

test('an unknown e-mail gets the same answer as a known one', async ({ page }) => {
  await givePassword(page, 'nobody@example.org', 'not my password')
  await expect(
    page.getByRole('alert').filter({ hasText: 'The e-mail or the password is not right.' }),
  ).toBeVisible()
})

test('no address leads a browser elsewhere after sign-in', async ({ page }) => {
  const staff = await practice.somebody('staff')
  await givePassword(page, staff.email, PASSWORD, '//evil.example/path')
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/($|[a-z])/)
  expect(new URL(page.url()).pathname).not.toContain('evil')
})

test('an officer sets up a second factor, then signs in with the app and with a recovery code @phone', async ({
  page,
  openContext,
}) => {
  const officer = await practice.somebody('officer')
  await givePassword(page, officer.email)
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  await axe(page)
  await page.getByText('I cannot scan it').click()
  const secret = (await page.locator('#factor-key').innerText()).replace(/\s/g, '')
  await page.getByLabel('Six digits').fill(await generate({ secret }))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('#recovery-codes li')).toHaveCount(10)
  const [first = '', second = ''] = await page.locator('#recovery-codes li').allInnerTexts()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await isSignedIn(page)
  await axe(page)

  const elsewhere = await (await openContext()).newPage()
  await givePassword(elsewhere, officer.email)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Type the code from your app')
  await axe(elsewhere)
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in\/second-factor/)
  await elsewhere.goto('/sign-in/second-factor?next=%2Faccount')
  await elsewhere.getByLabel('Six digits').fill('000000')
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await expect(elsewhere.getByText('This code is not right, or it was used already.')).toBeVisible()
  await elsewhere.getByRole('link', { name: 'Use a recovery code instead' }).click()
  await elsewhere.getByLabel('Recovery code').fill(first.toUpperCase())
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await expect(elsewhere).toHaveURL('/account')
  await expect(elsewhere.getByText(/9 recovery codes left/)).toBeVisible()

  const again = await (await openContext()).newPage()
  await givePassword(again, officer.email)
  await again.getByRole('link', { name: 'Use a recovery code instead' }).click()
  await again.getByLabel('Recovery code').fill(first)
  await again.getByRole('button', { name: 'Sign in' }).click()
  await expect(again.getByText('This code is not right, or it was used already.')).toBeVisible()
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Type a recovery code')
  await again.getByLabel('Recovery code').fill(second)
  await again.getByRole('button', { name: 'Sign in' }).click()
  await isSignedIn(again)
})

test('signing in, with a second factor too, works without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  const officer = await practice.somebody('officer')
  await givePassword(page, officer.email, 'not my password')
  await expect(page.getByText('The e-mail or the password is not right.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(officer.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('I cannot scan it').click()
  const secret = (await page.locator('#factor-key').innerText()).replace(/\s/g, '')
  await page.getByLabel('Six digits').fill(await generate({ secret }))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('#recovery-codes li')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await isSignedIn(page)
  await context.close()
})

test('signing out in one tab signs out the other', async ({ page, context }) => {
  const staff = await practice.somebody('staff')
  await givePassword(page, staff.email)
  await isSignedIn(page)
  const other = await context.newPage()
  await other.goto('/account')
  await isSignedIn(other)
  await page.getByRole('button', { name: /and account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await other.reload()
  await isAsked(other)
})

test('a person sees where they are signed in and ends another browser’s session', async ({
  page,
  openContext,
}) => {
  const staff = await practice.somebody('staff')
  const phone: BrowserContext = await openContext({
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
  })
  const phonePage = await phone.newPage()
  await givePassword(phonePage, staff.email)
  await isSignedIn(phonePage)
  await givePassword(page, staff.email)
  const list = page.getByRole('region', { name: 'Signed in now' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem').filter({ hasText: 'This one' })).toContainText('Chrome on')
  await list
    .getByRole('listitem')
    .filter({ hasText: 'Safari on iPhone' })
    .getByRole('button', { name: /^End/ })
    .click()
  await expect(page.getByText('The session is ended.')).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await phonePage.reload()
  await isAsked(phonePage)
})

test('a changed password signs out the other browsers and is the only one that works', async ({
  page,
  openContext,
}) => {
  const staff = await practice.somebody('staff')
  const elsewhere = await (await openContext()).newPage()
  await givePassword(elsewhere, staff.email)
  await isSignedIn(elsewhere)
  await givePassword(page, staff.email)
  const fill = async (current: string, next: string, again: string) => {
    await page.getByLabel('Your password now').fill(current)
    await page.getByLabel('New password', { exact: true }).fill(next)
    await page.getByLabel('The new password again').fill(again)
    await page.getByRole('button', { name: 'Change the password' }).click()
  }
  await fill('not my password', 'kestrel tundra 42', 'kestrel tundra 42')
  await expect(page.getByRole('alert').filter({ hasText: 'This is not your password.' })).toBeVisible()
  await axe(page)
  await fill(PASSWORD, 'kestrel tundra 42', 'kestrel tundra 42')
  await expect(page.getByText('The password is changed. 1 other browser was signed out.')).toBeVisible()
  await elsewhere.reload()
  await isAsked(elsewhere)
  await givePassword(elsewhere, staff.email, PASSWORD)
  await expect(elsewhere.getByText('The e-mail or the password is not right.')).toBeVisible()
  await givePassword(elsewhere, staff.email, 'kestrel tundra 42')
  await isSignedIn(elsewhere)
})

test('an invitation link waits while it is only looked at, and works once @phone', async ({
  page,
  openContext,
}) => {
  const actor = await practice.personWithoutAccount('staff')
  const token = randomBytes(32).toString('base64url')
  await practice.owner.query(
    `INSERT INTO "OneTimeLink" (id, "practiceId", "personId", purpose, "tokenHash", "createdById", "createdAt", "expiresAt")
     VALUES (gen_random_uuid(), $1, $2, 'invitation', $3, $2, now(), now() + interval '1 hour')`,
    [actor.practiceId, actor.personId, hashToken(token)],
  )
  for (let looks = 0; looks < 2; looks += 1) {
    await page.goto(`/link/${token}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Welcome, ${actor.name}`)
  }
  await axe(page)
  await page.getByLabel('Password', { exact: true }).fill('too short')
  await page.getByLabel('The same password again').fill('too short')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Use at least 12 characters' })).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('kestrel tundra 42')
  await page.getByLabel('The same password again').fill('kestrel tundra 42')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page).not.toHaveURL(/\/link\//)
  await page.goto('/account')
  await isSignedIn(page)

  const late = await (await openContext()).newPage()
  await late.goto(`/link/${token}`)
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more')
  await axe(late)
  await givePassword(late, actor.email, 'kestrel tundra 42')
  await isSignedIn(late)
})
