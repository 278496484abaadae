import type { Page } from '@playwright/test'
import pg from 'pg'
import { addDays, dayIn } from '#lib/base/days'
import { now } from '#lib/platform/clock'
import { createPractice } from '#lib/testing/practice'
import { insertDuty } from '#lib/testing/reminders'
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
const region = (page: Page, name: string) => page.getByRole('region', { name })

test('what is due is put off and handed over, and shows who will be told', async ({
  page,
  context,
  openContext,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const nurse = await practice.actor('staff')
  const today = dayIn('America/Chicago', now())
  await insertDuty(owner, practice.id, {
    dueOn: addDays(today, -3),
    ownerId: officer.personId,
    backupId: nurse.personId,
    harm: 3,
  })
  await signIn(context, owner, officer)

  await page.goto('/reminders')
  await expect(page.getByText('Mail is not set up, so nobody is told by mail.')).toBeVisible()
  const people = region(page, 'Who will be told what in the next 14 days')
  await expect(people).toContainText(officer.name)
  await expect(people).toContainText(nurse.name)
  await check(page)
  await fitsTheScreen(page)

  await page.goto('/')
  await page.getByRole('link', { name: /^Put off or hand over/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review it')
  await check(page)
  await fitsTheScreen(page)
  const rest = region(page, 'Put it off')
  await expect(rest).toContainText('At most 7 days ahead, because patients or the law are concerned.')
  await rest.getByLabel('Remind again on').fill(addDays(today, 8))
  await rest.getByRole('textbox', { name: /Why does it wait/ }).fill('The vendor answers next week')
  await rest.getByRole('button', { name: 'Put it off' }).click()
  await expect(alert(page)).toContainText('At most 7 days ahead')
  await rest.getByLabel('Remind again on').fill(addDays(today, 7))
  await rest.getByRole('button', { name: 'Put it off' }).click()
  await flash(page, 'Its reminders rest. It stays due as it was.')
  await expect(page.getByText(`${officer.name}: The vendor answers next week`)).toBeVisible()
  await check(page)

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You have 1 thing to do, and it is overdue',
  )
  await expect(page.getByText(/^Reminders rest until/)).toBeVisible()
  await page.goto('/due')
  await expect(page.getByRole('cell', { name: /Reminders rest until/ })).toBeVisible()

  await page.getByRole('link', { name: 'Review it' }).click()
  const over = region(page, 'Hand it over')
  await over.getByLabel('Who does it').selectOption({ label: nurse.name })
  await over.getByRole('textbox', { name: /Why are you handing it over/ }).fill('She knows it better')
  await over.getByRole('button', { name: 'Hand it over' }).click()
  await flash(page, 'Handed over.')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Nothing/)

  const hers = await openContext()
  await signIn(hers, owner, nurse)
  const herPage = await hers.newPage()
  await herPage.goto('/')
  await expect(herPage.getByText('You have 1 thing to do, and it is overdue')).toBeVisible()
  await herPage.goto('/account')
  await expect(region(herPage, 'Your next reminders')).toContainText('Review it')
  await check(herPage)
})

test('who keeps the practice says when reminders go out', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  await signIn(context, owner, officer)
  await page.goto('/settings/reminders')
  await check(page)
  await fitsTheScreen(page)
  await page.getByLabel('They go out from').selectOption('9:00 AM')
  for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(alert(page)).toContainText('Leave at least one day')
  for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday'])
    await page.getByRole('checkbox', { name }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')
  await page.getByRole('textbox', { name: 'What day it is' }).fill('Thanksgiving')
  await page.getByLabel('Day', { exact: true }).fill('2099-11-26')
  await page.getByRole('button', { name: 'Add the day' }).click()
  await flash(page, 'Added.')
  await expect(page.getByText('Nov 26, 2099: Thanksgiving')).toBeVisible()
  await check(page)
  await page.goto('/reminders')
  await expect(page.getByText(/from 9:00 AM on Monday, Tuesday, Wednesday and Thursday/)).toBeVisible()
  await page.goto('/settings/reminders')
  await page.getByRole('button', { name: /^Remove/ }).click()
  await flash(page, 'Removed.')
})

test('nobody overlooks that background work has stopped or that mail does not go out', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  await owner.query(
    `INSERT INTO "OutgoingMail" (id, "practiceId", key, "toAddress", "toName", subject, body, state, attempts, answer, "queuedAt", "nextTryAt", "endedAt")
     VALUES (gen_random_uuid(), $1, 'x', 'nurse@example.org', 'A nurse', 'One thing', 'x', 'refused', 1, '550 No such mailbox', now(), now(), now())`,
    [practice.id],
  )
  await signIn(context, owner, officer)
  await page.goto('/')
  await expect(page.getByText('1 mail did not go out as it should in the last day.')).toBeVisible()
  await page.getByRole('link', { name: 'See what happened' }).click()
  await expect(page.getByRole('row', { name: /A nurse/ })).toContainText('550 No such mailbox')
  await check(page)
  await fitsTheScreen(page)
})
