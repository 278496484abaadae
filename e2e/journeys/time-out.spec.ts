import { PASSWORD } from '#lib/testing/accounts'
import { expect, test } from '../support/test.ts'
import { givePassword, isAsked, isSignedIn, usePractice } from './signing-in.ts'

const practice = usePractice()

// The clock jumps: a page may ask for its session while it is being signed out, and hear that there is none.
const late = [/401 .*api\/session/]

test('nobody there: a warning a minute before, staying on request, and signed out in the end', async ({
  page,
}) => {
  const staff = await practice.somebody('staff')
  await page.clock.install()
  await givePassword(page, staff.email)
  await isSignedIn(page)
  await page.clock.fastForward('13:00')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.clock.fastForward('00:40')
  const question = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await expect(question).toBeVisible()
  await expect(question).toContainText(/signed out in \d\d s because nobody used this page/)
  await question.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(question).toBeHidden()
  await page.clock.fastForward('14:30')
  await expect(question).toBeVisible()
  await page.clock.fastForward('01:30')
  await expect(page).toHaveURL('/sign-in?why=idle&next=%2Faccount')
  await expect(page.getByText('You were signed out because nobody used the page for a while.')).toBeVisible()
  await page.goto('/account')
  await isAsked(page)
})

test.describe('after a time-out', () => {
  test.use({ expectedProblems: late })

  test('what was typed into a form is back after a time-out, and gone when discarded', async ({ page }) => {
    const it = await practice.somebody('it')
    await page.clock.install()
    await givePassword(page, it.email, PASSWORD, '/ai-systems/new')
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/drafts') && answer.status() === 204,
    )
    await page.getByLabel('Name', { exact: true }).fill('Ambient scribe')
    await page.getByLabel('Category').selectOption({ index: 2 })
    const kind = await page.getByLabel('Category').inputValue()
    await page.getByLabel('Downtown').first().check()
    await page.clock.fastForward('00:05')
    await kept
    await page.clock.fastForward('16:00')
    await expect(page).toHaveURL('/sign-in?why=idle&next=%2Fai-systems%2Fnew')
    await page.getByLabel('E-mail').fill(it.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText(/^Restored what you typed at \d+:\d\d\s[AP]M\.$/)).toBeVisible()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ambient scribe')
    await expect(page.getByLabel('Category')).toHaveValue(kind)
    await expect(page.getByLabel('Downtown').first()).toBeChecked()
    await page.getByRole('button', { name: 'Discard it' }).click()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('')
    await expect(page.getByText(/^Restored what you typed/)).toHaveCount(0)
  })
})

test.describe('without a session', () => {
  test.use({ expectedProblems: [/401 .*api\/drafts/] })

  test('what is typed after the session was ended elsewhere stays on the page until it can be saved', async ({
    page,
    context,
  }) => {
    const it = await practice.somebody('it')
    await givePassword(page, it.email, PASSWORD, '/ai-systems/new')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add AI system')
    await practice.owner.query(`UPDATE "Session" SET "endedAt" = now() WHERE "personId" = $1`, [it.personId])
    await page.getByLabel('Name', { exact: true }).fill('Ambient scribe')
    const alert = page.getByRole('alert').filter({ hasText: 'You are signed out' })
    await expect(alert).toBeVisible()
    await page.getByRole('button', { name: 'Add AI system' }).click()
    await expect(page).toHaveURL('/ai-systems/new')
    await expect(alert).toBeVisible()
    const opened = context.waitForEvent('page')
    await alert.getByRole('link', { name: 'Sign in again in a new tab' }).click()
    const other = await opened
    await givePassword(other, it.email)
    await isSignedIn(other)
    await page.getByRole('button', { name: 'Add AI system' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Added AI-' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ambient scribe')
  })
})

test('a request for a tool that was not sent is there again', async ({ page }) => {
  const staff = await practice.somebody('staff')
  await givePassword(page, staff.email, PASSWORD, '/ai-systems/propose')
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && answer.ok())
  await page.getByLabel('Which tool?').fill('Letter bot')
  await page.getByLabel('What would you use it for?').fill('Draft letters')
  await kept
  await page.reload()
  await expect(page.getByText(/^Restored what you typed/)).toBeVisible()
  await expect(page.getByLabel('What would you use it for?')).toHaveValue('Draft letters')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Sent as' })).toBeVisible()
  await page.goto('/ai-systems/propose')
  await expect(page.getByLabel('Which tool?')).toHaveValue('')
})
