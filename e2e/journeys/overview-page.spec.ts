import pg from 'pg'
import { createSystem } from '#lib/ai-systems/commands'
import { addDays, dayIn } from '#lib/base/days'
import { atTime, now } from '#lib/platform/clock'
import { facts } from '#lib/testing/ai-systems'
import { fillWithAll } from '#lib/testing/many-records'
import { fillWithRisks } from '#lib/testing/many-risks'
import { createPractice, valueOf } from '#lib/testing/practice'
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

test('the overview says how the practice stands on one screen and one page, and why @phone', async ({
  page,
  context,
  isMobile,
}) => {
  const practice = await createPractice(owner, ZONE)
  const officer = await practice.actor('officer')
  const colleague = await practice.actor('site-lead', [practice.siteA])
  await fillWithAll(owner, {
    practiceId: practice.id,
    sites: [practice.siteA, practice.siteB],
    people: [officer.personId, colleague.personId],
    today: dayIn(ZONE, now()),
  })
  await signIn(context, owner, officer)
  await page.goto('/overview')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^\d+ of \d+ AI systems lack cover for patient data; act now on AI systems, agreements, controls, assessments, duties and reviews; since last quarter worse in 1 area$/,
  )
  await expect(page.getByText('No numbers were kept last quarter.')).toHaveCount(8)
  const stands = page.getByRole('region', { name: 'How we stand' })
  const data = stands
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Patient data' }) })
  await expect(data.getByText('Act now', { exact: true }).first()).toBeVisible()
  const first = await (isMobile ? data : page.locator('.one-page-top')).boundingBox()
  expect(first && first.y + first.height).toBeLessThanOrEqual(isMobile ? 740 : 900)
  await axe(page)

  await expect(data.getByText('An AI system was stopped because an agreement is missing.')).toBeHidden()
  await data.getByText('Why “Act now”?').click()
  await expect(data.getByText('The gravest rule with a number above 0 decides.')).toBeVisible()
  await axe(page)
  const stopped = data.getByRole('link', { name: /^Show \d+ ?: An AI system was stopped/ })
  const number = /\d+/.exec(await stopped.innerText())?.[0]
  await stopped.click()
  await expect(page.getByText(new RegExp(`^${number} of \\d+ AI systems`))).toBeVisible()
  await page.goBack()

  const ending = page.getByRole('table', { name: /^\d+ agreements end or renew in the next 180 days$/ })
  await expect(ending.getByRole('rowheader')).toHaveCount(12)
  const more = Number((await page.getByRole('link', { name: /^\d+ more$/ }).innerText()).split(' ')[0])
  await page.getByRole('link', { name: /^\d+ more$/ }).click()
  await expect(page.getByText(new RegExp(`^${more + 12} of \\d+ agreements`))).toBeVisible()
  await page.goBack()

  const decisions = page.getByRole('region', { name: 'Five things to decide now' })
  await expect(decisions.getByRole('listitem')).toHaveCount(5)
  await decisions
    .getByRole('link', { name: /^Decide… ?: V-/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/vendors\/[^/]+\/determine$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('business associate')
})

test('the overview prints on one page of either paper', async ({ page, context }) => {
  const practice = await createPractice(owner, ZONE)
  const officer = await practice.actor('officer')
  const people = [officer.personId, (await practice.actor('it')).personId]
  const sites = [practice.siteA, practice.siteB]
  const fill = { practiceId: practice.id, sites, people, today: dayIn(ZONE, now()) }
  await fillWithAll(owner, fill)
  await fillWithRisks(owner, fill)
  await signIn(context, owner, officer)
  await page.goto('/overview')
  await page.getByText('Why “Act now”?').first().click()
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1')
    expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 1])
  }
})

test('the overview of an empty practice says what to do first, and a site lead’s is about their sites @phone', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner, ZONE)
  const officer = await practice.actor('officer')
  await signIn(context, owner, officer)
  await page.goto('/overview')
  await expect(page.getByRole('heading', { name: 'There is nothing to count yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Import AI systems' }).click()
  await expect(page).toHaveURL(/\/import\/ai-system$/)

  const longAgo = new Date(`${addDays(dayIn(ZONE, now()), -50)}T18:00:00Z`)
  for (const [name, siteId] of [
    ['Late scribe', practice.siteA],
    ['Other scribe', practice.siteB],
  ] as const)
    await atTime(longAgo, async () =>
      valueOf(await createSystem(officer, { ...facts, name, siteIds: [siteId], ownerId: officer.personId })),
    )
  const lead = await practice.actor('site-lead', [practice.siteB])
  await context.clearCookies()
  await signIn(context, owner, lead)
  await page.goto('/overview')
  await expect(page.getByText('Northside and what belongs to the whole practice')).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 duty is overdue' })).toBeVisible()
  await expect(page.getByText(/Past numbers are kept for the whole practice/)).toHaveCount(6)
  await expect(page.getByRole('region', { name: 'Nothing to decide now' })).toBeVisible()
  await axe(page)
  await page.getByRole('link', { name: '1 is overdue' }).click()
  await expect(page).toHaveURL(/\/due\?due=overdue$/)
  await expect(page.getByRole('rowheader')).toHaveText(/Other scribe/)
})
