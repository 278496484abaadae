import pg from 'pg'
import { addCourse } from '#lib/testing/courses'
import { sendFile } from '#lib/testing/evidence'
import { mp4File } from '#lib/testing/files'
import { createPractice, valueOf } from '#lib/testing/practice'
import { check, leadersOf } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

test('publishing tells of a video without captions, and with them the lesson plays them', async ({
  page,
  context,
}) => {
  const { officer } = await leadersOf(await createPractice(owner))
  const id = await addCourse(officer)
  const add = async (name: string, title: string, bytes: Buffer) =>
    valueOf(await sendFile(officer, id, bytes, { kind: 'course', name, title })).id
  const film = await add('film.mp4', 'The film', mp4File())
  const words = Buffer.from('WEBVTT\n\n00:00.000 --> 00:09.000\nHello.\n')
  const captions = await add('film.vtt', 'Captions in English', words)
  await signIn(context, owner, officer)
  const write = async (body: string) => {
    await page.goto(`/courses/${id}/lesson`)
    await page.getByRole('textbox', { name: /^Text/ }).fill(body)
    await page.getByRole('button', { name: 'Save and preview' }).click()
    await expect(page).toHaveURL(/preview/)
  }

  await write(`Look at this.\n\n![The film](file:${film})`)
  await page.goto(`/courses/${id}/publish`)
  await expect(page.getByText('1 video without captions or a written version')).toBeVisible()
  await check(page)

  await write(`Look at this.\n\n![The film](file:${film})\n\n![English](file:${captions})`)
  const track = page.locator('video track[kind="captions"]')
  await expect(track).toHaveAttribute('label', 'English')
  const href = (await track.getAttribute('src')) ?? ''
  const answer = await page.request.get(href)
  expect(await answer.body()).toEqual(words)
  await page.goto(`/courses/${id}/publish`)
  await expect(page.getByText('without captions')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Publish version/ })).toBeVisible()
})
