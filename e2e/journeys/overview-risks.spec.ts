import type { Page } from '@playwright/test'
import pg from 'pg'
import { dayIn } from '#lib/base/days'
import { now } from '#lib/platform/clock'
import { fillWithAll } from '#lib/testing/many-records'
import { fillWithRisks } from '#lib/testing/many-risks'
import { fillWithRules } from '#lib/testing/many-rules'
import { createPractice } from '#lib/testing/practice'
import { axe } from '../support/axe.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

const ZONE = 'America/Chicago'

interface Figure {
  href: string
  number: number
}

/** Every link of the page that stands for a number, with that number: beside it in a row, or in its words. */
function figuresOn(page: Page): Promise<Figure[]> {
  return page.evaluate(() => {
    const numberIn = (text: string | null | undefined) =>
      Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', '') ?? Number.NaN)
    return [...document.querySelectorAll('main a[href]')].flatMap((link) => {
      const cell = link.closest('th[scope=row]')?.nextElementSibling
      const beside = cell && /^\d[\d,]*$/.test(cell.textContent.trim()) ? cell.textContent : null
      const number = numberIn(beside ?? (/^\d/.test(link.textContent) ? link.textContent : null))
      const href = link.getAttribute('href') ?? ''
      return Number.isNaN(number) ? [] : [{ href, number }]
    })
  })
}

/** How many rows the page behind each link says that it shows. */
function rowsBehind(page: Page, hrefs: readonly string[]): Promise<number[]> {
  return page.evaluate(async (wanted) => {
    const rowsOf = async (href: string) => {
      const text = await (await fetch(href)).text()
      const shown = new DOMParser().parseFromString(text, 'text/html')
      const requirements = shown.querySelectorAll('.requirement-rows > li').length
      if (requirements > 0) return requirements
      const says = [...shown.querySelectorAll('main *')].flatMap(
        ({ textContent }) =>
          /^([\d,]+)(?: of [\d,]+)? (?:risk|assessment)s?\b/.exec(textContent.trim())?.[1] ?? [],
      )
      return Number(says[0]?.replaceAll(',', '') ?? -1)
    }
    const found: number[] = []
    for (const href of wanted) found.push(await rowsOf(href))
    return found
  }, hrefs)
}

test('every number about risks and rules leads to as many rows', async ({ page, context }) => {
  const practice = await createPractice(owner, ZONE)
  const officer = await practice.actor('officer')
  const today = dayIn(ZONE, now())
  const sites = [practice.siteA, practice.siteB]
  const fill = { practiceId: practice.id, sites, people: [officer.personId, officer.personId], today }
  await fillWithAll(owner, fill)
  await fillWithRisks(owner, fill)
  await fillWithRules(owner, fill)
  await signIn(context, owner, officer)

  await page.goto('/overview')
  await page.getByRole('link', { name: 'Risks and rules' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^\d+ risks are open, \d+ beyond what the practice accepts$/,
  )
  await axe(page)
  const figures = await figuresOn(page)
  const parts = [
    '/risks?',
    '/assessments?',
    '/frameworks/nist-ai-rmf?show=none&in=',
    '/frameworks/hipaa-security?show=none',
  ]
  for (const part of parts)
    expect(figures.map(({ href }) => href).filter((href) => href.startsWith(part))).not.toEqual([])
  const rows = await rowsBehind(
    page,
    figures.map(({ href }) => href),
  )
  expect(figures.map(({ href }, at) => ({ href, number: rows[at] }))).toEqual(figures)

  const unscored = page.getByRole('link', { name: /^\d+ not scored$/ })
  const number = /\d+/.exec(await unscored.innerText())?.[0]
  await unscored.click()
  await expect(page.getByText(new RegExp(`^${number} of \\d+ risks`))).toBeVisible()
})
