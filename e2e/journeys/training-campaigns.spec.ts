import type { Page } from '@playwright/test'
import pg from 'pg'
import { addDays } from '#lib/base/days'
import { keepTraining } from '#lib/flows/keep-training'
import { todayFor } from '#lib/kernel/today'
import { createPractice } from '#lib/testing/practice'
import { publishCourse, smallCourse } from '#lib/testing/training'
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

test('job titles are sorted, the programme is made, its first campaign opens by itself and is closed @phone', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const jobs = ['RN', 'RN', 'Front Desk Coordinator', 'Gardener']
  for (const job of jobs) {
    const { personId } = await practice.actor('staff', [practice.siteA])
    await owner.query(`UPDATE "Person" SET "jobTitle" = $2 WHERE id = $1`, [personId, job])
  }
  const { courseId } = await publishCourse(owner, officer, { ...smallCourse, ref: 'CRS-001' })
  await owner.query(
    `UPDATE "Course" SET starter = 'ai-phone-agent', groups = '{front-desk,nursing}' WHERE id = $1`,
    [courseId],
  )
  await signIn(context, owner, officer)

  await page.goto('/training')
  await expect(page.getByRole('heading', { name: 'No campaign yet' })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('link', { name: 'Sort job titles' }).click()
  await expect(page.getByText('3 job titles are not sorted yet', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Work group of RN')).toHaveValue('nursing')
  await expect(page.getByLabel('Work group of Gardener')).toHaveValue('none')
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Save all' }).click()
  await flash(page, 'Saved 2 job titles.')

  await page.goto('/training/plans/programme')
  const today = todayFor(officer)
  await page.getByLabel('First day of the first quarter').fill(addDays(today, 1))
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Make the programme' }).click()
  await flash(page, /^Made 1 plan and 1 campaign/)
  await expect(page.getByText('No HIPAA rule sets a quarterly rhythm', { exact: false })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('link', { name: /^Approved tools, / }).click()
  await expect(title(page)).toContainText('Approved tools, ')
  await expect(page.getByText(/Nobody has it to do before/)).toBeVisible()
  await check(page)

  // The night comes. The phone agent belongs to the second quarter, so three months are skipped here.
  await owner.query(`UPDATE "Campaign" SET "opensOn" = $2, "dueOn" = $3 WHERE "practiceId" = $1`, [
    practice.id,
    today,
    addDays(today, 30),
  ])
  await keepTraining(practice.id)
  await page.reload()
  await expect(page.getByText(/^0 of 3 people have signed\. Nobody is late\./)).toBeVisible()
  await expect(section(page, 'People')).toContainText('3 people')
  await expect(section(page, 'Site by site')).toContainText('3 people not signed yet')
  await check(page)
  await fitsTheScreen(page)

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'In and out by name…' }).click()
  await page.getByLabel('Who?').selectOption({ label: officer.name })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(alert(page)).toContainText('Say why')
  await page.getByLabel('Why?').fill('Answers the phone as well.')
  await check(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')
  await expect(section(page, 'Named so far')).toContainText('Answers the phone as well.')

  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByText(/^0 of 4 people have signed/)).toBeVisible()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Close…' }).click()
  await expect(page.getByText('4 duties to read and sign end.', { exact: false })).toBeVisible()
  await check(page)
  await page.getByLabel(/^Why is it closed/).fill('Was told in the morning round instead.')
  await page.getByRole('button', { name: 'Close the campaign' }).click()
  await flash(page, 'Closed.')
  await expect(page.getByText(/0 of 4 people have signed\. Was told in the morning round/)).toBeVisible()
  await check(page)
})

test('a campaign by hand counts whom it reaches as it is filled in, and somebody on leave waits', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const nurse = await practice.actor('staff', [practice.siteB])
  await owner.query(`UPDATE "Person" SET "jobTitle" = 'RN' WHERE id = $1`, [nurse.personId])
  await owner.query(
    `INSERT INTO "JobTitleGroup" (id, "practiceId", title, "group") VALUES (gen_random_uuid(), $1, 'rn', 'nursing')`,
    [practice.id],
  )
  await publishCourse(owner, officer, { ...smallCourse, ref: 'CRS-001' })
  await signIn(context, owner, officer)
  await page.goto('/training/new')
  await page.getByRole('checkbox', { name: 'Nurses and medical assistants' }).check()
  await expect(page.getByText('Reaches 1 person', { exact: false })).toBeVisible()
  await expect(page.getByText('a job title that is not sorted yet', { exact: false })).toBeVisible()
  await page.getByRole('textbox', { name: 'Campaign' }).fill('Tools for nurses')
  await page.getByLabel('Course').selectOption({ index: 1 })
  await page.getByLabel('Opens on').fill(todayFor(officer))
  await page.getByLabel(/^Take in(?!:)/).selectOption({ label: officer.name })
  await page.getByRole('button', { name: 'One more to take in' }).click()
  await expect(page.getByLabel('Take in: person 2')).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Make the campaign' }).click()
  await expect(alert(page)).toContainText('Say why')
  await expect(page.getByLabel(/^Take in(?!:)/)).toHaveValue(officer.personId)
  await page.getByLabel('Why by name?').fill('Gives out medicine on Fridays.')
  await page.getByRole('button', { name: 'Make the campaign' }).click()
  await flash(page, 'Made TR-001. It is open, and 2 people have it to do.')

  await page.goto('/training/leave')
  await page.getByLabel('Who?').selectOption({ label: nurse.name })
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved. Training waits')
  await page.goto('/training?state=open')
  await page.getByRole('link', { name: 'Tools for nurses' }).click()
  await expect(section(page, 'People').getByText('On leave', { exact: true }).last()).toBeVisible()
})
