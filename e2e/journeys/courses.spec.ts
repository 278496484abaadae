import type { Page } from '@playwright/test'
import pg from 'pg'
import { starterLessons } from '#lib/law/lessons/starter-lessons'
import { mp4File, pngFile } from '#lib/testing/files'
import { createPractice, valueOf } from '#lib/testing/practice'
import { check, fitsTheScreen, leadersOf } from '../support/ai-systems.ts'
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
const text = (page: Page) => page.getByRole('textbox', { name: /^Text/ })

test('a starter lesson comes in, is changed, published again, and both versions stay @phone', async ({
  page,
  context,
}) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)
  await page.goto('/courses')
  await expect(page.getByRole('heading', { name: 'No course yet' })).toBeVisible()
  await check(page)
  await page.getByRole('link', { name: 'Look at the starter lessons' }).click()
  await expect(title(page)).toHaveText('Starter lessons')
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Take in what is ticked' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Tick at least one')
  const name = starterLessons[0]?.texts.en.title ?? ''
  await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Take in what is ticked' }).click()
  await flash(page, /^Took in 1 course\./)
  await check(page)
  await fitsTheScreen(page)

  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByText('Version 1 is taught since')).toBeVisible()
  await check(page)
  await fitsTheScreen(page)

  await page.getByRole('link', { name: 'Write' }).click()
  await expect(title(page)).toHaveText(`Write ${name}`)
  await check(page)
  await fitsTheScreen(page)
  const before = await text(page).inputValue()
  await text(page).fill(`${before}\n\n## Here\n\nAsk **Dana** at the front desk.`)
  await page.getByRole('button', { name: 'Save and preview' }).click()
  await flash(page, 'Saved. It is not published yet.')
  await expect(page.getByText('What is written now. It is not published')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Here', exact: true, level: 2 })).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { name: 'Here', exact: true })).toHaveCount(0)
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'es')

  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('link', { name: 'Publish…' }).click()
  await expect(page.getByText('English: 8 words added.')).toBeVisible()
  await check(page)
  await fitsTheScreen(page)
  await page.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Say in a few words what is different',
  )
  await page.getByLabel('What changed?').fill('Whom to ask here.')
  await page.getByRole('button', { name: 'Publish version 2' }).click()
  await flash(page, 'Published.')
  const versions = section(page, '2 versions')
  await expect(versions.getByRole('listitem')).toHaveCount(2)
  await expect(versions).toContainText('Whom to ask here.')
  await expect(versions).toContainText(/[0-9a-f]{64}/)
  await versions.getByRole('link', { name: 'Version 1' }).click()
  await expect(page.getByText(/^Version 1, published on .+ by /)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Here', exact: true })).toHaveCount(0)
  await page.goBack()
  await section(page, '2 versions').getByRole('link', { name: 'Version 2' }).click()
  await expect(page.getByRole('heading', { name: 'Here', exact: true })).toBeVisible()
  // Text that one reads standing up: 17 pixels at least.
  const size = await page
    .locator('.lesson')
    .evaluate((lesson) => Number.parseFloat(getComputedStyle(lesson).fontSize))
  expect(size).toBeGreaterThanOrEqual(17)
})

test('a course is written by hand, with questions and a picture', async ({ page, context }) => {
  const { officer } = await leadersOf(await createPractice(owner))
  await signIn(context, owner, officer)
  await page.goto('/courses/new')
  await page.getByLabel('Title').fill('Signs at the door')
  await page.getByRole('checkbox', { name: 'Front desk' }).check()
  await check(page)
  await page.getByRole('button', { name: 'Add course' }).click()
  await flash(page, 'Added CRS-001. Now write its text.')

  await text(page).fill('Look at the door each Monday.')
  await page.getByRole('button', { name: 'Add a question' }).click()
  await expect(page.getByRole('group', { name: 'Question 1' })).toBeVisible()
  const question = page.getByRole('group', { name: 'Question 1' })
  await question.getByLabel('What is asked?').fill('The sign is gone. What now?')
  await question.getByRole('button', { name: 'Take answer 3 away' }).click()
  await expect(question.getByLabel('Answer 3', { exact: false })).toHaveCount(0)
  await expect(question.getByLabel('What is asked?')).toHaveValue('The sign is gone. What now?')
  await question.getByRole('radio', { name: 'Answer 1 is right' }).check()
  for (const [at, words] of ['Hang a new one', 'Wait'].entries()) {
    await question.getByRole('textbox', { name: `Answer ${at + 1}`, exact: true }).fill(words)
    await question.getByRole('textbox', { name: `Why answer ${at + 1}` }).fill('Patients must see it.')
  }
  await check(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await flash(page, 'Saved.')

  await page.getByRole('link', { name: 'Add a file to the course' }).click()
  await page.getByLabel('What is it?').fill('The sign')
  const file = { name: 'sign.png', mimeType: 'image/png', buffer: pngFile(64) }
  await page.getByLabel('The file', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Add the file' }).click()
  await flash(page, 'Added the file.')
  await page.getByRole('link', { name: 'Write' }).click()
  await text(page).press('ControlOrMeta+End')
  await page.getByRole('button', { name: 'Put “The sign” into the text' }).click()
  await expect(text(page)).toHaveValue(
    /^Look at the door each Monday\.\n\n!\[The sign\]\(file:[0-9a-f-]{36}\)\n\n$/,
  )
  await page.getByRole('button', { name: 'Save and preview' }).click()
  const picture = page.getByRole('img', { name: 'The sign' })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(64)
  await check(page)

  // A second language begins with the questions of the first, and is asked for in full.
  await page.getByRole('link', { name: 'Write' }).click()
  await page.getByRole('link', { name: 'Add Español' }).click()
  await expect(page.getByText('The English text', { exact: true })).toBeVisible()
  await page.getByLabel('Title').fill('Letreros en la puerta')
  await text(page).fill('Mire la puerta cada lunes.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await flash(page, 'Saved.')
  await page.getByRole('link', { name: 'Signs at the door' }).click()
  await page.getByRole('link', { name: 'Publish…' }).click()
  await expect(page.getByText('3 things to mend first.')).toBeVisible()
  await page.getByRole('link', { name: 'Español: Question 1: nothing is asked.' }).click()
  await page.getByRole('button', { name: 'Leave this language out' }).click()
  await expect(page.getByRole('link', { name: 'Add Español' })).toBeVisible()
  await page.getByRole('link', { name: 'Signs at the door' }).click()
  await page.getByRole('link', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await flash(page, 'Published.')
  await expect(section(page, '1 version')).toContainText('The first one.')
})

test('the editor works without script', async ({ browser, baseURL }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const { addCourse } = await import('#lib/testing/courses')
  const id = await addCourse(officer)
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  await signIn(context, owner, officer)
  const page = await context.newPage()
  await page.goto(`/courses/${id}/lesson`)
  await text(page).fill('Typed without script.')
  await page.getByRole('button', { name: 'Add a question' }).click()
  await expect(page.getByRole('group', { name: 'Question 2' })).toBeVisible()
  await expect(text(page)).toHaveValue('Typed without script.')
  // The Enter key saves, and takes nothing away.
  await page.getByLabel('Title').press('Enter')
  await expect(page.getByRole('group', { name: 'Question 2' })).toBeVisible()
  await context.close()
})

test('an owner looks a course through without seeing the register', async ({ page, context }) => {
  const practice = await createPractice(owner)
  const { officer } = await leadersOf(practice)
  const nurse = await practice.actor('staff')
  const { addCourse, seenCourse } = await import('#lib/testing/courses')
  const { publishCourse } = await import('#lib/courses/lesson-commands')
  const id = await addCourse(officer, { ownerId: nurse.personId })
  await publishCourse(officer, await seenCourse(officer, id))
  await signIn(context, owner, nurse)
  await page.goto('/due')
  await page.getByRole('link', { name: /^Look it through/ }).click()
  await expect(page.getByText('Leave out who it is about.')).toBeVisible()
  await check(page)
  await page.getByLabel('Is it still right?').fill('Nothing to change.')
  await page.getByRole('button', { name: 'Record it' }).click()
  await flash(page, 'Recorded.')
  await expect(page.getByRole('link', { name: 'Courses' })).toHaveCount(0)
})

test('a video of a course is handed out part by part, as players ask for it', async ({ page, context }) => {
  const { officer } = await leadersOf(await createPractice(owner))
  const { addCourse } = await import('#lib/testing/courses')
  const { sendFile } = await import('#lib/testing/evidence')
  const id = await addCourse(officer)
  const film = mp4File()
  const { id: fileId } = valueOf(await sendFile(officer, id, film, { kind: 'course', name: 'film.mp4' }))
  await signIn(context, owner, officer)
  const ask = (range: string) => page.request.get(`/evidence/${fileId}/preview`, { headers: { range } })
  const part = await ask('bytes=4-11')
  expect(part.status()).toBe(206)
  expect(part.headers()).toMatchObject({
    'content-range': `bytes 4-11/${film.length}`,
    'content-type': 'video/mp4',
  })
  expect(await part.body()).toEqual(film.subarray(4, 12))
  expect((await ask(`bytes=${film.length}-`)).status()).toBe(416)
})
