import type { Page } from '@playwright/test'
import pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { addSystems, check, fitsTheScreen, leadersOf } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool
let practice: TestPractice
let officer: Actor

test.beforeAll(async () => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
  practice = await createPractice(owner)
  officer = (await leadersOf(practice)).officer
  await addSystems(officer, [
    {
      name: 'Ambient scribe',
      category: 'ambient-scribe',
      ownerId: officer.personId,
      siteIds: [practice.siteA],
    },
    { name: 'Chest X-ray triage', category: 'imaging', vendorName: 'Lumenray', useKind: 'clinical' },
    {
      name: 'Coding assistant',
      category: 'coding-billing',
      useKind: 'administrative',
      generative: 'no',
      patientData: 'no',
    },
    ...Array.from({ length: 27 }, (_, i) => ({
      name: `Newsletter writer ${String(i + 1).padStart(2, '0')}`,
      category: 'marketing',
    })),
  ])
})
test.afterAll(() => owner.end())

const rows = (page: Page) => page.locator('main tbody th a')
const counted = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

test('filters, order and columns survive opening a record, editing it and coming back', async ({
  page,
  context,
}) => {
  await signIn(context, owner, officer)
  await page.goto('/ai-systems?q=r')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: 'Ambient scribe' }).check()
  await page.getByLabel('Imaging or diagnostics').check()
  await page.getByRole('button', { name: 'Apply' }).first().click()
  await counted(page, '2 of 30 AI systems')
  await expect(page.getByRole('button', { name: 'Filters' })).toBeFocused()
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByLabel('Reference').check()
  await page.getByRole('button', { name: 'Apply' }).last().click()
  await expect(page.getByRole('columnheader', { name: 'Reference' })).toBeVisible()
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  await expect(rows(page)).toHaveText(['Chest X-ray triage', 'Ambient scribe'])
  await check(page)
  const before = new URL(page.url()).search

  await page.getByRole('link', { name: 'Ambient scribe', exact: true }).click()
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Vendor').fill('Quillwell')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('link', { name: 'AI systems' })
    .click()
  await counted(page, '2 of 30 AI systems')
  await expect(rows(page)).toHaveText(['Chest X-ray triage', 'Ambient scribe'])
  await expect(page.getByRole('cell', { name: 'Quillwell' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Reference' })).toBeVisible()
  const asSet = (search: string) =>
    [...new URLSearchParams(search)]
      .flatMap(([key, value]) => value.split(',').map((one) => `${key}=${one}`))
      .sort()
  expect(asSet(new URL(page.url()).search)).toEqual(asSet(before))

  await page.getByRole('link', { name: 'Remove Category: Imaging or diagnostics' }).click()
  await counted(page, '1 of 30 AI systems')
  await page.getByRole('link', { name: 'Clear all' }).click()
  await counted(page, '30 AI systems')
})

test('a change of filter leads back to the first page', async ({ page, context }) => {
  await signIn(context, owner, officer)
  await page.goto('/ai-systems?size=25&page=2')
  await expect(rows(page)).toHaveCount(5)
  await expect(page.getByText('26–30 of 30')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search AI systems' }).fill('newsletter')
  await page.keyboard.press('Enter')
  await counted(page, '27 of 30 AI systems')
  await expect(page.getByRole('searchbox', { name: 'Search AI systems' })).toBeFocused()
  await expect(page.getByText('1–25 of 27')).toBeVisible()
  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page.getByText('26–27 of 27')).toBeVisible()
  await page.goto('/ai-systems?size=25&page=9')
  await expect(page.getByRole('heading', { name: 'The list ends before this page' })).toBeVisible()
  await page.goto('/ai-systems?q=nothing+like+it')
  await expect(page.getByRole('heading', { name: 'No AI system matches' })).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Clear search and filters' }).click()
  await counted(page, '30 AI systems')
})

test('a stale bookmark shows the default view, not an error', async ({ page, context }) => {
  await signIn(context, owner, officer)
  await page.goto('/ai-systems?stage=gone&sites=none&owner=x&sort=-colour&page=minus&columns=x&from=y')
  await counted(page, '30 AI systems')
})

test('a view is saved, shared, opened by somebody else, renamed and deleted', async ({
  page,
  context,
  openContext,
}) => {
  await signIn(context, owner, officer)
  await page.goto('/ai-systems?category=marketing&sort=-name')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'Save this view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Give the view a name.')
  await dialog.getByLabel('Name').fill('What marketing uses')
  await dialog.getByLabel('Share it with everybody who sees this list').check()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('button', { name: 'What marketing uses', exact: true })).toBeVisible()
  await expect(dialog).toBeHidden()

  const colleague = await openContext()
  await signIn(colleague, owner, await practice.actor('auditor'))
  const theirs = await colleague.newPage()
  await theirs.goto('/ai-systems')
  await theirs.getByRole('button', { name: 'Views' }).click()
  await theirs.getByRole('link', { name: 'What marketing uses' }).click()
  await expect(theirs.getByRole('status').filter({ hasText: '27 of 30 AI systems' })).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'Rename or delete' })).toHaveCount(0)

  await page.getByRole('button', { name: 'What marketing uses', exact: true }).click()
  await page.getByRole('button', { name: 'Rename or delete' }).click()
  const manage = page.getByRole('dialog', { name: 'Rename or delete views' })
  await manage.getByLabel('Name').fill('Marketing')
  await manage.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('button', { name: 'Marketing', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Marketing', exact: true }).click()
  await page.getByRole('button', { name: 'Rename or delete' }).click()
  await manage.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible()
  await theirs.goto('/ai-systems')
  await theirs.getByRole('button', { name: 'Views' }).click()
  await expect(theirs.getByRole('link', { name: /arketing/ })).toHaveCount(0)
})

test('everything in the list can be reached and done by keyboard alone', async ({ page, context }) => {
  await signIn(context, owner, officer)
  await page.goto('/ai-systems')
  await page.getByRole('searchbox', { name: 'Search AI systems' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Filters' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'Proposed', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Filters' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Display' }).focus()
  await expect(page.getByRole('group', { name: 'Filters' })).toBeHidden()
  await page.getByRole('button', { name: 'Filters' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Apply' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/ai-systems?stage=proposed')
  await expect(page.getByRole('button', { name: 'Filters 1 chosen' })).toBeFocused()
  await rows(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ambient scribe')
})

test('the list becomes cards on a phone, and its panels sheets @phone-only', async ({ page, context }) => {
  await signIn(context, owner, officer)
  await page.goto('/ai-systems')
  await expect(page.getByRole('link', { name: 'Ambient scribe', exact: true })).toBeVisible()
  await fitsTheScreen(page)
  await check(page)
  await page.getByRole('button', { name: 'Filters' }).tap()
  await page.getByLabel('Imaging or diagnostics').check()
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Apply' }).first().tap()
  await counted(page, '1 of 30 AI systems')
  const card = page.getByRole('row').filter({ hasText: 'Chest X-ray triage' })
  await expect(card).toContainText('Lumenray')
  await card.getByRole('link', { name: 'Name an owner: Chest X-ray triage' }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edit Chest X-ray triage')
  await fitsTheScreen(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('search, filters and a refused form work all the same', async ({ page, context }) => {
    await signIn(context, owner, officer)
    await page.goto('/ai-systems')
    await page.getByRole('searchbox', { name: 'Search AI systems' }).fill('triage')
    await page.getByRole('button', { name: 'Search' }).click()
    await counted(page, '1 of 30 AI systems')
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('link', { name: 'Load the choices' }).click()
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('checkbox', { name: 'Ambient scribe' }).check()
    await page.getByRole('button', { name: 'Apply' }).first().click()
    await expect(page.getByRole('heading', { name: 'No AI system matches' })).toBeVisible()
    await page.goto('/ai-systems/new')
    await page.getByLabel('Vendor').fill('Typed without script')
    await page.getByRole('button', { name: 'Add AI system' }).click()
    await expect(page.getByText('Give it the name people here use.').first()).toBeVisible()
    await expect(page.getByLabel('Vendor')).toHaveValue('Typed without script')
  })
})

test('patient data flows are listed across all systems @phone', async ({ page, context }) => {
  const elsewhere = await createPractice(owner)
  const { officer: actor } = await leadersOf(elsewhere)
  await signIn(context, owner, actor)
  await page.goto('/phi-flows')
  await expect(page.getByRole('heading', { name: 'No patient data flow is described yet' })).toBeVisible()
  await check(page)
  const [system] = await addSystems(actor, [{ name: 'Phone agent' }])
  const [{ createFlow }, { flowFacts }] = await Promise.all([
    import('#lib/ai-systems/flow-commands'),
    import('#lib/testing/ai-systems'),
  ])
  const flow = { ...flowFacts, systemId: system?.id, purpose: 'Take the message', destination: '' }
  expect(await createFlow(actor, flow)).toMatchObject({ ok: true })
  await page.goto('/phi-flows?trainsModel=no')
  await counted(page, '1 patient data flow')
  await expect(page.getByRole('row').filter({ hasText: 'Take the message' })).toContainText('Phone agent')
  await fitsTheScreen(page)
  await check(page)
  await page.getByRole('link', { name: 'Complete it: Take the message' }).click()
  await page.getByLabel('Where does it go?').fill('Vendor’s cloud')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved the flow.' })).toBeVisible()
  await expect(page.getByText(/Names.*→ Vendor’s cloud/)).toBeVisible()
  await page.getByRole('link', { name: 'Take the message' }).click()
  await check(page)
  await page.getByRole('link', { name: 'Archive' }).click()
  await expect(page.getByText('It is the last flow of this system')).toBeVisible()
  await page.getByLabel('Why?').fill('The vendor was changed')
  await page.getByRole('button', { name: 'Archive the flow' }).click()
  await expect(page.getByText('Patient data goes in, but nobody has described which.')).toBeVisible()
})

test('owners are named for everything that the list shows @phone', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer, head } = await leadersOf(practice)
  await addSystems(officer, [{ name: 'Scribe' }, { name: 'Scribe two' }, { name: 'Phone bot' }])
  await signIn(context, owner, officer)
  await page.goto('/ai-systems?q=scribe')
  await page.getByRole('link', { name: 'Name owners for many at once' }).click()
  await expect(page.getByText('2 AI systems have no owner.')).toBeVisible()
  await check(page)
  await page.getByRole('button', { name: 'Name them' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose somebody.')
  await page.getByLabel('Owner').selectOption({ label: head.name })
  await page.getByRole('button', { name: 'Name them' }).click()
  await counted(page, `${head.name} is the owner of 2 AI systems now.`)
  await expect(page).toHaveURL(/\/ai-systems\?q=scribe$/)
  await expect(page.getByText('Name owners for many at once')).toHaveCount(0)
  await page.goto('/ai-systems')
  await expect(page.getByText('Some have no owner.')).toBeVisible()
})
