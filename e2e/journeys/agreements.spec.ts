import type { Page } from '@playwright/test'
import pg from 'pg'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { matchVendors } from '#lib/flows/match-vendors'
import { todayFor } from '#lib/kernel/today'
import { flowFacts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { matchInput, vendorFacts } from '#lib/testing/vendors'
import { createVendor } from '#lib/vendors/commands'
import { determineVendor } from '#lib/vendors/decisions'
import { saveLink } from '#lib/vendors/part-commands'
import { addSystems, check, fitsTheScreen, leadersOf } from '../support/ai-systems.ts'
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
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const group = (page: Page, name: string | RegExp) => page.getByRole('group', { name })

test('a scribe with a model host behind it is covered link by link, and a lapse suspends it', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [made] = await addSystems(officer, [{ name: 'Ambient scribe', vendorName: 'Acme' }])
  const systemId = made?.id ?? ''
  valueOf(await createFlow(officer, { ...flowFacts, systemId }))
  const decided = { version: 1, answer: 'yes', reasons: ['keeps-it'], note: '', on: todayFor(officer) }
  const [scribe, host] = [
    valueOf(await createVendor(officer, { ...vendorFacts, name: 'Acme' })).id,
    valueOf(await createVendor(officer, { ...vendorFacts, name: 'Loquat Models' })).id,
  ]
  valueOf(await determineVendor(officer, { ...decided, id: scribe }))
  valueOf(await determineVendor(officer, { ...decided, id: host }))
  const link = {
    id: scribe,
    version: 2,
    partId: '',
    subProcessor: host,
    does: 'Runs the model',
    patientData: 'yes',
  }
  valueOf(await saveLink(officer, link))
  valueOf(await matchVendors(officer, await matchInput(officer, scribe)))
  await signIn(context, owner, officer)

  await page.goto(`/ai-systems/${systemId}`)
  const cover = section(page, /^Is its patient data covered/)
  await expect(cover).toContainText('There is no business associate agreement with Acme.')
  await expect(cover).toContainText(
    'There is no business associate agreement between Acme and Loquat Models.',
  )
  await check(page)
  await fitsTheScreen(page)

  // An agreement that lacks a required clause.
  await page.goto('/agreements')
  await expect(page.getByRole('heading', { name: 'No agreement yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Add one by hand' }).click()
  await page.getByLabel('Vendor').selectOption({ label: 'Acme (V-001)' })
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(title(page)).toHaveText('Add agreement with Acme')
  await check(page)
  await fitsTheScreen(page)
  await page.getByLabel('Signed on').fill('2026-01-10')
  await page.getByLabel('The term ends on').fill('2020-01-10')
  await page.getByRole('button', { name: 'Add agreement' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('It ends before it begins.')
  await page.getByLabel('The term ends on').fill('')
  await group(page, 'What happens then?').getByRole('radio', { name: 'It has no end' }).check()
  await page.getByRole('button', { name: 'Add agreement' }).click()
  await flash(page, 'Added AGR-001 to the register.')
  await expect(
    page.getByText('An incomplete agreement covers nothing', { exact: false }).first(),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Go through clauses' }).first().click()
  await expect(title(page)).toHaveText('What does it say?')
  await check(page)
  for (const there of await page.getByRole('radio', { name: 'There', exact: true }).all()) await there.check()
  await group(page, 'Open books for HHS').getByRole('radio', { name: 'Missing' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')
  await expect(section(page, /^Clauses: 14 of 15/)).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.goto(`/ai-systems/${systemId}`)
  await expect(cover).toContainText('AGR-001 with Acme lacks clauses that the law requires')
  await page.goto('/agreements?complete=incomplete')
  await page.getByRole('link', { name: /Go through clauses/ }).click()
  await group(page, 'Open books for HHS').getByRole('radio', { name: 'There', exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')

  // Between the vendor and the host of its model, the vendor's written word counts.
  await page.goto(`/vendors/${host}`)
  await page.getByRole('link', { name: 'Add agreement' }).click()
  await page
    .getByLabel('Between whom?')
    .selectOption({ label: 'Loquat Models and Acme (V-001), for which it works' })
  await page.getByLabel('Signed on').fill('2026-02-10')
  await page.getByLabel('Confirmed in writing on').fill('2026-02-20')
  await group(page, 'What happens then?').getByRole('radio', { name: 'It has no end' }).check()
  await page.getByRole('button', { name: 'Add agreement' }).click()
  await flash(page, 'Added AGR-002 to the register.')
  await page.goto(`/ai-systems/${systemId}`)
  await expect(title(page)).toHaveText('Ambient scribe')
  await expect(section(page, 'Is its patient data covered? Covered')).toBeVisible()
  await check(page)

  // In use, and then the agreement ends.
  await owner.query(`UPDATE "AiSystem" SET stage = 'in-use', "approvedOn" = '2026-03-01' WHERE id = $1`, [
    systemId,
  ])
  await page.goto('/agreements?q=AGR-001')
  await page.getByRole('link', { name: 'Business associate agreement' }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'End it…' }).click()
  await check(page)
  await page.getByLabel('Why?').fill('They were bought.')
  await page.getByRole('button', { name: 'End it' }).click()
  await flash(page, 'Recorded that it ends.')
  await expect(section(page, 'What is due')).toContainText('Have patient data returned or destroyed')
  await page.goto(`/ai-systems/${systemId}`)
  await expect(section(page, 'Where it stands')).toContainText('Suspended: no agreement')
  await expect(cover).toContainText('AGR-001 with Acme was terminated.')
  await expect(section(page, 'What happened')).toContainText(
    'uspended it, because its patient data is no longer covered',
  )
  await check(page)

  // An officer lets it through for a time.
  await page.getByRole('link', { name: 'Let it through for a time' }).click()
  await check(page)
  await page.getByLabel('Until which day?').fill('2031-01-01')
  await page.getByLabel('Why?').fill('The new agreement is being signed.')
  await page.getByRole('button', { name: 'Let it through' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('30 days ahead at most')
})
