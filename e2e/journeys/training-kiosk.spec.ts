import type { BrowserContext, Page } from '@playwright/test'
import pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { valueOf } from '#lib/testing/practice'
import * as training from '#lib/testing/training'
import { givePin } from '#lib/training/kiosk-commands'
import { axe } from '../support/axe.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const right = 'Ask the privacy officer.'

/** Opens this browser as a tablet, as an officer does. */
async function openTablet(page: Page, context: BrowserContext, officer: Actor): Promise<void> {
  await signIn(context, owner, officer)
  await page.goto('/training/kiosks')
  await page.getByLabel('Site').first().selectOption({ label: 'Downtown' })
  await page.getByRole('button', { name: 'Open it here and sign me out' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who are you?')
}

async function typePin(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByLabel('Your PIN').fill(pin)
  await page.getByRole('button', { name: 'Go on' }).click()
}

async function choosePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('New PIN').fill(pin)
  await page.getByLabel('The same PIN again').fill(pin)
  await page.getByRole('button', { name: 'Keep this PIN' }).click()
}

test('an officer opens a tablet and gives a PIN; somebody without e-mail signs on it', {
  tag: '@phone',
}, async ({ page, context, openContext }) => {
  const { officer, nurse, assignmentId } = await training.practiceWithCampaign(owner)
  await openTablet(page, context, officer)
  await axe(page)

  const desk = await openContext()
  await signIn(desk, owner, officer)
  const own = await desk.newPage()
  await own.goto('/training/kiosks')
  await axe(own)
  await own.getByLabel('Site').last().selectOption({ label: 'Downtown' })
  await own.getByRole('button', { name: 'Show people' }).click()
  await own
    .getByRole('listitem')
    .filter({ hasText: nurse.name })
    .getByRole('button', { name: /^Give a PIN/ })
    .click()
  const said = (await own.getByText(`PIN for ${nurse.name}:`).textContent()) ?? ''
  const pin = /(\d{6})\s*$/.exec(said)?.[1] ?? ''
  expect(pin).not.toBe('')
  await own.reload()
  await expect(own.getByText(pin)).toHaveCount(0)

  await typePin(page, nurse.name, '000001')
  await expect(page.locator('#pin-error')).toHaveText(/This does not match/)
  await axe(page)
  await page.getByLabel('Your PIN').fill(pin)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a PIN that only you know')
  await choosePin(page, '123456')
  await expect(page.locator('#pin-error')).toHaveText('This is too easy to guess. Choose another.')
  await axe(page)
  await choosePin(page, '480271')
  await axe(page)
  await page.getByRole('link', { name: 'Approved tools' }).click()
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Herramientas aprobadas')
  await page.getByRole('button', { name: 'Ya lo leí: ir a las preguntas' }).click()
  for (const way of ['Siguiente pregunta', 'Ver cómo le fue']) {
    await page.getByRole('button', { name: right }).click()
    await page.getByRole('button', { name: way }).click()
  }
  await page.getByLabel('Su nombre').fill(nurse.name)
  await page.getByLabel('Esto es verdad, y lo firmo.').check()
  await page.getByRole('button', { name: 'Firmar', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Firmado. Gracias.')
  await axe(page)
  const { rows } = await owner.query<{ method: string; language: string }>(
    `SELECT method, language FROM "Attestation" WHERE "assignmentId" = $1`,
    [assignmentId],
  )
  expect(rows).toEqual([{ method: 'kiosk', language: 'es' }])
  await page.getByRole('button', { name: 'Listo' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('¿Quién es usted?')
  await expect(page.getByText(nurse.name)).toHaveCount(0)
})

test('after somebody the back button shows nothing of them, and nothing of them stays in the tablet', async ({
  page,
  context,
}) => {
  const { officer, nurse } = await training.practiceWithCampaign(owner)
  const { pin } = valueOf(await givePin(officer, { personId: nurse.personId }))
  await openTablet(page, context, officer)
  await typePin(page, nurse.name, pin)
  await choosePin(page, '480271')
  await page.getByRole('link', { name: 'Approved tools' }).click()
  await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
  await page.getByRole('button', { name: right }).click()
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Stop and leave' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who are you?')
  expect(
    await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length),
  ).toBe(0)
  for (let step = 0; step < 4; step += 1) {
    await page.goBack().catch(() => null)
    await expect(page.getByText('And now?')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Stop and leave' })).toHaveCount(0)
  }
  // What was answered is not lost: it is the person's, and comes back with their PIN.
  await page.goto('/kiosk')
  await typePin(page, nurse.name, '480271')
  await page.getByRole('link', { name: 'Approved tools' }).click()
  await expect(page.getByRole('heading', { name: 'And now?' })).toBeVisible()
})

test('its cookies open no page of the workspace and no interface', async ({ page, context }) => {
  const { officer, nurse, assignmentId, practice } = await training.practiceWithCampaign(owner)
  const { pin } = valueOf(await givePin(officer, { personId: nurse.personId }))
  await openTablet(page, context, officer)
  await typePin(page, nurse.name, pin)
  await choosePin(page, '480271')
  await expect(page.getByRole('link', { name: 'Approved tools' })).toBeVisible()
  expect((await context.cookies()).map(({ name }) => name).sort()).toEqual([
    'plumbline-kiosk',
    'plumbline-kiosk-turn',
  ])
  const closed = [
    '/',
    '/training/mine',
    `/training/take/${assignmentId}`,
    '/training/kiosks',
    '/people',
    '/account',
  ]
  for (const path of closed) {
    const answer = await context.request.get(path, { maxRedirects: 0 })
    expect(answer.headers()['location'] ?? '', path).toMatch(/^\/sign-in/)
  }
  const { origin } = new URL(page.url())
  const headers = { origin, 'content-type': 'application/json' }
  const asked = [
    ['PUT', '/api/drafts', { form: `training/${assignmentId}`, basis: '', values: {} }],
    ['POST', '/api/session', {}],
    ['POST', `/training/take/${assignmentId}/send`, { what: 'language', language: 'es' }],
  ] as const
  for (const [method, path, data] of asked) {
    const answer = await context.request.fetch(path, { method, headers, data })
    expect(answer.status(), path).toBe(401)
  }
  const people = await context.request.get('/api/people?q=a', { maxRedirects: 0 })
  expect(people.status()).not.toBe(200)
  // Nor does the tablet's own door do anything for somebody of the same site whose PIN was not typed.
  const other = await practice.actor('staff', [practice.siteA])
  const send = (data: object) => context.request.post('/kiosk/send', { headers, data })
  expect((await send({ what: 'sign', ...training.signFacts(other, assignmentId, 'x') })).ok()).toBe(true)
  const { rows } = await owner.query(`SELECT 1 FROM "Attestation" WHERE "practiceId" = $1`, [practice.id])
  expect(rows).toEqual([])
  const foreign = await context.request.post('/kiosk/send', {
    headers: { ...headers, origin: 'https://elsewhere.example' },
    data: { what: 'touch' },
  })
  expect(foreign.status()).toBe(403)
})

test('a PIN that is wrong five times is locked, and an ended tablet shows only how to open it', async ({
  page,
  context,
  openContext,
}) => {
  const { officer, nurse } = await training.practiceWithCampaign(owner)
  await openTablet(page, context, officer)
  await page.getByRole('link', { name: nurse.name, exact: true }).click()
  for (let miss = 0; miss < 5; miss += 1) {
    await page.getByLabel('Your PIN').fill('000001')
    await page.getByRole('button', { name: 'Go on' }).click()
  }
  await expect(page.locator('#pin-error')).toHaveText(/Too many tries. Wait 15 minutes/)
  const desk = await openContext()
  await signIn(desk, owner, officer)
  const own = await desk.newPage()
  await own.goto('/training/kiosks')
  await own.getByRole('button', { name: /^End it/ }).click()
  await expect(own.getByText('No tablet is open.')).toBeVisible()
  await page.goto('/kiosk')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This tablet is not open for signing')
  await expect(page.getByText(nurse.name)).toHaveCount(0)
  await axe(page)
})

test('it asks whether somebody is still there, and goes back to the names by itself', async ({
  page,
  context,
}) => {
  const { officer, nurse } = await training.practiceWithCampaign(owner)
  await openTablet(page, context, officer)
  await page.clock.install()
  await page.getByRole('link', { name: nurse.name, exact: true }).click()
  await expect(page.getByLabel('Your PIN')).toBeVisible()
  await page.clock.runFor(41_000)
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'I am still here' }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await page.clock.runFor(61_000)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who are you?')
})
