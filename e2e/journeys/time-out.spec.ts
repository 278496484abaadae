import { PASSWORD } from '#lib/testing/accounts'
import { expect, test } from '../support/test.ts'
import { givePassword, isAsked, isSignedIn, usePractice } from './signing-in.ts'

const practice = usePractice()

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
