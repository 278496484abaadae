import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import pg from 'pg'
import type { Actor, Role } from '#lib/kernel/access'
import { giveAccount, PASSWORD } from '#lib/testing/accounts'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { axe } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

async function signIn(page: Page, actor: Actor, path: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await page.getByLabel('E-mail').fill(actor.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL((url) => url.pathname === path)
}

/** Somebody of a practice who can sign in. */
async function somebody(practice: TestPractice, role: Role, siteIds?: readonly string[]): Promise<Actor> {
  const actor = await practice.actor(role, siteIds)
  await giveAccount(owner, actor)
  return actor
}

/** An AI system with one open duty, owned and backed as given. */
async function addSystem(practice: TestPractice, name: string, by: Actor, backup: Actor): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `INSERT INTO "AiSystem" (id, "practiceId", ref, name, "protectedInputs", tier, "tierComputed", "ownerId", "backupId", "proposedOn", "stageSince", "nextDueOn", "createdAt")
     VALUES ($1, $2, $3, $4, '{}', 'moderate', 'moderate', $5, $6, '2026-01-05', '2026-01-05', '2026-02-04', '2026-01-05')`,
    [id, practice.id, `AI-${id.slice(0, 4)}`, name, by.personId, backup.personId],
  )
  await owner.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, "siteIds", "ownerId", "backupId", "openedOn")
     VALUES ($1, $2, 'ai-system', $3, $4, 'first-review', 'Review it for the first time', '2026-01-05', '2026-02-04', 2, '{}', $5, $6, '2026-01-05')`,
    [randomUUID(), practice.id, id, name, by.personId, backup.personId],
  )
  return id
}

/** Runs axe on a page that has arrived. */
async function check(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar', { name: 'Loading the page' })).toHaveCount(0)
  await axe(page)
}

/** Opens one of the settings by its tab and checks the page once it is there. */
async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await check(page)
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const flash = (page: Page) => page.locator('.flash')

test('somebody new: added, given a role at one site, invited, and in', async ({ page, openContext }) => {
  const practice = await createPractice(owner)
  const officer = await somebody(practice, 'officer')
  await practice.actor('staff', [practice.siteB])
  await signIn(page, officer, '/people')
  await check(page)
  await page.getByRole('link', { name: 'Add person' }).click()
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Write first and last name.' })).toBeFocused()
  await check(page)
  await page.getByLabel('Name').fill('Dana Ellis')
  await page.getByLabel('Job title').fill('Nurse lead')
  await page.getByLabel('Downtown').check()
  await page.getByLabel('E-mail').fill(officer.email)
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'has the address' })).toBeVisible()
  await expect(page.getByLabel('Job title')).toHaveValue('Nurse lead')
  await expect(page.getByLabel('Downtown')).toBeChecked()
  const email = `dana.${randomUUID()}@example.org`
  await page.getByLabel('E-mail').fill(email.toUpperCase())
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(title(page)).toHaveText('Dana Ellis')
  await expect(flash(page)).toContainText('Added Dana Ellis as P-001.')
  await expect(page.getByText(email)).toBeVisible()
  await check(page)

  await page.getByRole('link', { name: 'Give a role' }).first().click()
  await page.getByRole('radio', { name: 'Site lead' }).check()
  await page.getByRole('radio', { name: 'Everywhere' }).check()
  await expect(page.getByLabel('Downtown')).toBeHidden()
  await page.getByRole('radio', { name: 'At some sites only' }).check()
  await page.getByLabel('Downtown').check()
  await check(page)
  await page.getByRole('button', { name: 'Give the role' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Site lead: Downtown' })).toBeVisible()

  await page.getByRole('link', { name: 'Invite them' }).click()
  await page.getByRole('button', { name: 'Make an invitation link' }).click()
  const link = await page.getByLabel('Link').inputValue()
  await check(page)

  const theirs = await (await openContext()).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Password', { exact: true }).fill('kestrel tundra 42')
  await theirs.getByLabel('The same password again').fill('kestrel tundra 42')
  await theirs
    .getByRole('button')
    .filter({ hasText: /password|sign in/i })
    .first()
    .click()
  await expect(theirs).not.toHaveURL(/\/link\//)
  await theirs.goto('/people')
  await expect(theirs.getByRole('rowheader', { name: 'Dana Ellis' })).toBeVisible()
  await expect(theirs.getByRole('rowheader', { name: /^staff/ })).toHaveCount(0)
  await expect(theirs.getByRole('link', { name: 'Import' })).toHaveCount(0)

  await page.reload()
  await expect(title(page)).toHaveText('Help Dana Ellis to sign in')
})

test('somebody leaves: the page says in numbers what passes to whom, and it does @phone', async ({
  page,
}) => {
  const practice = await createPractice(owner)
  const officer = await somebody(practice, 'officer')
  const leaver = await practice.actor('staff')
  const backup = await practice.actor('staff')
  const first = await addSystem(practice, 'Ambient scribe', leaver, backup)
  await addSystem(practice, 'Phone agent', backup, leaver)
  await signIn(page, officer, `/people/${leaver.personId}`)
  await expect(page.getByRole('link', { name: 'Ambient scribe' })).toBeVisible()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'They are leaving' }).click()
  await expect(page.getByText('2 duties and 2 AI systems pass to the person you choose below.')).toBeVisible()
  await expect(page.getByText('The role Staff ends at once')).toBeVisible()
  await expect(page.getByLabel('Who takes over 2 duties and 2 AI systems?')).toHaveValue(backup.personId)
  await check(page)
  await page.getByRole('button', { name: 'Record that they left' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Say why' })).toBeVisible()
  await page.getByLabel('Reason').fill('A new job.')
  await page.getByRole('button', { name: 'Record that they left' }).click()
  await expect(page.getByText(/^Left /).first()).toBeVisible()
  await expect(page.getByText('passed 2 duties and 2 AI systems to')).toBeVisible()
  await check(page)
  const { rows } = await owner.query<{ ownerId: string; backupId: string | null }>(
    `SELECT "ownerId", "backupId" FROM "AiSystem" WHERE id = $1`,
    [first],
  )
  expect(rows).toEqual([{ ownerId: backup.personId, backupId: null }])
  await page.goto('/people')
  await expect(page.getByText(leaver.name)).toHaveCount(0)
  await page.getByRole('link', { name: '1 person has left.' }).click()
  await expect(page.getByRole('link', { name: leaver.name })).toBeVisible()
  await check(page)
})

test('the last officer who can sign in keeps the role', async ({ page }) => {
  const practice = await createPractice(owner)
  const officer = await somebody(practice, 'officer')
  await signIn(page, officer, `/people/${officer.personId}`)
  await page.getByRole('link', { name: 'Change the role Compliance officer' }).click()
  await page.getByRole('button', { name: 'Withdraw Compliance officer' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'left without a compliance officer who can sign in' }),
  ).toBeVisible()
})

test('nobody reaches people or settings that are not theirs', async ({ page, problems }) => {
  const practice = await createPractice(owner)
  const officer = await practice.actor('officer')
  const staff = await somebody(practice, 'staff')
  const stranger = await somebody(await createPractice(owner), 'officer')
  const pages = ['', '/edit', '/roles', '/leave', '/sign-in'].map(
    (end) => `/people/${officer.personId}${end}`,
  )
  await page.goto(`/people/${officer.personId}`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page, stranger, '/people')
  await expect(page.getByText(officer.name)).toHaveCount(0)
  for (const path of [...pages, `/settings/sites/${practice.siteA}`, '/settings/demo', '/people/nonsense'])
    expect((await page.goto(path))?.status(), path).toBe(404)
  await page.context().clearCookies()
  await signIn(page, staff, '/')
  for (const path of [
    '/people',
    ...pages,
    '/settings',
    '/settings/sites',
    '/settings/security',
    '/settings/cadences',
  ])
    expect((await page.goto(path))?.status(), path).toBe(404)
  expect(problems.filter((problem) => !problem.includes('404'))).toEqual([])
  problems.length = 0
})

test('settings: sites, sign-in rules and how often things are due @phone', async ({ page }) => {
  const practice = await createPractice(owner)
  const officer = await somebody(practice, 'officer')
  const system = await addSystem(practice, 'Ambient scribe', officer, await practice.actor('owner'))
  await signIn(page, officer, '/settings')
  await check(page)
  await page.getByLabel('Wisconsin').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('changed the states from IL to IL and WI')).toBeVisible()

  await openTab(page, 'Sites')
  await page.getByRole('link', { name: 'Add site' }).click()
  await page.getByLabel('Name').fill('downtown')
  await page.getByLabel('State').selectOption('IL')
  await page.getByRole('button', { name: 'Add site' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'There is a site of this name already.' }),
  ).toBeVisible()
  await page.getByLabel('Name').fill('East End')
  await page.getByRole('button', { name: 'Add site' }).click()
  await page.getByRole('link', { name: 'Downtown' }).click()
  await expect(page.getByText(/2 people belong to it and keep it until somebody moves them/)).toBeVisible()
  await check(page)
  await page.getByLabel('Reason').fill('The lease ended.')
  await page.getByRole('button', { name: 'Close Downtown' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Downtown' })).toContainText('Closed')

  await openTab(page, 'Sign-in rules')
  await page.getByLabel('Minutes without use').fill('90')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'A whole number of minutes from 5 to 60.' }),
  ).toBeFocused()
  await page.getByLabel('Minutes without use').fill('30')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(flash(page)).toContainText('Saved.')

  await openTab(page, 'How often things are due')
  await page.getByLabel('First review after a proposal').fill('60')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(flash(page)).toContainText('The due dates of 1 record were worked out anew.')
  const { rows } = await owner.query<{ due: string }>(
    `SELECT "dueOn"::text AS due FROM "Obligation" WHERE "recordId" = $1 AND state = 'open'`,
    [system],
  )
  expect(rows).toEqual([{ due: '2026-03-06' }])
})

test('the demo practice goes for good after its name was typed', async ({ page }) => {
  const practice = await createPractice(owner)
  await owner.query(`UPDATE "Practice" SET "isDemo" = true WHERE id = $1`, [practice.id])
  const officer = await somebody(practice, 'officer')
  await signIn(page, officer, '/settings/demo')
  await check(page)
  await page.getByRole('button', { name: 'Remove the demo data' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove the demo data' })
  await dialog.getByLabel('Type').fill('Something else')
  await dialog.getByRole('button', { name: 'Remove everything' }).click()
  await expect(dialog.getByRole('alert').filter({ hasText: `Type “${practice.name}”.` })).toBeVisible()
  await dialog.getByLabel('Type').fill(practice.name)
  await dialog.getByRole('button', { name: 'Remove everything' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  const { rows } = await owner.query(`SELECT 1 FROM "Person" WHERE "practiceId" = $1`, [practice.id])
  expect(rows).toEqual([])
})
