import type { Page } from '@playwright/test'
import pg from 'pg'
import { createPractice } from '#lib/testing/practice'
import { addSystems, check } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

async function largePractice() {
  const practice = await createPractice(owner)
  await owner.query(
    `INSERT INTO "Person" (id, "practiceId", ref, name, "jobTitle")
     SELECT gen_random_uuid(), $1, 'P-' || n, 'Sam Nurse ' || n, 'Nurse' FROM generate_series(1000, 1250) n`,
    [practice.id],
  )
  return practice.actor('officer')
}

const list = (page: Page, question: string) =>
  page.getByRole('combobox', { name: new RegExp(`^${question}`) })
const chosen = (page: Page, question: string) => list(page, question).locator('option:checked')

/** Finds somebody by words and chooses them, by keyboard alone. */
async function choose(page: Page, question: string, words: string, name: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: `Find a person: ${question}` })
  await search.fill(words)
  await expect(page.getByRole('status').filter({ hasText: '1 person matches' })).toBeVisible()
  await search.press('Enter')
  await expect(list(page, question)).toBeFocused()
  await list(page, question).selectOption({ label: name })
}

test('where there are too many people to list, the one who is meant is found by words @phone', async ({
  page,
  context,
}) => {
  const officer = await largePractice()
  await signIn(context, owner, officer)
  await page.goto('/ai-systems/new')
  await expect(list(page, 'Owner').locator('option')).toHaveText(['Nobody yet'])
  const search = page.getByRole('searchbox', { name: 'Find a person: Owner' })
  await search.fill('nurse')
  await expect(page.getByText('The first 20 who match are in the list.')).toBeVisible()
  await search.fill('nurse 99999')
  await expect(page.getByText('Nobody who works here matches.')).toBeVisible()
  await choose(page, 'Owner', 'sam 1104', 'Sam Nurse 1104 (Nurse, P-1104)')
  await check(page)

  await page.getByRole('button', { name: 'Add AI system' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Give it the name people here use.')
  await expect(chosen(page, 'Owner')).toHaveText('Sam Nurse 1104 (Nurse, P-1104)')
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && answer.ok())
  await page.getByRole('textbox', { name: 'Name' }).fill('Ambient scribe')
  await kept
  await page.reload()
  await expect(page.getByText('Restored what you typed')).toBeVisible()
  await expect(chosen(page, 'Owner')).toHaveText('Sam Nurse 1104 (Nurse, P-1104)')
  await page.getByRole('button', { name: 'Add AI system' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Added AI-001' })).toBeVisible()
  await expect(page.getByText('Sam Nurse 1104').first()).toBeVisible()
})

test('of two edits that name people both stay', async ({ page, context }) => {
  const officer = await largePractice()
  await signIn(context, owner, officer)
  const [system] = await addSystems(officer, [{ name: 'Ambient scribe' }])
  const other = await context.newPage()
  await Promise.all([page, other].map((one) => one.goto(`/ai-systems/${system?.id}/edit`)))
  await choose(other, 'Owner', 'sam 1101', 'Sam Nurse 1101 (Nurse, P-1101)')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()

  await choose(page, 'Backup', 'sam 1102', 'Sam Nurse 1102 (Nurse, P-1102)')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Saving keeps theirs and adds yours.')
  await expect(chosen(page, 'Owner')).toHaveText('Sam Nurse 1101 (Nurse, P-1101)')
  await expect(chosen(page, 'Backup')).toHaveText('Sam Nurse 1102 (Nurse, P-1102)')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  const { rows } = await owner.query(
    `SELECT o.ref AS owner, b.ref AS backup FROM "AiSystem" s
     JOIN "Person" o ON o.id = s."ownerId" JOIN "Person" b ON b.id = s."backupId" WHERE s.id = $1`,
    [system?.id],
  )
  expect(rows).toEqual([{ owner: 'P-1101', backup: 'P-1102' }])
})
