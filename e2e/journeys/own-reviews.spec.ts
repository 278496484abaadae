import pg from 'pg'
import { createSystem } from '#lib/ai-systems/commands'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { addDays, dayIn } from '#lib/base/days'
import { atTime, now } from '#lib/platform/clock'
import { facts, flowFacts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { axe } from '../support/axe.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

adoptServer()
let owner: pg.Pool
test.beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const longAgo = () => new Date(`${addDays(dayIn('America/Chicago', now()), -50)}T18:00:00Z`)

test('a staff member records the review of the AI system they own, and comes back to their work @phone', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner, 'America/Chicago')
  const officer = await practice.actor('officer')
  const staff = await practice.actor('staff', [practice.siteA])
  const system = await atTime(longAgo(), async () =>
    valueOf(await createSystem(officer, { ...facts, ownerId: staff.personId, siteIds: [practice.siteA] })),
  )
  valueOf(await createFlow(officer, { ...flowFacts, systemId: system.id }))
  await signIn(context, owner, staff)
  await page.goto('/due')
  const row = page.getByRole('rowheader').getByRole('link')
  await expect(row).toHaveAttribute('href', `/ai-systems/${system.id}/record/review`)
  await page.goto('/')
  await page.getByRole('link', { name: /^Record review/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review Ambient scribe')
  await expect(page.getByText(facts.purpose)).toBeVisible()
  await expect(page.getByText('Turn speech into a note')).toBeVisible()
  await axe(page)
  await page.getByLabel('What did you find?').fill('Asked two colleagues')
  await page.getByRole('button', { name: 'Record it' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByText('Recorded.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is due from you')
  const other = await practice.actor('staff', [practice.siteA])
  await signIn(context, owner, other)
  expect((await context.request.get(`/ai-systems/${system.id}/record/review`)).status()).toBe(404)
})

test('words that look like patient data are sent only when that is said @phone', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner, 'America/Chicago')
  const staff = await practice.actor('staff', [practice.siteA])
  await signIn(context, owner, staff)
  await page.goto('/ai-systems/propose')
  await page.getByLabel('Which tool?').fill('Letter helper')
  await page.getByLabel('What would you use it for?').fill('Letters\nas for SSN 123-45-6789')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(
    page.getByText(/looks as if it held a Social Security number. Take it out/).first(),
  ).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Send it as it is' })).toBeVisible()
  await page.getByRole('button', { name: 'Send it as it is' }).click()
  await expect(page).toHaveURL('/ai-systems/tools')
  await expect(page.getByText('Would patient data go in? Not known yet.')).toBeVisible()
})

test('who decides sees what waits for them, and what is overdue beyond their own work', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner, 'America/Chicago')
  const officer = await practice.actor('officer')
  const head = await practice.actor('owner')
  const { id } = await atTime(longAgo(), async () =>
    valueOf(await createSystem(officer, { ...facts, patientData: 'no', ownerId: officer.personId })),
  )
  await atTime(longAgo(), async () =>
    valueOf(await createSystem(officer, { ...facts, name: 'Late', ownerId: officer.personId })),
  )
  await owner.query(`UPDATE "AiSystem" SET stage = 'in-review', "reviewedOn" = current_date WHERE id = $1`, [
    id,
  ])
  await signIn(context, owner, head)
  await page.goto('/')
  await expect(page.getByText('Nothing of yours is overdue or due in the next 30 days')).toBeVisible()
  await axe(page)
  await expect(page.getByText('2 are overdue in the practice.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'See what is overdue' })).toHaveAttribute(
    'href',
    '/due?due=overdue',
  )
  await page.getByRole('link', { name: /^Approve…/ }).click()
  await expect(page).toHaveURL(`/ai-systems/${id}/move/approved`)
})
