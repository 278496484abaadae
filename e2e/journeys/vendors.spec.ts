import type { Page } from '@playwright/test'
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

const answer = (page: Page, question: string, choice: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check()
const flash = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
const alert = (page: Page) => page.getByRole('main').getByRole('alert')
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

test('a vendor is added, found to be a business associate, reviewed, archived and restored', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  await signIn(context, owner, officer)

  await page.goto('/vendors')
  await expect(page.getByRole('heading', { name: 'No vendor yet' })).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Add one by hand' }).click()
  await expect(title(page)).toHaveText('Add vendor')
  await check(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('Quillwell Health')
  await page.getByRole('textbox', { name: 'Website' }).fill('not an address')
  await answer(page, 'Does it create, receive, keep or send patient data for us?', 'Yes')
  await page.getByLabel('Owner').selectOption({ label: officer.name })
  await page.getByRole('button', { name: 'Add vendor' }).click()
  await expect(alert(page)).toContainText('Write an address such as www.example.com.')
  await page.getByRole('textbox', { name: 'Website' }).fill('www.quillwell.example')
  await page.getByRole('button', { name: 'Add vendor' }).click()
  await flash(page, 'Added V-001 to the register.')
  await expect(title(page)).toHaveText('Quillwell Health')
  await expect(page.getByRole('link', { name: 'www.quillwell.example' })).toHaveAttribute(
    'href',
    'https://www.quillwell.example',
  )
  await expect(page.getByText('It has patient data, and nobody has decided.')).toBeVisible()
  await check(page)
  await fitsTheScreen(page)

  await page.goto('/vendors')
  await expect(page.getByText('Not determined', { exact: true })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('link', { name: /^Decide/ }).click()
  await expect(title(page)).toHaveText('Is it a business associate?')
  await check(page)
  await fitsTheScreen(page)
  await answer(page, 'Is it a business associate?', 'Yes, it is a business associate')
  await page.getByRole('checkbox', { name: /^It only carries the data/ }).check()
  await page.getByRole('button', { name: 'Record it' }).click()
  await expect(alert(page)).toContainText('speaks for the other answer')
  await page.getByRole('checkbox', { name: /^It only carries the data/ }).uncheck()
  await page.getByRole('checkbox', { name: /^It keeps patient data for us/ }).check()
  await page.getByLabel('Note').fill('Recordings stay with them for 30 days.')
  await page.getByRole('button', { name: 'Record it' }).click()
  await flash(page, 'Recorded. It stands here, with the reasons.')
  const determination = section(page, 'Is it a business associate?')
  await expect(determination).toContainText('Yes: it is a business associate.')
  await expect(determination).toContainText('“Recordings stay with them for 30 days.”')
  await expect(determination).toContainText(officer.name)
  await expect(section(page, 'What is due')).not.toContainText('Decide whether it is a business associate')
  await expect(section(page, 'What happened')).toContainText('etermined that it is a business associate')
  await check(page)

  await page.getByRole('link', { name: /^Record review/ }).click()
  await check(page)
  await page.getByLabel('What did you find?').fill('Nothing to change.')
  await page.getByRole('button', { name: 'Record it' }).click()
  await flash(page, 'Recorded.')

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Archive…' }).click()
  await expect(page.getByText('1 duty ends: review the vendor.')).toBeVisible()
  await check(page)
  await page.getByLabel('Why?').fill('Entered twice.')
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await flash(page, 'Archived.')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Restore…' }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await flash(page, 'Restored to the register.')
})

test('of two who edit a vendor at once the second sees both and loses nothing', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const it = await practice.actor('it')
  const [{ createVendor, editVendor }, { vendorFacts }, { valueOf }] = await Promise.all([
    import('#lib/vendors/commands'),
    import('#lib/testing/vendors'),
    import('#lib/testing/practice'),
  ])
  const { id } = valueOf(await createVendor(officer, vendorFacts))
  await signIn(context, owner, officer)
  await page.goto(`/vendors/${id}/edit`)
  await page.getByLabel('What does it do for us?').fill('Mine')
  valueOf(await editVendor(it, { ...vendorFacts, id, version: 1, services: 'Theirs', notes: 'Theirs too' }))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(alert(page)).toContainText('You both changed “What it does for us”')
  await expect(page.getByLabel('Notes')).toHaveValue('Theirs too')
  await expect(page.getByLabel('What does it do for us?')).toHaveValue('Mine')
  await check(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await flash(page, 'Saved.')
  await expect(section(page, 'Who is it?')).toContainText('Mine')
  await expect(section(page, 'Who is it?')).toContainText('Theirs too')
})

test('the vendors that AI systems name are matched, as the preview says', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [{ createVendor }, { vendorFacts }, { valueOf }] = await Promise.all([
    import('#lib/vendors/commands'),
    import('#lib/testing/vendors'),
    import('#lib/testing/practice'),
  ])
  valueOf(await createVendor(officer, { ...vendorFacts, name: 'Quillwell Health, Inc.' }))
  await addSystems(officer, [
    { name: 'Ambient scribe', vendorName: 'Quillwell Health' },
    { name: 'Website chat', vendorName: 'Harborlight' },
  ])
  await signIn(context, owner, officer)

  await page.goto('/vendors')
  await expect(page.getByText('AI systems name 2 vendors without a link')).toBeVisible()
  await page.getByRole('link', { name: 'Match vendors' }).click()
  await expect(page.getByLabel('Vendor that “Quillwell Health” means')).toHaveValue(/^[0-9a-f-]{36}$/)
  await expect(page.getByLabel('Vendor that “Harborlight” means')).toHaveValue('new')
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'See what will be done' }).click()
  await expect(page.getByText('AI-001 Ambient scribe: linked to V-001 Quillwell Health, Inc.')).toBeVisible()
  await expect(page.getByText('A new vendor “Harborlight” is added')).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Change the choices' }).click()
  await page.getByLabel('Vendor that “Harborlight” means').selectOption('leave')
  await page.getByRole('button', { name: 'See what will be done' }).click()
  await expect(page.getByText('A new vendor “Harborlight” is added')).toHaveCount(0)
  await page.getByRole('button', { name: 'Do this' }).click()
  await flash(page, 'Linked 1 AI system.')
  await expect(page.getByText('AI systems name 1 vendor without a link')).toBeVisible()

  await page.getByRole('link', { name: /^Quillwell Health, Inc\./ }).click()
  await section(page, 'Behind 1 AI system').getByRole('link', { name: 'Ambient scribe' }).click()
  await expect(title(page)).toHaveText('Ambient scribe')
  await expect(page.getByText('(written as “Quillwell Health”)')).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Quillwell Health, Inc.' }).click()
  await expect(title(page)).toHaveText('Quillwell Health, Inc.')
})

test('a vendor has contacts, certificates that fall due, and a chain behind it that cannot lead back', async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [{ createVendor }, { vendorFacts }, { valueOf }, { sendFile }] = await Promise.all([
    import('#lib/vendors/commands'),
    import('#lib/testing/vendors'),
    import('#lib/testing/practice'),
    import('#lib/testing/evidence'),
  ])
  const add = async (name: string) => valueOf(await createVendor(officer, { ...vendorFacts, name })).id
  const [scribe, host] = [await add('Quillwell'), await add('Cirrostack')]
  valueOf(await sendFile(officer, scribe, Buffer.from('Report'), { kind: 'vendor', name: 'report.txt' }))
  await signIn(context, owner, officer)

  await page.goto(`/vendors/${scribe}`)
  await page.getByRole('link', { name: 'Add a contact' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Theo Marsh')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('theo.marsh@quillwell.example')
  await check(page)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await flash(page, 'Saved the contact.')
  await expect(section(page, '1 contact')).toContainText('theo.marsh@quillwell.example')

  await page.getByRole('link', { name: 'Add a certificate' }).click()
  await page.getByLabel('Which?').selectOption({ label: 'SOC 2 type 2' })
  await page.getByLabel('Valid until').fill('2099-06-30')
  await page.getByLabel('Which file shows it?').selectOption({ label: 'SOC 2 report (report.txt)' })
  await check(page)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await flash(page, 'Saved the certificate.')
  await expect(
    section(page, '1 certificate').getByRole('link', { name: 'SOC 2 report', exact: true }),
  ).toHaveAttribute('href', /^\/evidence\//)
  const due = section(page, 'What is due')
  await expect(due).toContainText('Ask for the next SOC 2 type 2')
  await due.getByRole('link', { name: /^Enter the next/ }).click()
  await expect(title(page)).toHaveText('SOC 2 type 2')
  await check(page)
  await page.getByRole('button', { name: 'Remove the certificate' }).click()
  await flash(page, 'Removed the certificate.')
  await expect(due).not.toContainText('SOC 2')

  await page.getByRole('link', { name: 'Add a sub-processor' }).click()
  await page.getByLabel('Which vendor?').selectOption({ label: 'Cirrostack (V-002)' })
  await page.getByLabel('What does it do in the chain?').fill('Runs the speech model')
  await answer(page, 'Does patient data get that far?', 'Yes')
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await flash(page, 'Saved the sub-processor.')
  await expect(section(page, 'Who stands behind it')).toContainText('Patient data gets here')
  await check(page)

  await page.goto(`/vendors/${host}`)
  await expect(section(page, 'Who stands behind it')).toContainText('It stands itself behind Quillwell.')
  await page.getByRole('link', { name: 'Add a sub-processor' }).click()
  await page.getByLabel('Which vendor?').selectOption({ label: 'Quillwell (V-001)' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(alert(page)).toContainText('A chain cannot lead back to where it starts.')
})

test('on a phone a vendor, its form and its determination fit the screen', { tag: '@phone-only' }, async ({
  page,
  context,
}) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const { vendorWithParts } = await import('#lib/testing/vendors')
  const { id } = await vendorWithParts(officer, { ownerId: officer.personId })
  await signIn(context, owner, officer)
  for (const path of [
    '',
    '/edit',
    '/determine',
    '/contacts/new',
    '/sub-processors/new',
    '/certificates/new',
  ]) {
    await page.goto(`/vendors/${id}${path}`)
    await check(page)
    await fitsTheScreen(page)
  }
  await page.goto('/vendors')
  await check(page)
  await fitsTheScreen(page)
})
