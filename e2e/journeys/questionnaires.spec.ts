import type { Page } from '@playwright/test'
import pg from 'pg'
import { createPractice } from '#lib/testing/practice'
import { check, fitsTheScreen, leadersOf } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const lib = () =>
  Promise.all([
    import('#lib/vendors/commands'),
    import('#lib/testing/vendors'),
    import('#lib/testing/practice'),
    import('#lib/testing/questionnaires'),
    import('#lib/questionnaires/template-commands'),
  ])
const flash = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const question = (page: Page, key: string) => page.locator(`#question-${key}`)

/** A practice with a vendor and three questions of its own. */
async function asking() {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const [{ createVendor }, { vendorFacts }, { valueOf }, kit, { saveTemplate }] = await lib()
  const { id: vendorId } = valueOf(await createVendor(officer, { ...vendorFacts, name: 'Quillwell Health' }))
  const input = { template: '', version: 0, name: 'Short list', about: 'For tests' }
  const questions = kit.threeQuestions
  const { id: template } = valueOf(await saveTemplate(officer, { ...input, questions }))
  return { practice, officer, vendorId, template }
}

/** Fills the page that sends; gives the link that it shows. */
async function send(page: Page): Promise<string> {
  await page.getByLabel('Questions').selectOption({ label: 'Short list (3 questions)' })
  await page.getByRole('combobox', { name: 'Name' }).fill('Theo Marsh')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('it is not shown again', { exact: false })).toBeVisible()
  return page.getByLabel('Link', { exact: true }).inputValue()
}

async function sign(guest: Page) {
  await guest.getByLabel('Your name').fill('Theo Marsh')
  await guest.getByLabel('What you are at your company').fill('Security lead')
  await guest.getByRole('checkbox', { name: /^I may answer for my company/ }).check()
  await guest.getByRole('button', { name: 'Sign and submit' }).click()
}

test('a vendor answers by a link from another browser; gaps become duties; next year shows only what changed', async ({
  page,
  context,
  openContext,
}) => {
  test.slow()
  const { officer, vendorId } = await asking()
  await signIn(context, owner, officer)
  await page.goto('/questionnaires')
  await expect(page.getByRole('heading', { name: 'No vendor was asked yet' })).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Send the first one' }).click()
  await check(page)
  await page.getByRole('link', { name: 'Quillwell Health' }).click()
  await expect(title(page)).toHaveText('Ask Quillwell Health')
  await check(page)
  await fitsTheScreen(page)
  const link = await send(page)
  await check(page)

  const guest = await (await openContext()).newPage()
  await guest.goto(link)
  await expect(title(guest)).toHaveText(`Questions from ${officer.practiceName}`)
  await check(guest)
  await fitsTheScreen(guest)
  await question(guest, 'mfa').getByRole('radio', { name: 'No', exact: true }).check()
  await expect(question(guest, 'mfa').getByRole('status').last()).toHaveText('Saved')
  await question(guest, 'notice').getByLabel('What about notice?').fill('soon')
  await expect(question(guest, 'notice')).toContainText('Write a number')
  await question(guest, 'notice').getByLabel('What about notice?').fill('5')
  await expect(question(guest, 'notice').getByRole('status').last()).toHaveText('Saved')
  await question(guest, 'report')
    .getByLabel('Add a file')
    .setInputFiles({
      name: 'report.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('All is well.\n'),
    })
  await expect(question(guest, 'report')).toContainText('report.txt')
  await expect(guest.getByText('3 of 3')).toBeVisible()

  // Left, and come back to on a phone.
  const phone = await (await openContext({ viewport: { width: 360, height: 700 } })).newPage()
  await phone.goto(link)
  await expect(phone.getByText('3 of 3')).toBeVisible()
  await expect(question(phone, 'mfa').getByRole('radio', { name: 'No', exact: true })).toBeChecked()
  await fitsTheScreen(phone)
  await guest.getByRole('button', { name: 'Sign and submit' }).click()
  await expect(guest.getByRole('alert').filter({ hasText: 'Write your name.' })).toBeVisible()
  await check(guest)
  await sign(guest)
  await expect(title(guest)).toHaveText('Your answers are submitted')
  await check(guest)
  await phone.reload()
  await expect(title(phone)).toHaveText('Your answers are submitted')

  await page.getByRole('link', { name: 'Open Q-001' }).click()
  await expect(section(page, 'Answers')).toContainText('It says “No”.')
  await expect(section(page, /visits$/)).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await section(page, 'Answers').getByRole('link', { name: 'Look through' }).click()
  await expect(title(page)).toHaveText('What about mfa?')
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('radio', { name: /^A gap/ }).check()
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Say what is missing.')
  await page.getByLabel('Note').fill('Everybody has to have one.')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  for (const asked of ['What about report?', 'What about notice?']) {
    await expect(title(page)).toHaveText(asked)
    await page.getByRole('radio', { name: 'Fine' }).check()
    await page.getByRole('button', { name: 'Save and go on' }).click()
  }
  await flash(page, 'That was the last one.')
  await page.getByRole('button', { name: 'Say that you are done' }).click()
  await flash(page, 'Done: every answer was looked at.')
  await check(page)

  await page.goto('/due')
  await expect(page.getByText('Settle a gap: What about mfa?').first()).toBeVisible()
  await page.goto(`/vendors/${vendorId}`)
  await expect(section(page, '1 questionnaire')).toContainText('1 gap, 1 open')
  await expect(page.locator('#evidence')).toContainText('report.txt')
  await check(page)

  // A year later.
  await section(page, '1 questionnaire').getByRole('link', { name: 'Q-001 Short list' }).click()
  await page.getByRole('link', { name: 'Send again' }).click()
  await check(page)
  const again = await send(page)
  await guest.goto(again)
  await expect(guest.getByText('You have answered most of this before')).toBeVisible()
  await expect(guest.getByText('0 of 3')).toBeVisible()
  await check(guest)
  for (const key of ['mfa', 'report'])
    await question(guest, key).getByRole('checkbox', { name: 'This is still right' }).check()
  await expect(guest.getByText('2 of 3')).toBeVisible()
  await question(guest, 'notice').getByLabel('What about notice?').fill('2')
  await expect(guest.getByText('3 of 3')).toBeVisible()
  await sign(guest)
  await expect(title(guest)).toHaveText('Your answers are submitted')
  await page.getByRole('link', { name: 'Open Q-002' }).click()
  const changed = section(page, '1 answer changed since Q-001')
  await expect(changed).toContainText('2 days')
  await expect(changed).toContainText('Before: 5 days')
  await expect(changed).not.toContainText('What about mfa?')
  await expect(section(page, 'What is due')).toContainText('Settle a gap: What about mfa?')
  await check(page)
  await section(page, 'What is due')
    .getByRole('link', { name: /^Settle/ })
    .click()
  await check(page)
  await page.getByLabel('How was it settled?').fill('Turned on for everybody.')
  await page.getByRole('button', { name: 'It is settled' }).click()
  await flash(page, 'Recorded: the gap is settled.')
  await page.getByRole('link', { name: 'All 3' }).click()
  await expect(section(page, 'Answers')).toContainText('Gap, settled')
})

test('a link that is withdrawn in the middle of answering saves nothing more, and says so', async ({
  page,
  context,
  openContext,
}) => {
  const { officer, vendorId } = await asking()
  await signIn(context, owner, officer)
  await page.goto(`/questionnaires/new?vendor=${vendorId}`)
  const link = await send(page)
  const guest = await (await openContext({ javaScriptEnabled: false })).newPage()
  await guest.goto(link)
  await question(guest, 'mfa').getByRole('radio', { name: 'Yes', exact: true }).check()
  await guest.getByRole('button', { name: 'Save and go on later' }).click()
  await expect(question(guest, 'mfa').getByRole('radio', { name: 'Yes', exact: true })).toBeChecked()
  await expect(guest.getByText('1 of 3')).toBeVisible()

  await page.getByRole('link', { name: 'Open Q-001' }).click()
  await page.getByRole('link', { name: 'Dates and link' }).click()
  await check(page)
  await page.getByLabel('Why?').fill('It went to the wrong person.')
  await page.getByRole('button', { name: 'Withdraw it' }).click()
  await flash(page, 'Withdrawn')
  await question(guest, 'mfa').getByRole('radio', { name: 'No', exact: true }).check()
  await guest.getByRole('button', { name: 'Save and go on later' }).click()
  await expect(title(guest)).toHaveText('This link does not work')
  await page.reload()
  await expect(section(page, 'Answers')).toContainText('Yes')

  await page.getByRole('link', { name: 'Dates and link' }).click()
  await page.getByRole('button', { name: 'Make another link' }).click()
  await guest.goto(await page.getByLabel('Link', { exact: true }).inputValue())
  await expect(guest.getByText('1 of 3')).toBeVisible()
})

test('the e-mail follows the name of a contact, and what was typed stays', async ({ page, context }) => {
  const { officer, vendorId } = await asking()
  const [, , { valueOf }] = await lib()
  const { saveContact } = await import('#lib/vendors/part-commands')
  for (const [at, name] of ['Ann', 'Ben'].entries()) {
    const of = { id: vendorId, version: at + 1, partId: '', about: '', phone: '' }
    valueOf(await saveContact(officer, { ...of, name, email: `${name.toLowerCase()}@quillwell.example` }))
  }
  await signIn(context, owner, officer)
  await page.goto(`/questionnaires/new?vendor=${vendorId}`)
  const name = page.getByRole('combobox', { name: 'Name' })
  const email = page.getByRole('combobox', { name: /^E-mail/ })
  await expect(name).toHaveValue('Ann')
  await expect(email).toHaveValue('ann@quillwell.example')
  await name.fill('Ben')
  await expect(email).toHaveValue('ben@quillwell.example')
  await name.fill('Somebody else')
  await expect(email).toHaveValue('')
  await email.fill('desk@elsewhere.example')
  await name.fill('Ann')
  await expect(email).toHaveValue('desk@elsewhere.example')
})

test('questions are changed, moved and retired, each as a new version', async ({ page, context }) => {
  const { officer } = await asking()
  await signIn(context, owner, officer)
  await page.goto('/questionnaires/templates')
  await check(page)
  await page.getByRole('link', { name: 'AI scribe' }).click()
  await expect(page.getByText('a change makes a copy of your own')).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('link', { name: 'Add a question' }).click()
  await check(page)
  await fitsTheScreen(page)
  await page.getByLabel('Question', { exact: true }).fill('Who is on your board?')
  await page.getByLabel('Under which heading?').fill('Your company')
  await page.getByLabel('Answer', { exact: true }).selectOption({ label: 'One of several answers' })
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('at least two answers')
  await page.getByLabel('Answers to choose from').fill('Founders\n* Nobody')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await flash(page, 'Saved as a new version.')
  await expect(page.getByText('Version 2')).toBeVisible()
  await expect(section(page, 'Your company')).toContainText('Worth a look: “Nobody”.')
  await section(page, 'Your company')
    .getByRole('button', { name: /^Up.*your board/ })
    .click()
  await expect(page.getByText('Version 3')).toBeVisible()
  await section(page, 'Your company')
    .getByRole('button', { name: /^Retire.*your board/ })
    .click()
  await expect(page.getByText('Version 4')).toBeVisible()
  await expect(page.getByText('Who is on your board?')).toHaveCount(0)
})
