import { expect, type Page } from '@playwright/test'
import { axe } from '../support/axe.ts'

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }

/** Colours are all that changes between light and dark. */
const colours = ['color-contrast']

/** The first Tab reaches a link that leads past the navigation. */
async function skipLink(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const link = page.locator(':focus')
  await expect(link).toHaveAttribute('href', '#main')
  await expect(link).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await page.keyboard.press('Tab')
  const inside = await page.evaluate(() => document.querySelector('#main')?.contains(document.activeElement))
  expect(inside, 'after the skip link, Tab goes on inside the main content').toBe(true)
}

/** What only shows when it is asked for is looked at too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

async function fitsThePhone(page: Page): Promise<void> {
  const overhang = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return []
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      )
      return [`${scrollWidth} px`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))]
    })
  // A chart takes a moment to follow the window.
  await expect.poll(overhang, { message: 'scrolls sideways', timeout: 5_000 }).toEqual([])
}

/** The words of a state stay on their ground, and so beside their neighbour. */
async function statesFit(page: Page): Promise<void> {
  const wide = await page
    .locator('.badge')
    .evaluateAll((badges) =>
      badges.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
    )
  expect(wide, 'states that are wider than their place').toEqual([])
}

/** Everything that must hold for any page, at both sizes and in both colours, in one visit. */
export async function look(page: Page, path: string, { status = 200, skips = true } = {}): Promise<void> {
  await page.setViewportSize(WIDE)
  await page.emulateMedia({ colorScheme: 'light' })
  const answer = await page.goto(path)
  expect(answer?.status()).toBe(status)
  expect(new URL(page.url()).pathname, 'is not sent elsewhere').toBe(new URL(path, page.url()).pathname)
  await expect(page).toHaveTitle(/^\S.+ · Plumbline$/)
  await expect(page.locator('h1')).toHaveCount(1)
  await axe(page)
  if (skips) await skipLink(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page, colours)
  await unfold(page)
  await page.setViewportSize(PHONE)
  await fitsThePhone(page)
  await statesFit(page)
  await axe(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await axe(page, colours)
}
