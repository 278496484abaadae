import type { Page } from '@playwright/test'
import pg from 'pg'
import { dayIn } from '#lib/base/days'
import { recordLeave } from '#lib/flows/hand-over-leaver'
import { createPerson } from '#lib/people/commands'
import { now } from '#lib/platform/clock'
import { seal } from '#lib/platform/secret-box'
import { registry } from '#lib/registry'
import { valueOf } from '#lib/testing/practice'
import { demoPractice } from '../support/demo.ts'
import { canaryPractice } from '../support/practice.ts'
import { routesIn } from '../support/routes.ts'
import { adoptServer, sessionCookie, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'
import { look } from './look.ts'
import { pages } from './pages.ts'
import type { Ids, Opener } from './visit.ts'

adoptServer()
test.describe.configure({ mode: 'parallel', timeout: 120_000 })

let owner: pg.Pool
let ids: Ids
let sign: Record<Opener, (page: Page) => Promise<void>>

test.beforeAll(async () => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
  const demo = await demoPractice(owner)
  const canary = await canaryPractice(owner)
  const { officer } = canary
  await owner.query(
    `UPDATE "Account" SET "totpConfirmedAt" = now(), "totpSecret" = 'sealed' WHERE "personId" = $1`,
    [officer.personId],
  )
  const facts = { name: 'Robin Former', email: '', jobTitle: '', staffNumber: '', startedOn: '', siteIds: [] }
  const { id: leaverId } = valueOf(await createPerson(officer, facts))
  const lastDay = dayIn(officer.timeZone, now())
  valueOf(await recordLeave(officer, { id: leaverId, version: 1, lastDay, reason: 'Moved away' }))
  const { imports } = registry.person
  const content = new TextEncoder().encode('Name\nJordan Sample\nCasey Sample')
  const { id: appliedId } = valueOf(await imports.upload(officer, { fileName: 'staff.csv', content }))
  valueOf(await imports.check(officer, { id: appliedId }))
  valueOf(await imports.start(officer, { id: appliedId }))
  const applied = async () =>
    (await owner.query('SELECT 1 FROM "ImportBatch" WHERE id = $1 AND state = $2', [appliedId, 'applied']))
      .rowCount
  await expect.poll(applied, { timeout: 30_000 }).toBe(1)
  ids = {
    demo: demo.ids,
    other: {
      ...canary.ids,
      leaverId,
      appliedId,
      linkPath: canary.linkPath,
      guestPath: `/questionnaire/${canary.guestToken}`,
    },
  }

  const waiting = (stage: 'second-factor' | 'enrol') => async (page: Page) => {
    const [name = '', value = ''] = (await sessionCookie(owner, officer, { stage })).split('=')
    await page.context().addCookies([{ name, value, url: process.env.E2E_BASE_URL ?? '' }])
  }
  sign = {
    nobody: () => Promise.resolve(),
    demo: (page) => signIn(page.context(), owner, demo.officer),
    other: async (page) => {
      await signIn(page.context(), owner, officer)
      const codes = ['aaaa-bbbb-cccc', 'dddd-eeee-ffff'].join(' ')
      const value = seal(codes, `plumbline-codes ${officer.personId}`)
      await page
        .context()
        .addCookies([{ name: 'plumbline-codes', value, url: process.env.E2E_BASE_URL ?? '' }])
    },
    asked: waiting('second-factor'),
    enrolling: waiting('enrol'),
  }
})
test.afterAll(() => owner.end())

test('every page of the application is looked at', () => {
  expect(Object.keys(pages).sort()).toEqual(routesIn('page.tsx'))
})

/** In a few tests rather than one for each page: a browser that has the scripts already is much faster. */
const GROUPS = 9
const openers: Opener[] = ['demo', 'other', 'nobody', 'asked', 'enrolling']
const visits = openers.flatMap((who) => {
  const found = Object.values(pages)
    .flat()
    .filter((visit) => visit.who === who)
  const groups = who === 'demo' ? GROUPS : 1
  return Array.from({ length: groups }, (_, group) => ({
    who,
    group,
    found: found.filter((_, index) => index % groups === group),
  }))
})

/** Pages without a navigation need no link past it. */
const insideTheFrame = (who: Opener, path: string) =>
  (who === 'demo' || who === 'other') && !path.startsWith('/sign-in')

for (const { who, group, found } of visits)
  test(`pages as ${who}, part ${group + 1}: no finding, no error, no foreign request, fit for a phone`, async ({
    page,
  }) => {
    await sign[who](page)
    for (const { at } of found) {
      const path = at(ids)
      await test.step(path, async () => {
        const failed = await look(page, path, { skips: insideTheFrame(who, path) }).catch(
          (error: Error) => error,
        )
        // All pages are looked at, whatever one of them shows.
        expect.soft(failed?.message ?? '', path).toBe('')
      })
    }
  })

test.describe('what does not exist', () => {
  test.use({ expectedProblems: [/status of 404/] })

  test('has a page of its own, inside and outside', async ({ page }) => {
    await look(page, '/nothing-here', { status: 404, skips: false })
    await sign.demo(page)
    await look(page, '/ai-systems/00000000-0000-7000-8000-000000000000', { status: 404 })
    await look(page, '/nothing-here', { status: 404, skips: false })
  })
})
