import pg from 'pg'
import { createPractice } from '#lib/testing/practice'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

/** How far the lowest thing of the page ends above the bar; negative when the bar hides it. */
function roomAbove(bar: Element): number {
  const ends = [...document.querySelectorAll('main *')]
    .filter((part) => !bar.contains(part) && !part.contains(bar))
    .map((part) => part.getBoundingClientRect())
    .filter(({ height }) => height > 1)
    .map(({ bottom }) => bottom)
  return bar.getBoundingClientRect().top - Math.max(...ends)
}

for (const { form, path } of [
  { form: 'a new AI system', path: '/ai-systems/new' },
  { form: 'a new person', path: '/people/new' },
]) {
  test(`at the end of the form for ${form} the save bar hides nothing`, {
    tag: '@phone-only',
  }, async ({ page, context }) => {
    const practice = await createPractice(owner)
    await signIn(context, owner, await practice.actor('officer'))
    await page.goto(path)
    const bar = page.locator('form .form-actions-reach')
    await expect(bar).toHaveCSS('position', 'fixed')
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await expect
      .poll(() => bar.evaluate(roomAbove), { message: 'pixels between the last words and the bar' })
      .toBeGreaterThanOrEqual(8)
  })
}
