import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { giveAccount } from '#lib/testing/accounts'
import { createPractice } from '#lib/testing/practice'
import {
  type CanaryPractice,
  canaryPractice,
  tellTale,
  tellTaleReference,
  unknownToken,
} from '../support/practice.ts'
import { askForPageAlone, routesIn } from '../support/routes.ts'
import { adoptServer, sessionCookie } from '../support/sign-in.ts'
import { matrix } from './matrix.ts'
import { type Answer, type Row, type Visitor, visitors } from './row.ts'

adoptServer()
// More than 200 addresses for each visitor.
test.describe.configure({ timeout: 180_000 })

let owner: pg.Pool
let canary: CanaryPractice
let cookies: Record<Visitor, string>

test.beforeAll(async () => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
  canary = await canaryPractice(owner)
  const outsider = await (await createPractice(owner)).actor('officer')
  await giveAccount(owner, outsider)
  const { officer, auditor, staff, otherLead } = canary
  const cookie = (actor: typeof officer) => sessionCookie(owner, actor)
  cookies = {
    anonymous: '',
    staff: await cookie(staff),
    auditor: await cookie(auditor),
    otherLead: await cookie(otherLead),
    outsider: await cookie(outsider),
    officer: await cookie(officer),
  }
})
test.afterAll(() => owner.end())

type Headers = Record<string, string>

/**
 * As a browser asks for a page, and as Next's router asks: for all of it, for the page without the layouts around it, and
 * ahead of a click.
 */
function waysTo(route: string, path: string): Record<string, Headers> {
  const alone = askForPageAlone(route, path)
  if (!alone) return { file: {} }
  return {
    page: { accept: 'text/html' },
    payload: { rsc: '1' },
    'page alone': { rsc: '1', 'next-router-state-tree': alone },
    prefetch: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' },
  }
}

/** One answer, after the step to the address under which Next keeps a payload. */
async function ask(request: APIRequestContext, path: string, headers: Headers): Promise<APIResponse> {
  const answer = await request.get(path, { headers, maxRedirects: 0 })
  const to = answer.headers()['location']
  return headers['rsc'] && to?.includes('_rsc') ? request.get(to, { headers, maxRedirects: 0 }) : answer
}

/** Where an answer leads to, without what Next adds to the address of a payload. */
function target(answer: APIResponse): string | undefined {
  const location = answer.headers()['location']
  if (!location) return undefined
  const url = new URL(location, 'http://here')
  url.searchParams.delete('_rsc')
  return `${url.pathname}${url.search}`
}

function expectAnswer(answer: APIResponse, expected: Answer, path: string, what: string): void {
  if (expected === 'in') expect(target(answer), what).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  else if (typeof expected === 'string' && expected.startsWith('/'))
    expect(target(answer), what).toBe(expected)
  else expect(answer.status(), what).toBe(expected === 'ok' ? 200 : expected === 'none' ? 404 : expected)
}

/** What of the first practice somebody must not read there. */
function hiddenFrom(visitor: Visitor, path: string): (string | RegExp)[] {
  const { practice, ids, officer, auditor, staff, otherLead } = canary
  if (visitor === 'officer') return []
  // That a view was saved stands in the trail, with its name.
  if (visitor === 'auditor')
    return path.startsWith('/audit-trail') ? [tellTale.draft] : [tellTale.draft, tellTale.view]
  const notForLeads = [tellTale.site, tellTale.draft, tellTale.view]
  if (visitor === 'otherLead') return notForLeads
  if (visitor === 'staff') return [...notForLeads, tellTale.vendor]
  const { batches, ...rest } = ids
  const people = [officer, auditor, staff, otherLead]
  return [
    ...Object.values(tellTale),
    tellTaleReference,
    '@quetzalite.example',
    practice.id,
    practice.siteB,
    ...Object.values({ ...rest, ...batches }),
    ...people.map(({ personId }) => personId),
  ]
}

/** The text of an answer; spreadsheets with their parts unpacked are asked for as CSV, so this is all there is. */
function leaks(body: string, path: string, visitor: Visitor): (string | RegExp)[] {
  // An address that somebody asks for is told back to them.
  const ownWords = decodeURIComponent(path).split(/[/?&=:]/)
  return hiddenFrom(visitor, path).filter((word) =>
    typeof word === 'string' ? !ownWords.includes(word) && body.includes(word) : word.test(body),
  )
}

async function check(request: APIRequestContext, route: string, row: Row, visitor: Visitor): Promise<void> {
  const cell = row.answers[visitors.indexOf(visitor)] ?? 'none'
  const told = new Set<string>()
  for (const path of row.at(canary)) {
    for (const [way, headers] of Object.entries(waysTo(route, path))) {
      const answer = await ask(request, path, { ...headers, cookie: cookies[visitor] })
      const body = await answer.text()
      const what = `${visitor} at ${path} (${way})`
      // A payload says inside that it leads elsewhere.
      if (!headers['rsc']) expectAnswer(answer, typeof cell === 'function' ? cell(path) : cell, path, what)
      expect(leaks(body, path, visitor), what).toEqual([])
      if (body.includes(tellTale.site) || body.includes(tellTale.vendor)) told.add(way)
    }
  }
  // Else the others' not seeing it would prove nothing.
  if (visitor === 'officer' && row.tells)
    expect([...told], route).toEqual(expect.arrayContaining(tellingWays(route)))
}

const tellingWays = (route: string) =>
  askForPageAlone(route, route) ? ['page', 'payload', 'page alone'] : ['file']

test('every route of the application has a row, and every row a route', () => {
  expect(Object.keys(matrix).sort()).toEqual([...routesIn('page.tsx'), ...routesIn('route.ts')].sort())
})

for (const visitor of visitors)
  test(`what ${visitor} gets at every route`, async ({ playwright, baseURL }) => {
    const request = await playwright.request.newContext({ baseURL })
    const rows = Object.entries(matrix)
    const faults: string[] = []
    // A few at once: the server answers them side by side anyway.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let row = rows.shift(); row; row = rows.shift())
          await check(request, row[0], row[1], visitor).catch((error: Error) => faults.push(error.message))
      }),
    )
    await request.dispose()
    expect(faults.join('\n\n')).toBe('')
  })

test('a link is for whoever holds it: it names its person, and another token names nobody', async ({
  request,
}) => {
  const with_ = await (await request.get(canary.linkPath)).text()
  expect(with_).toContain(`${tellTale.site} Person`)
  expect(tellTaleReference.test(with_)).toBe(false)
  const without = await (await request.get(`/link/${unknownToken()}`)).text()
  for (const word of Object.values(tellTale)) expect(without).not.toContain(word)
})
