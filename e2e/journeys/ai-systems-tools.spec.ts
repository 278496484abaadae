import pg from 'pg'
import { createPractice } from '#lib/testing/practice'
import { addSystems, check, fitsTheScreen, leadersOf } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

test('what a spreadsheet called in use is no promise to staff, and a long list can be searched @phone', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const staff = await practice.actor('staff')
  const long = 'Answers calls about appointments. '.repeat(140)
  await addSystems(
    officer,
    Array.from({ length: 30 }, (_, at) => ({ name: `Bot-${String(at).padStart(2, '0')}`, purpose: long })),
  )
  await owner.query(
    `UPDATE "AiSystem" SET stage = 'in-use', "stageReason" = 'Imported', "approvedOn" = '1997-01-01', "patientData" = 'yes'
     WHERE "practiceId" = $1`,
    [practice.id],
  )
  await signIn(context, owner, staff)
  await page.goto('/ai-systems/tools')
  const unchecked = page.getByRole('region', { name: 'On our list, not checked here yet' })
  await expect(unchecked.getByRole('listitem')).toHaveCount(24)
  await expect(page.getByText('Not checked here yet: no patient data')).toHaveCount(24)
  await expect(page.getByText(/Patient data may go in/)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Approved tools' })).toHaveCount(0)
  await expect(page.getByText(long.trim())).toHaveCount(24)
  await expect(page.getByText(long.trim()).first()).toBeHidden()
  await fitsTheScreen(page)
  await check(page)
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('25–30 of 30')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Bot-29' })).toBeVisible()

  await page.getByRole('searchbox', { name: 'Find a tool' }).fill('bot-07')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('1 tool with “bot-07”.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveText(['Bot-07'])
  await page.getByText('The whole purpose').click()
  await expect(page.getByText(long.trim()).first()).toBeVisible()
  await check(page)
})

test('a patient data flow on which nobody ticked anything is not complete', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [system] = await addSystems(officer, [{ name: 'Scribe', purpose: '', productVersion: '2' }])
  const { createFlow } = await import('#lib/ai-systems/flow-commands')
  const { flowFacts } = await import('#lib/testing/ai-systems')
  const empty = { ...flowFacts, identifiers: [], systemId: system?.id }
  expect(await createFlow(officer, empty)).toMatchObject({ ok: true })
  await signIn(context, owner, officer)
  await page.goto('/phi-flows')
  const row = page.getByRole('row').filter({ hasText: 'Turn speech into a note' })
  await expect(row).toContainText('Not named yet')
  await expect(row).toContainText('Not de-identified')
  await row.getByRole('link', { name: /^Complete it/ }).click()
  await expect(page).toHaveTitle(/^Turn speech into a note/)
  await page.goto(`/ai-systems/${system?.id}`)
  await expect(page.getByText(/^Identifiers: not named yet/)).toBeVisible()
  await expect(page.getByText(/^Not complete: /)).toBeVisible()
  const fact = (label: string) => page.getByRole('term').filter({ hasText: label }).locator('xpath=..')
  await expect(fact('Used for')).toContainText('Not recorded')
  await expect(fact('Product')).toContainText('Not recorded')
  await expect(fact('Version')).toContainText('2')
})
