import type { Page } from '@playwright/test'
import pg from 'pg'
import { addDays, type Day, dayIn, formatDay } from '#lib/base/days'
import { formatMonth, formatWeekday, monthLater, monthOf } from '#lib/calendar/month'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { addDuty, type DutyFacts } from '#lib/testing/calendar'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { check, fitsTheScreen } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

adoptServer()
test.beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const today = dayIn('America/Chicago', now())
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const month = (page: Page) => page.getByRole('table', { name: /^What is due in/ })
const cell = (page: Page, day: Day) =>
  month(page)
    .getByRole('cell')
    .filter({ has: page.locator(`a[href*="day=${day}"]`) })

/** A practice with much due today, some of it from others, something overdue from long ago, and something done. */
async function busyPractice(): Promise<{ practice: TestPractice; officer: Actor; ana: Actor }> {
  const practice = await createPractice(owner)
  const officer = await practice.actor('officer')
  const ana = await practice.actor('staff', [practice.siteA])
  const add = (facts: DutyFacts) => addDuty(owner, practice, facts)
  for (const number of [1, 2, 3, 4, 5]) await add({ title: `Look at thing ${number}`, dueOn: today, harm: 1 })
  await add({ title: 'The grave one', dueOn: today, harm: 3, owner: ana, siteIds: [practice.siteA] })
  await add({ title: 'A vendor to look at', dueOn: today, harm: 2, kind: 'vendor', owner: officer })
  await add({ title: 'Long overdue', dueOn: addDays(today, -200), owner: officer })
  await add({ title: 'Finished', dueOn: today, state: 'done' })
  return { practice, officer, ana }
}

test('the month, its days, the agenda and the filters, all of it in the address', async ({
  page,
  context,
}) => {
  const { officer, ana, practice } = await busyPractice()
  await signIn(context, owner, officer)
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).first().click()
  await expect(title(page)).toHaveText(formatMonth(monthOf(today)))
  await expect(month(page).getByRole('columnheader').first()).toHaveAccessibleName('Sunday')
  const day = cell(page, today)
  await expect(day).toHaveAttribute('aria-current', 'date')
  await expect(day.getByRole('listitem')).toHaveCount(4)
  await expect(day.getByRole('link', { name: '4 more' })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)

  await page.getByRole('link', { name: /^1 thing overdue from before/ }).click()
  await expect(title(page)).toHaveText(/^Overdue from before/)
  await expect(page.getByText('Long overdue', { exact: true })).toBeVisible()
  await check(page)
  await page.goBack()

  // By keyboard: from the day's number through its entries to what is left of it.
  await cell(page, today).getByRole('link').first().focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(`${formatWeekday(today)}, ${today.slice(0, 4)}`)
  await expect(page.getByText('7 things, the gravest first.')).toBeVisible()
  const items = page.getByRole('main').locator('.due-list > li')
  await expect(items.first()).toContainText('The grave one')
  await check(page)

  await page.getByRole('link', { name: 'Agenda' }).click()
  await expect(title(page)).toHaveText(formatMonth(monthOf(today)))
  await expect(page.getByRole('heading', { name: formatWeekday(today) })).toBeVisible()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByLabel('Whose (owner or backup)').selectOption({ label: ana.name })
  await page.getByLabel('Also what is done').check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(new RegExp(`person=${ana.personId}`))
  await expect(items).toHaveCount(1)
  await page.getByRole('link', { name: /^Whose: / }).click()
  await page.getByRole('link', { name: /^3 more/ }).click()
  await expect(page.getByText(/^Done on/)).toBeVisible()
  await page.goto(`/calendar?site=${practice.siteA}&kind=ai-system&view=agenda`)
  await expect(items).toHaveCount(1)
  await check(page)

  await page.goto('/calendar')
  await page.getByRole('link', { name: 'Next month' }).click()
  await expect(title(page)).toHaveText(formatMonth(monthLater(monthOf(today), 1)))
  await expect(page.getByRole('heading', { name: /^Nothing is due in/ })).toBeVisible()
  await page.getByRole('link', { name: 'Today', exact: true }).click()
  await expect(title(page)).toHaveText(formatMonth(monthOf(today)))
  await page.goto('/calendar?month=2026-99&person=%27&view=year&page=-1')
  await expect(title(page)).toHaveText(formatMonth(monthOf(today)))
})

test('a staff member sees what is theirs, on a phone as numbers with the agenda below', async ({
  page,
  context,
}) => {
  const { ana } = await busyPractice()
  await signIn(context, owner, ana)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/calendar')
  await expect(page.getByText('Look at thing')).toHaveCount(0)
  const number = month(page).getByRole('link', { name: new RegExp(`: 1 due on ${formatDay(today)}, today$`) })
  await number.click()
  await expect(page).toHaveURL(new RegExp(`#day-${today}$`))
  await expect(page.getByRole('main').locator(`#day-${today}`)).toContainText('AI-001 Scribe')
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Filters' }).click()
  await expect(page.getByLabel('About')).toBeVisible()
  await expect(page.getByLabel('Whose (owner or backup)')).toHaveCount(0)
})

test('the week sheet lists by person what is overdue and due, with a place to sign', async ({
  page,
  context,
}) => {
  const { officer, ana } = await busyPractice()
  await signIn(context, owner, officer)
  await page.goto('/calendar')
  await page.getByRole('link', { name: 'Week sheet' }).click()
  await expect(title(page)).toHaveText(/^Week of/)
  const of = (name: string) =>
    page.locator('.sheet-person').filter({ has: page.getByRole('heading', { name }) })
  await expect(of(ana.name)).toContainText('The grave one')
  await expect(of(officer.name)).toContainText('Long overdue')
  await expect(of(officer.name)).toContainText('Overdue')
  await expect(of('Nobody is named').getByRole('listitem')).toHaveCount(5)
  await expect(page.getByText('Signature')).toHaveCount(3)
  await check(page)
  await fitsTheScreen(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Filters' })).toBeHidden()
  await expect(of(ana.name)).toContainText('Date')
})

test('a calendar link is fetched without a cookie, says when, and is gone once it is ended', async ({
  page,
  context,
  playwright,
  baseURL,
}) => {
  const { officer } = await busyPractice()
  await signIn(context, owner, officer)
  await page.goto('/calendar')
  await page.getByRole('link', { name: 'In my own calendar' }).click()
  const section = page.getByRole('region', { name: 'What is due, in your own calendar' })
  await section.getByRole('radio', { name: 'Everything that I may see' }).check()
  await section.getByRole('button', { name: 'Make the link' }).click()
  await expect(section.getByText('it is not shown again')).toBeVisible()
  const address = await section.getByLabel('Link', { exact: true }).inputValue()
  expect(address).toMatch(/\/api\/calendar\/[\w-]{43}\.ics$/)
  await expect(section.getByText('not fetched yet')).toBeVisible()
  await check(page)

  const calendar = await playwright.request.newContext({ baseURL })
  const { pathname } = new URL(address)
  const answer = await calendar.get(pathname)
  expect(answer.status()).toBe(200)
  const headers = answer.headers()
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(headers['cache-control']).toContain('private')
  expect(headers['set-cookie']).toBeUndefined()
  const text = await answer.text()
  expect(text).toContain('SUMMARY:AI-001 Scribe: The grave one')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(7)
  const etag = headers['etag'] ?? ''
  const again = await calendar.get(pathname, { headers: { 'if-none-match': `W/${etag}` } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  expect((await calendar.head(pathname)).status()).toBe(200)

  await page.goto('/account')
  await expect(section.getByText(/last fetched/)).toBeVisible()
  await expect(section.getByLabel('Link', { exact: true })).toHaveCount(0)
  await section.getByRole('radio', { name: 'What is due from me', exact: true }).check()
  await section.getByRole('button', { name: 'Change what is in it' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Changed.' })).toBeVisible()
  // Long overdue is further back than a calendar goes.
  expect((await (await calendar.get(pathname)).text()).match(/BEGIN:VEVENT/g)).toHaveLength(1)

  await section.getByRole('button', { name: 'End the link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The calendar link is ended.' })).toBeVisible()
  const gone = await calendar.get(pathname)
  const never = await calendar.get(`/api/calendar/${'x'.repeat(43)}.ics`)
  expect([gone.status(), await gone.text()]).toEqual([404, await never.text()])
  expect(never.status()).toBe(404)
  await calendar.dispose()
})
