import type { Page } from '@playwright/test'
import pg from 'pg'
import { coverAcme } from '#lib/testing/agreements'
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

const answer = (page: Page, question: string, choice: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check()
const flash = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
const alert = (page: Page) => page.getByRole('main').getByRole('alert')
const title = (page: Page) => page.getByRole('heading', { level: 1 })

test('an AI system goes from the form to daily use, each step saying what it needs', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer, head } = await leadersOf(practice)
  await signIn(context, owner, officer)

  await page.goto('/ai-systems')
  await expect(page.getByRole('heading', { name: 'No AI system yet' })).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Add one by hand' }).click()
  await expect(title(page)).toHaveText('Add AI system')
  await check(page)
  await page.getByRole('button', { name: 'Add AI system' }).click()
  await expect(alert(page)).toContainText('Give it the name people here use.')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Name' }).fill('Ambient scribe')
  await page.getByLabel('Owner').selectOption({ label: officer.name })
  await answer(page, 'Does patient data go in?', 'Yes')
  await page.getByRole('button', { name: 'Add AI system' }).click()
  await flash(page, 'Added AI-001 to the register.')
  await expect(title(page)).toHaveText('Ambient scribe')
  await expect(page).toHaveTitle(/^Ambient scribe/)
  await check(page)

  await page.getByRole('link', { name: 'Move to in review…' }).click()
  await expect(page.getByText('It moves from proposed to in review.')).toBeVisible()
  await page.getByLabel('Why?').fill('Two physicians asked for it')
  await page.getByRole('button', { name: 'Move to in review' }).click()
  await flash(page, 'It is in review now.')

  const approve = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Approve' }) })
  await expect(approve.getByRole('link', { name: 'Approve…' })).toHaveCount(0)
  await expect(approve).toContainText('4 things still missing')
  await expect(approve).toContainText('A review, written down')
  await expect(approve.getByText('An owner', { exact: true })).toBeHidden()
  await approve.getByText('1 thing there already').click()
  await expect(approve.getByText('An owner', { exact: true })).toBeVisible()
  await approve.getByRole('link', { name: 'What it is used for' }).click()
  await expect(page).toHaveURL(/\/edit#purpose$/)
  await page.getByLabel('What is it used for?').fill('Writes the visit note from the conversation.')
  await page.getByLabel('Backup').selectOption({ label: head.name })
  await answer(page, 'Is it clinical or administrative?', 'Clinical')
  await answer(page, 'Does its output reach patients?', 'No')
  await answer(page, 'Does a licensed person read its output first?', 'Yes')
  await answer(page, 'Does it take part in mental-health therapy?', 'No')
  await answer(page, 'Is it generative?', 'Yes')
  await answer(page, 'Does it support decisions about a patient’s care?', 'No')
  await answer(page, 'Somebody here can stop it', 'Met')
  await answer(page, 'Work goes on when it is off', 'Not applicable')
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')
  await expect(page.getByText('It writes or speaks by itself and can make things up.')).toBeVisible()

  await page.getByRole('link', { name: 'Describe a flow' }).click()
  await page.getByLabel('What is the data used for?').fill('Turn the conversation into a note')
  await page.getByLabel('Where does it go?').fill('Vendor’s cloud, US East')
  await page.getByRole('checkbox', { name: 'Names' }).check()
  await page.getByLabel('Fingerprints, voice prints and other biometrics').check()
  await page.getByLabel('What is said in a visit or call').check()
  await page.getByLabel('Why would no less do?').fill('The note needs the conversation.')
  await page.getByLabel('Safe Harbor: all 18 identifiers removed').check()
  await expect(page.getByText(/none of the 18 identifiers is left, but “Names” and/)).toBeVisible()
  await page.getByRole('button', { name: 'Add flow' }).click()
  await expect(alert(page)).toContainText('Safe Harbor means that none of the 18 identifiers is left.')
  await expect(page.getByRole('checkbox', { name: 'Names' })).toBeChecked()
  await check(page)
  await page.getByLabel('Not de-identified: patients can be told apart').check()
  await page.getByRole('button', { name: 'Add flow' }).click()
  await flash(page, 'Described FLOW-001.')
  await expect(page.getByText('45 CFR 160.103, 164.504(e)').first()).toBeVisible()
  await expect(approve).toContainText('No vendor is named, so nobody can say who gets the data')
  await owner.query(`UPDATE "AiSystem" SET "vendorName" = 'Acme' WHERE "practiceId" = $1`, [practice.id])
  await coverAcme(officer)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Is its patient data covered? Covered' })).toBeVisible()

  await page.getByRole('link', { name: /^Record review/ }).click()
  await page.getByLabel('What did you find?').fill('Compared twenty notes with the recordings')
  await check(page)
  await page.getByRole('button', { name: 'Record it' }).click()
  await flash(page, 'Recorded. Nothing further is due at this stage.')

  await page.getByRole('link', { name: 'Approve…' }).click()
  await expect(
    page.getByText(/2 duties begin: review it in full by .*; check that it gets no more/),
  ).toBeVisible()
  await page.getByLabel('Why?').fill('Agreement signed, review done')
  await page.getByRole('button', { name: 'Approve' }).click()
  await flash(page, 'It is approved now.')
  await page.getByRole('link', { name: 'Put in use…' }).click()
  await page.getByLabel('Why?').fill('Rolled out downtown')
  await page.getByRole('button', { name: 'Put in use' }).click()
  await flash(page, 'It is in use now.')
  await expect(page.getByRole('region', { name: 'What is due' })).toContainText('Look at its logs')
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText(
    `${officer.name} moved it from approved to in use`,
  )
  await expect(page.getByText('“Rolled out downtown”').first()).toBeVisible()
  await check(page)
})

test('a button that has become stale is refused with what is missing', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer, head } = await leadersOf(practice)
  const [system] = await addSystems(officer, [
    { ownerId: officer.personId, backupId: head.personId, patientData: 'no' },
  ])
  await signIn(context, owner, officer)
  await page.goto(`/ai-systems/${system?.id}/move/in-review`)
  await owner.query('UPDATE "AiSystem" SET "ownerId" = NULL WHERE id = $1', [system?.id])
  await page.getByLabel('Why?').fill('Take it up')
  await page.getByRole('button', { name: 'Move to in review' }).click()
  await expect(alert(page)).toContainText('Before it can be in review, this is missing: an owner.')
  await expect(page.getByLabel('Why?')).toHaveValue('Take it up')
  await page.reload()
  await expect(page.getByText('Not possible yet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'An owner' })).toHaveAttribute('href', /\/edit.*#ownerId$/)
  await expect(page.getByRole('button', { name: 'Move to in review' })).toHaveCount(0)
  await check(page)
})

test('of two people who edit at once the second learns what the first did and loses nothing', async ({
  page,
  context,
  openContext,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const it = await practice.actor('it')
  const [system] = await addSystems(officer, [{ vendorName: 'Acme' }])
  await signIn(context, owner, officer)
  const other = await openContext()
  await signIn(other, owner, it)
  const theirs = await other.newPage()
  await page.goto(`/ai-systems/${system?.id}/edit`)
  await theirs.goto(`/ai-systems/${system?.id}/edit`)
  await theirs.getByLabel('Vendor').fill('Beta Health')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await flash(theirs, 'Saved.')

  await page.getByLabel('Notes').fill('Contract ends in June')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(alert(page)).toContainText(`${it.name} changed this while you had it open`)
  await expect(alert(page)).toContainText('Changed vendor from “Acme” to “Beta Health”')
  await expect(alert(page)).toContainText('Saving keeps theirs and adds yours.')
  await expect(page.getByLabel('Vendor')).toHaveValue('Beta Health')
  await expect(page.getByLabel('Notes')).toHaveValue('Contract ends in June')
  await check(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')
  await expect(page.getByText('Contract ends in June').first()).toBeVisible()
  await expect(page.getByText('Beta Health').first()).toBeVisible()
})

test('what was typed and not sent is there again, until it is saved', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [system] = await addSystems(officer, [{}])
  await signIn(context, owner, officer)
  await page.goto(`/ai-systems/${system?.id}/edit`)
  const kept = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/drafts') && answer.status() === 204,
  )
  await page.getByLabel('Notes').fill('Half a thought')
  await answer(page, 'Is it generative?', 'Not known yet')
  await kept
  await page.goto('/ai-systems')
  await page.goto(`/ai-systems/${system?.id}/edit`)
  await expect(page.getByText(/^Restored what you typed at/)).toBeVisible()
  await expect(page.getByLabel('Notes')).toHaveValue('Half a thought')
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')
  await page.goto(`/ai-systems/${system?.id}/edit`)
  await expect(page.getByLabel('Notes')).toHaveValue('Half a thought')
  await expect(page.getByText(/Restored what you typed/)).toBeHidden()
})

test('a copy, another tier, the archive and back: each says first what it does', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [system] = await addSystems(officer, [{ name: 'Coding assistant', ownerId: officer.personId }])
  await signIn(context, owner, officer)
  await page.goto(`/ai-systems/${system?.id}`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Duplicate' }).click()
  await flash(page, 'AI-002 is a copy without the patient data flows')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Coding assistant (copy)')

  await page.goto(`/ai-systems/${system?.id}`)
  await page.getByRole('link', { name: 'Set by hand' }).click()
  await expect(page.getByText(/The facts say moderate/)).toBeVisible()
  await page.getByRole('radio', { name: /^Low/ }).check()
  await page.getByRole('button', { name: 'Save the tier' }).click()
  await expect(alert(page)).toContainText('Say why the computed tier is not right.')
  await page.getByLabel('Why is the computed tier not right?').fill('A certified coder accepts each code')
  await page.getByRole('button', { name: 'Save the tier' }).click()
  await expect(page.getByRole('heading', { name: 'Low risk, set by hand' })).toBeVisible()
  await expect(page.getByText(/The facts say moderate/)).toBeVisible()

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Archive…' }).click()
  await expect(page.getByText('1 duty ends: review it for the first time.')).toBeVisible()
  await check(page)
  await page.getByLabel('Why?').fill('Entered twice')
  await page.getByRole('button', { name: 'Archive' }).click()
  await flash(page, 'Archived.')
  await expect(page.getByText('It is archived.', { exact: true })).toBeVisible()
  await expect(page.getByText(/Nothing is overdue/)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Restore…' }).click()
  await expect(page.getByText(/1 duty begins: review it for the first time by/)).toBeVisible()
  await page.getByRole('button', { name: 'Restore' }).click()
  await flash(page, 'Restored to the register.')
})

test('staff ask for a tool on a phone and see what becomes of it @phone-only', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer, head } = await leadersOf(practice)
  const staff = await practice.actor('staff')
  await signIn(context, owner, staff)
  await page.goto('/ai-systems')
  await expect(page).toHaveURL('/ai-systems/tools')
  await expect(page.getByText('No tool is approved yet')).toBeVisible()
  await check(page)
  await page.getByRole('main').getByRole('link', { name: 'Ask for a tool' }).click()
  await expect(title(page)).toHaveText('Ask for a tool')
  await check(page)
  await page.getByLabel('Which tool?').fill('Dictation app')
  await page.getByLabel('What would you use it for?').fill('Letters after a visit')
  await answer(page, 'Would patient data go in?', 'Yes')
  await page.getByRole('button', { name: 'Send' }).click()
  await flash(page, 'Sent as AI-001.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Dictation app' })).toContainText('Waiting')
  await fitsTheScreen(page)
  await check(page)

  const { rows } = await owner.query<{ id: string }>('SELECT id FROM "AiSystem" WHERE "practiceId" = $1', [
    practice.id,
  ])
  const [asked] = rows
  await owner.query('UPDATE "AiSystem" SET "ownerId" = $2 WHERE id = $1', [asked?.id, head.personId])
  const { moveSystem } = await import('#lib/ai-systems/decisions')
  const declined = { id: asked?.id, version: 1, to: 'retired', reason: 'It keeps recordings abroad' }
  expect(await moveSystem(officer, declined)).toMatchObject({ ok: true })
  await page.reload()
  const mine = page.getByRole('listitem').filter({ hasText: 'Dictation app' })
  await expect(mine).toContainText('Not approved')
  await expect(mine).toContainText('“It keeps recordings abroad”')
})

test('who may only read finds no way to change anything', async ({ page, context, openContext }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [system] = await addSystems(officer, [{ name: 'Chest X-ray triage' }])
  await signIn(context, owner, await practice.actor('auditor'))
  await page.goto(`/ai-systems/${system?.id}`)
  await expect(title(page)).toHaveText('Chest X-ray triage')
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Edit|Record review|Describe a flow|…$/ })).toHaveCount(0)
  await check(page)
  const stranger = await openContext()
  await signIn(stranger, owner, await (await createPractice(owner)).actor('officer'))
  for (const path of ['', '/edit', '/tier', '/archive', '/move/in-review', '/record/review', '/flows/new'])
    for (const request of [context.request, stranger.request]) {
      if (path === '' && request === context.request) continue
      const answer = await request.get(`/ai-systems/${system?.id}${path}`)
      expect(answer.status(), path).toBe(404)
      if (request === stranger.request) expect(await answer.text(), path).not.toContain('Chest X-ray')
    }
  expect((await context.request.get('/ai-systems/not-an-id')).status()).toBe(404)
})
