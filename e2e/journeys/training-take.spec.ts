import type { Page } from '@playwright/test'
import pg from 'pg'
import * as training from '#lib/testing/training'
import { axe } from '../support/axe.ts'
import { dutyOf } from '../support/practice.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const signatures = async (assignmentId: string) =>
  (
    await owner.query<{ content: string; language: string; sha256: string }>(
      `SELECT content, language, sha256 FROM "Attestation" WHERE "assignmentId" = $1`,
      [assignmentId],
    )
  ).rows

const right = 'Ask the privacy officer.'
const wrong = 'Try it and see.'

async function answer(page: Page, options: readonly string[]): Promise<void> {
  for (const option of options) {
    await page.getByRole('button', { name: option }).click()
    await page.getByRole('button', { name: /^(Next question|See how it went)$/ }).click()
  }
}

async function sign(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('This is true, and I sign it.').check()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
}

test('from the mail’s link to signed, on a phone', { tag: '@phone' }, async ({ page, context }) => {
  const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
  await signIn(context, owner, nurse)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You have 1 thing to do, it takes 5 minutes',
  )
  await page.goto(`/due/${await dutyOf(owner, assignmentId)}`)
  await page.getByRole('link', { name: 'Read and sign' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Approved tools')
  await expect(page.getByText('Use only tools of the list.')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
  await expect(page.getByRole('heading', { name: 'May you?' })).toBeFocused()
  await page.getByRole('button', { name: wrong }).click()
  await expect(page.getByText('By then it has happened.')).toBeVisible()
  await expect(page.getByRole('button', { name: right })).toBeDisabled()
  await axe(page)
  await page.getByRole('button', { name: 'Next question' }).click()
  await answer(page, [right])
  await expect(page.getByText('1 of 2 were right.')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await sign(page, 'Somebody Else')
  await expect(page.locator('#name-error')).toContainText(nurse.name)
  expect(await signatures(assignmentId)).toHaveLength(0)
  await page.getByLabel('Your name').fill(nurse.name)
  await page.getByRole('button', { name: 'Sign', exact: true }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
  const [signed, ...more] = await signatures(assignmentId)
  expect(more).toEqual([])
  await expect(page.getByText(signed?.sha256.slice(0, 12) ?? 'none')).toBeVisible()
  await axe(page)
  await page.getByRole('link', { name: 'Your copy of it' }).click()
  await expect(page.getByText(signed?.sha256 ?? 'none')).toBeVisible()
  await expect(page.getByText('Use only tools of the list.')).toBeVisible()
  await axe(page)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is due from you')
})

test.describe('without a network', () => {
  test.use({ expectedProblems: [/ERR_INTERNET_DISCONNECTED/] })

  test('in the middle nothing is lost, and it is signed once the network is back', {
    tag: '@phone',
  }, async ({ page, context }) => {
    const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
    await signIn(context, owner, nurse)
    await page.goto(`/training/take/${assignmentId}`)
    await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await context.setOffline(true)
    await answer(page, [right])
    await expect(page.getByText('Not saved yet, will try again')).toBeVisible()
    await answer(page, [right])
    await sign(page, nurse.name)
    await expect(page.getByText(/Not signed yet: the connection is gone/)).toBeVisible()
    await page.getByRole('button', { name: 'Sign: try again now' }).click()
    expect(await signatures(assignmentId)).toHaveLength(0)
    await context.setOffline(false)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
    expect(await signatures(assignmentId)).toHaveLength(1)
  })

  test('and with the page closed, what was answered is there again', async ({ page, context }) => {
    const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
    await signIn(context, owner, nurse)
    await page.goto(`/training/take/${assignmentId}`)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
    await answer(page, [right])
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(`/training/take/${assignmentId}`)
    await expect(again.getByRole('heading', { name: 'And now?' })).toBeVisible()
    await expect(again.getByText('Saved', { exact: true })).toBeVisible()
  })
})

test('what was begun on one device goes on on another, in Spanish', { tag: '@phone' }, async ({
  page,
  context,
  openContext,
}) => {
  const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
  await signIn(context, owner, nurse)
  await page.goto(`/training/take/${assignmentId}`)
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Herramientas aprobadas')
  await expect(page.locator('.take')).toHaveAttribute('lang', 'es')
  await axe(page)
  await page.getByRole('button', { name: 'Ya lo leí: ir a las preguntas' }).click()
  await page.getByRole('button', { name: right }).click()
  await page.getByRole('button', { name: 'Siguiente pregunta' }).click()
  await expect(page.getByText('Guardado', { exact: true })).toBeVisible()
  const other = await openContext()
  await signIn(other, owner, nurse)
  const tablet = await other.newPage()
  await tablet.goto(`/training/take/${assignmentId}`)
  await expect(tablet.getByRole('heading', { name: '¿Y ahora?' })).toBeVisible()
  await tablet.getByRole('button', { name: right }).click()
  await tablet.getByRole('button', { name: 'Ver cómo le fue' }).click()
  await tablet.getByLabel('Su nombre').fill(nurse.name)
  await tablet.getByLabel('Esto es verdad, y lo firmo.').check()
  await tablet.getByRole('button', { name: 'Firmar', exact: true }).click()
  await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('Firmado. Gracias.')
  expect((await signatures(assignmentId)).map(({ language }) => language)).toEqual(['es'])
  await expect(tablet).toHaveTitle(/^Leer y firmar/)
  await tablet.getByRole('link', { name: 'Listo' }).click()
  await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('Mi capacitación')
  await expect(tablet.locator('[lang="es"]').filter({ has: tablet.locator('h1') })).toBeVisible()
  await axe(tablet)
  await expect(tablet.getByRole('link', { name: 'Todo en un PDF' })).toBeVisible()
  await tablet.getByRole('link', { name: 'Herramientas aprobadas' }).click()
  await expect(tablet.getByRole('heading', { name: 'Lo que usted leyó' })).toBeVisible()
  await axe(tablet)
  const pdf = await tablet.getByRole('link', { name: 'Certificado (PDF)' }).getAttribute('href')
  expect((await other.request.get(pdf ?? '')).headers()['content-type']).toBe('application/pdf')
})

test('with too few right the others can be tried again, and tries are counted', async ({ page, context }) => {
  const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
  await signIn(context, owner, nurse)
  await page.goto(`/training/take/${assignmentId}`)
  await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
  await answer(page, [wrong, wrong])
  await expect(page.getByRole('heading', { name: '0 of 2 were right. It takes 1.' })).toBeFocused()
  await expect(page.getByLabel('Your name')).toHaveCount(0)
  await axe(page)
  await page.getByRole('button', { name: 'Read the lesson again' }).click()
  await expect(page.getByText('Use only tools of the list.')).toBeVisible()
  await page.getByRole('button', { name: 'Try those again' }).click()
  await answer(page, [right, right])
  await sign(page, nurse.name)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
  const [signed] = await signatures(assignmentId)
  expect(JSON.parse(signed?.content ?? '{}')).toMatchObject({ score: { right: 2, asked: 2, misses: 1 } })
})

test('when the text is changed meanwhile nothing is signed, and the new text is shown', async ({
  page,
  context,
}) => {
  const made = await training.practiceWithCampaign(owner)
  await signIn(context, owner, made.nurse)
  await page.goto(`/training/take/${made.assignmentId}`)
  await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
  await answer(page, [right, right])
  const { en, es } = training.smallCourse.texts
  const changed = {
    ...training.smallCourse,
    number: 2,
    texts: { en: { ...en, body: 'It is new.' }, ...(es ? { es } : {}) },
  }
  await training.publishCourse(owner, made.officer, changed, made.courseId)
  await sign(page, made.nurse.name)
  await expect(
    page.getByText(/The text was changed while you were reading. Nothing was signed/),
  ).toBeVisible()
  await expect(page.getByText('It is new.')).toBeVisible()
  expect(await signatures(made.assignmentId)).toHaveLength(0)
  await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
  await answer(page, [right, right])
  await sign(page, made.nurse.name)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
})

test('two tabs sign once, and both say so', async ({ page, context }) => {
  const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
  await signIn(context, owner, nurse)
  const other = await context.newPage()
  await page.goto(`/training/take/${assignmentId}`)
  await page.getByRole('button', { name: 'I have read it: to the questions' }).click()
  await answer(page, [right, right])
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await other.goto(`/training/take/${assignmentId}`)
  await other.getByLabel('Your name').fill(nurse.name)
  await other.getByLabel('This is true, and I sign it.').check()
  await sign(page, nurse.name)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
  await other.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
  expect(await signatures(assignmentId)).toHaveLength(1)
})

test('works with the keyboard alone', async ({ page, context }) => {
  const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
  await signIn(context, owner, nurse)
  await page.goto(`/training/take/${assignmentId}`)
  const press = async (name: string) => {
    for (let tab = 0; tab < 60; tab += 1) {
      const said = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      if (said === name) return page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
    }
    throw new Error(`never reached ${name}`)
  }
  await press('I have read it: to the questions')
  await press(right)
  await press('Next question')
  await press(right)
  await press('See how it went')
  await page.keyboard.press('Tab')
  await page.keyboard.type(nurse.name)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
})

test.describe('without script', () => {
  test('it is one plain form, and what was answered is still there after a no', async ({
    browser,
    baseURL,
  }) => {
    const { nurse, assignmentId } = await training.practiceWithCampaign(owner)
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
    await signIn(context, owner, nurse)
    const page = await context.newPage()
    await page.goto(`/training/take/${assignmentId}`)
    for (const group of await page.getByRole('group').all()) await group.getByLabel(wrong).check()
    await page.getByLabel('Your name').fill(nurse.name)
    await page.getByLabel('This is true, and I sign it.').check()
    await expect(page.getByText('By then it has happened.')).toHaveCount(0)
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(page.getByText('Too few answers are right', { exact: false })).toBeVisible()
    await expect(page.getByText('By then it has happened.')).toHaveCount(2)
    for (const group of await page.getByRole('group').all()) await group.getByLabel(right).check()
    await page.getByLabel('Your name').fill('Somebody Else')
    await page.getByLabel('This is true, and I sign it.').check()
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(page.getByText('Type your name as it stands here').first()).toBeVisible()
    for (const group of await page.getByRole('group').all())
      await expect(group.getByLabel(right)).toBeChecked()
    await page.getByLabel('Your name').fill(nurse.name)
    await page.getByLabel('This is true, and I sign it.').check()
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
    expect(await signatures(assignmentId)).toHaveLength(1)
    await context.close()
  })
})

test('belongs to the person alone', async ({ context }) => {
  const { officer, assignmentId } = await training.practiceWithCampaign(owner)
  await signIn(context, owner, officer)
  const answer = await context.request.get(`/training/take/${assignmentId}`)
  expect(answer.status()).toBe(404)
})
