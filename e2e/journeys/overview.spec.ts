import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { createSystem, proposeSystem } from '#lib/ai-systems/commands'
import { recordReview } from '#lib/ai-systems/decisions'
import { addDays, dayIn } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { atTime, now } from '#lib/platform/clock'
import { facts } from '#lib/testing/ai-systems'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { axe } from '../support/axe.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const ZONE = 'America/Chicago'

/** Noon of that day, so that neither the hour of this run nor a change of the clocks moves it to another day. */
const daysAgo = (days: number) => new Date(`${addDays(dayIn(ZONE, now()), -days)}T18:00:00Z`)

/** An AI system that was proposed so many days ago; its first review is due 30 days after that. */
function proposed(
  by: Actor,
  days: number,
  over: Record<string, unknown> = {},
): Promise<{ id: string; ref: string }> {
  return atTime(daysAgo(days), async () =>
    valueOf(await createSystem(by, { ...facts, ownerId: by.personId, ...over })),
  )
}

async function practiceWithDuties(): Promise<{
  practice: TestPractice
  officer: Actor
  late: { id: string }
}> {
  const practice = await createPractice(owner, ZONE)
  const officer = await practice.actor('officer')
  const late = await proposed(officer, 50, { name: 'Late scribe', siteIds: [practice.siteA] })
  await proposed(officer, 10, { name: 'Soon scribe', siteIds: [practice.siteA, practice.siteB] })
  await proposed(officer, 125, { name: 'Orphan scribe', ownerId: '' })
  return { practice, officer, late }
}

/** Waits for the pictures, which come after the page. */
async function charted(page: Page): Promise<void> {
  await expect(page.locator('.chart-plot svg').first()).toBeVisible()
}

test('my work shows what is overdue first and leads to where it is done @phone', async ({
  page,
  context,
}) => {
  const { officer, late } = await practiceWithDuties()
  await signIn(context, owner, officer)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have 3 things to do, 2 overdue')
  await expect(page.getByText('2 are yours, 1 has no owner.')).toBeVisible()
  const overdue = page.getByRole('region', { name: 'Overdue' }).getByRole('listitem')
  await expect(overdue).toHaveCount(2)
  await expect(overdue.filter({ hasText: 'Late scribe' })).toContainText('20 days overdue')
  await expect(overdue.filter({ hasText: 'Orphan scribe' })).toContainText('Nobody owns this')
  await axe(page)
  await overdue
    .filter({ hasText: 'Late scribe' })
    .getByRole('link', { name: /^Record review/ })
    .click()
  await expect(page).toHaveURL(new RegExp(`/ai-systems/${late.id}/record/review`))

  valueOf(
    await recordReview(officer, {
      id: late.id,
      version: 1,
      what: 'review',
      on: dayOf(now()),
      note: 'It is fine.',
    }),
  )
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have 2 things to do, 1 overdue')
  await expect(page.getByText('Late scribe')).toHaveCount(0)
})

const dayOf = (instant: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(instant)

test('the charts say it in sentences, and every mark leads to its rows @phone', async ({ page, context }) => {
  const { practice, officer } = await practiceWithDuties()
  await page.addInitScript(() => {
    const shifts = { total: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.total += 'value' in entry ? Number(entry.value) : 0
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await signIn(context, owner, officer)
  await page.goto('/overview/detail')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '2 duties are overdue, 1 is due in the next 30 days and none later',
  )
  await expect(page.getByRole('link', { name: 'See what is overdue' })).toHaveAttribute(
    'href',
    '/due?due=overdue',
  )
  await charted(page)
  await expect(
    page.getByRole('heading', { name: '1 of 2 overdue duties has been late for more than 90 days' }),
  ).toBeVisible()
  await axe(page)
  const shifted = await page.evaluate(() =>
    'shifts' in window ? (window.shifts as { total: number }).total : -1,
  )
  expect(shifted).toBeGreaterThanOrEqual(0)
  expect(shifted).toBeLessThan(0.01)

  await page.getByRole('link', { name: '1–30 days, Overdue: 1' }).click()
  await expect(page.getByText('1 of 3 duties')).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveText(/Late scribe/)
  await page.goBack()

  const bySite = page.getByRole('figure', { name: /^Most overdue: (Downtown|No single site)/ })
  await bySite.getByText('Show as table').click()
  const downtown = bySite.getByRole('row', { name: /^Downtown/ })
  await expect(downtown.getByRole('cell')).toHaveText(['1', '1', '0', '2'])
  await downtown.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/due\\?sites=${practice.siteA}`))
  await expect(page.getByText('2 of 3 duties')).toBeVisible()
  await axe(page)
})

test('on the first day the charts draw nothing that has only one mark, and take what is not known for unknown', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner, ZONE)
  const officer = await practice.actor('officer')
  for (const name of ['First scribe', 'Second scribe'])
    valueOf(await createSystem(officer, { ...facts, name, patientData: 'unknown' }))
  await signIn(context, owner, officer)
  await page.goto('/overview/detail')
  const late = page.getByRole('region', { name: 'How late' })
  await expect(late).toContainText('Nothing is overdue.')
  await expect(late.getByRole('figure')).toHaveCount(0)
  await expect(
    page.getByRole('heading', {
      name: 'For all 2 AI systems it is not known yet whether patient data goes in',
    }),
  ).toBeVisible()
  await axe(page)
})

test('somebody at the front desk sees what they have to do and nothing else @phone', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const staff = await practice.actor('staff', [practice.siteA])
  await signIn(context, owner, staff)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is due from you')
  valueOf(await proposeSystem(staff, { name: 'Letter helper', purpose: 'Drafts letters', patientData: 'no' }))
  await owner.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, "siteIds", "ownerId", "openedOn")
     VALUES ($1, $2, 'ai-system', $1, 'AI-001 Letter helper', 'read', 'Read how to use it', current_date, current_date + 9, 2, '{}', $3, current_date)`,
    [randomUUID(), practice.id, staff.personId],
  )
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have 1 thing to do')
  const asked = page.getByRole('region', { name: 'Tools you asked for' })
  await expect(asked.getByRole('listitem')).toHaveText(/Letter helper.*Waiting/)
  await expect(page.getByRole('link', { name: 'Overview' })).toHaveCount(0)
  await axe(page)
  await page.getByRole('main').getByRole('link', { name: 'Ask for a tool' }).click()
  await expect(page).toHaveURL(/\/ai-systems\/propose$/)
})

test('the audit trail tells what was done, and what was changed behind the application’s back @phone', async ({
  page,
  context,
}) => {
  const { practice, officer, late } = await practiceWithDuties()
  await owner.query('DELETE FROM "RowChange" WHERE "practiceId" = $1', [practice.id])
  await signIn(context, owner, officer)
  await page.goto('/audit-trail')
  await expect(page.getByText('No row was changed outside the application so far.')).toBeVisible()

  await owner.query(`UPDATE "AiSystem" SET "vendorName" = 'Somebody else' WHERE id = $1`, [late.id])
  await page.reload()
  await expect(page.getByText('1 row was changed outside the application so far.')).toBeVisible()
  const entries = page.getByRole('main').locator('.trail > li')
  const byHand = entries.filter({ hasText: 'Changed outside the application by database role' })
  await expect(byHand).toHaveCount(1)
  await expect(byHand.getByRole('row', { name: 'Vendor' })).toHaveText('VendorAcmeSomebody else')
  await axe(page)

  await byHand.getByRole('link', { name: 'Only AI-001 Late scribe' }).click()
  await expect(page.getByRole('link', { name: /^Record: AI-001 Late scribe/ })).toBeVisible()
  await expect(entries).toHaveCount(2)
  await expect(entries.nth(1)).toContainText('Added AI-001 Late scribe to the register')
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(entries).toHaveCount(4)

  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByLabel('Where it was done').selectOption('Done in the application')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(entries).toHaveCount(3)
  await expect(byHand).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Search the trail' }).fill('orphan')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(entries).toHaveCount(1)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toContain('Orphan scribe')
  expect(csv).not.toContain('Late scribe')
  await page.goto('/audit-trail')
  await expect(entries.first()).toContainText('Exported the audit trail as CSV, found by “orphan”')
})
