import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { giveAccount, PASSWORD } from '#lib/testing/accounts'
import { createPractice } from '#lib/testing/practice'
import { type CanaryPractice, canaryPractice, tellTale } from '../support/practice.ts'
import { adoptServer, type SessionAge, sessionCookie, signIn } from '../support/sign-in.ts'
import { controlForms } from './control-forms.ts'
import { courseForms } from './course-forms.ts'
import { riskForms } from './risk-forms.ts'
import { trainingForms } from './training-forms.ts'

// Real requests of the officer's own forms are caught before they are sent and then sent by others, with other cookies
// and from other pages. That the officer's own sending works shows that they were refused for who sent them.

adoptServer()

interface Caught {
  path: string
  headers: Record<string, string>
  body: Buffer
}

let owner: pg.Pool
let canary: CanaryPractice
let outsider: Awaited<ReturnType<CanaryPractice['practice']['actor']>>

test.beforeAll(async () => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
  canary = await canaryPractice(owner)
  outsider = await (await createPractice(owner)).actor('officer')
  await giveAccount(owner, outsider)
})
test.afterAll(() => owner.end())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click()

/** Each form: where it is, and how it is filled in and sent. */
const forms: Record<
  string,
  { at: (ids: CanaryPractice['ids']) => string; send: (page: Page) => Promise<void> }
> = {
  // First: what is decided about somebody who works here, before 'a leaver' says that they left.
  ...trainingForms,
  'the facts of an AI system': {
    at: ({ systemId }) => `/ai-systems/${systemId}/edit`,
    send: async (page) => {
      await page.getByLabel('Vendor').fill('Forged')
      await press(page, 'Save')
    },
  },
  'a move in the life of an AI system': {
    at: ({ systemId }) => `/ai-systems/${systemId}/move/retired`,
    send: async (page) => {
      await page.getByLabel('Why?').fill('Forged reason')
      await press(page, /^(Decline|Retire)/)
    },
  },
  'a review': {
    at: ({ systemId }) => `/ai-systems/${systemId}/record/review`,
    send: async (page) => {
      await page.getByLabel('What did you find?').fill('Forged finding')
      await press(page, 'Record it')
    },
  },
  'a patient data flow': {
    at: ({ systemId, flowId }) => `/ai-systems/${systemId}/flows/${flowId}`,
    send: async (page) => {
      await page.getByLabel('Where does it go?').fill('Forged place')
      await press(page, 'Save')
    },
  },
  'a role': {
    at: ({ personId }) => `/people/${personId}/roles`,
    send: async (page) => {
      await page.getByLabel('Compliance officer').check()
      await page.getByLabel('Everywhere').check({ force: true })
      await press(page, 'Give the role')
    },
  },
  'a link that lets somebody in': {
    at: ({ personId }) => `/people/${personId}/sign-in`,
    send: (page) => press(page, /invitation link/),
  },
  'a leaver': {
    at: ({ personId }) => `/people/${personId}/leave`,
    send: async (page) => {
      await page.getByLabel('Reason').fill('Forged reason')
      await press(page, 'Record that they left')
    },
  },
  'a site': {
    at: ({ siteId }) => `/settings/sites/${siteId}`,
    send: async (page) => {
      await page.getByLabel('Name').fill('Forged site')
      await press(page, 'Save')
    },
  },
  'the rules of signing in': {
    at: () => '/settings/security',
    send: async (page) => {
      await page.getByLabel(/^Minutes without use/).fill('60')
      await press(page, 'Save')
    },
  },
  ...controlForms,
  ...courseForms,
  ...riskForms,
}

/** Fills in the form as the officer and keeps the request instead of sending it. */
async function caught(page: Page, path: string, send: (page: Page) => Promise<void>): Promise<Caught> {
  await page.goto(path)
  const request = new Promise<Caught>((resolve) => {
    void page.route('**/*', async (route) => {
      const asked = route.request()
      if (asked.method() !== 'POST' || !asked.headers()['next-action']) return route.continue()
      const { cookie: _, origin: __, referer: ___, ...headers } = await asked.allHeaders()
      const kept = Object.entries(headers).filter(([name]) => /^(next-|content-type|accept$)/.test(name))
      resolve({ path, headers: Object.fromEntries(kept), body: asked.postDataBuffer() ?? Buffer.alloc(0) })
      return route.abort()
    })
  })
  await send(page)
  return request
}

/** A digest of everything that belongs to the practice, but for when somebody was last seen. */
async function state(): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'practiceId' AND table_name <> 'Session' ORDER BY 1`,
  )
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS digest FROM "${name}" t WHERE "practiceId" = $1`,
  )
  const practice = `SELECT 'Practice', md5(t::text) FROM "Practice" t WHERE id = $1`
  const { rows } = await owner.query([...parts, practice].join(' UNION ALL '), [canary.practice.id])
  return JSON.stringify(rows)
}

async function post(
  request: APIRequestContext,
  { path, headers, body }: Caught,
  cookie: string,
  origin: string | null,
): Promise<string> {
  const answer = await request.post(path, {
    headers: { ...headers, cookie, ...(origin === null ? {} : { origin }) },
    data: body,
    maxRedirects: 0,
  })
  return answer.text()
}

/** Sessions that were good once. */
const worn: Record<string, SessionAge> = {
  'an expired session': { expiresMinutes: -1 },
  'a session that was ended': { ended: true },
  'a session that nobody used for too long': { lastSeenMinutes: -61 },
  'a session that still waits for the second factor': { stage: 'second-factor' },
  'a session that must set up a second factor first': { stage: 'enrol' },
}

for (const [form, { at, send }] of Object.entries(forms))
  test(`${form}: nobody sends it but its officer from its own page`, async ({
    page,
    context,
    request,
    baseURL,
  }) => {
    const { officer, staff, auditor, otherLead } = canary
    await signIn(context, owner, officer)
    const sent = await caught(page, at(canary.ids), send)
    await context.close()
    const here = baseURL ?? ''
    const before = await state()
    const unchanged = async (who: string) => expect(await state(), who).toBe(before)

    await post(request, sent, '', here)
    await unchanged('nobody')
    for (const [who, age] of Object.entries(worn)) {
      await post(request, sent, await sessionCookie(owner, officer, age), here)
      await unchanged(who)
    }
    for (const [who, actor] of Object.entries({ outsider, staff, auditor, otherLead })) {
      const answer = await post(request, sent, await sessionCookie(owner, actor), here)
      await unchanged(who)
      // What somebody sent is told back to them.
      for (const word of Object.values(tellTale))
        if (who === 'outsider' && !sent.body.includes(word)) expect(answer).not.toContain(word)
    }
    const cookie = await sessionCookie(owner, officer)
    for (const origin of ['https://evil.example', 'http://localhost:1', 'null']) {
      await post(request, sent, cookie, origin)
      await unchanged(`the officer’s browser on a page of ${origin}`)
    }
    await post(request, sent, cookie, here)
    expect(await state(), 'the officer').not.toBe(before)
  })

test('route handlers answer no other page and no worn session', async ({ request, baseURL }) => {
  const { staff, officer, ids } = canary
  const [here, json, multipart] = [baseURL ?? '', 'application/json', 'multipart/form-data; boundary=x']
  const packagePath = `/courses/${ids.courseId}/package/upload?language=en&version=1`
  const draft = JSON.stringify({ form: 'ai-system/new', basis: '', values: { name: ['Forged'] } })
  const answer = JSON.stringify([{ question: 'rmf-map-1-1', answer: 'no', note: '', seen: '' }])
  const file =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nName\r\nForged\r\n--x--\r\n'
  const calls = [
    { method: 'PUT', path: '/api/drafts', body: draft, type: json, refused: 401 },
    { method: 'DELETE', path: '/api/drafts?form=ai-system/new', refused: 401 },
    { method: 'POST', path: '/api/session', refused: 401 },
    { method: 'POST', path: `/assessments/${ids.assessmentId}/save`, body: answer, type: json, refused: 401 },
    { method: 'POST', path: `/training/take/${ids.takeId}/package`, body: '{}', type: json, refused: 401 },
    ...['/import/upload?kind=person', '/frameworks/own/upload', packagePath].map((path) => ({
      ...{ method: 'POST', path, body: file, refused: 303 },
      type: multipart,
    })),
  ]
  const before = await state()
  const cookie = await sessionCookie(owner, officer)
  for (const { method, path, body, type, refused } of calls) {
    const call = async (cookie: string, origin?: string) => {
      const headers = { cookie, ...(type ? { 'content-type': type } : {}), ...(origin ? { origin } : {}) }
      return (await request.fetch(path, { method, headers, data: body ?? '', maxRedirects: 0 })).status()
    }
    for (const origin of ['https://evil.example', 'http://localhost:1', 'null', undefined])
      expect(await call(cookie, origin), `${method} ${path} from ${origin}`).toBe(403)
    for (const [who, age] of Object.entries(worn))
      expect(await call(await sessionCookie(owner, officer, age), here), `${method} ${path}: ${who}`).toBe(
        refused,
      )
    expect(await call('', here), `${method} ${path}: nobody`).toBe(refused)
  }
  expect(await state()).toBe(before)
  for (const path of ['/import/upload?kind=person', packagePath]) {
    const headers = { origin: here, cookie: await sessionCookie(owner, staff), 'content-type': multipart }
    const answer = await request.post(path, { headers, data: file, maxRedirects: 0 })
    expect(answer.status(), `staff bring in nothing at ${path}`).toBe(404)
  }
  expect(ids.batches).not.toEqual({})
  expect(await state()).toBe(before)
})

test('a page elsewhere cannot sign somebody out', async ({ request, baseURL }) => {
  const cookie = await sessionCookie(owner, canary.staff)
  const page = () => request.get('/account', { headers: { cookie }, maxRedirects: 0 })
  for (const method of ['POST', 'DELETE']) {
    const path = method === 'POST' ? '/sign-out' : '/api/session'
    const from = (origin: string) =>
      request.fetch(path, { method, headers: { cookie, origin }, maxRedirects: 0 })
    expect((await from('https://evil.example')).status()).toBe(403)
    expect((await page()).status()).toBe(200)
    if (method === 'POST') continue
    expect((await from(baseURL ?? '')).status()).toBe(204)
    expect((await page()).status()).toBe(307)
  }
})

test('rights that are taken away are gone with the next request', async ({ request }) => {
  const actor = await canary.practice.actor('auditor')
  await giveAccount(owner, actor)
  const cookie = await sessionCookie(owner, actor)
  const status = async (path: string) =>
    (await request.get(path, { headers: { cookie }, maxRedirects: 0 })).status()
  expect(await status('/ai-systems')).toBe(200)
  await owner.query(`UPDATE "RoleAssignment" SET until = current_date - 2 WHERE "personId" = $1`, [
    actor.personId,
  ])
  expect(await status('/ai-systems')).toBe(404)
  await owner.query(`UPDATE "RoleAssignment" SET until = NULL WHERE "personId" = $1`, [actor.personId])
  expect(await status('/ai-systems')).toBe(200)
  await owner.query(`UPDATE "Person" SET active = false, "leftOn" = current_date WHERE id = $1`, [
    actor.personId,
  ])
  expect(await status('/ai-systems')).toBe(307)
})

test('a cookie that was not made here, or was made for another installation, opens nothing', async ({
  request,
}) => {
  const good = await sessionCookie(owner, canary.officer)
  const { rows } = await owner.query<{ tokenHash: string }>('SELECT "tokenHash" FROM "Session" LIMIT 1')
  const forged = [
    good.slice(0, -4),
    `plumbline-session=${rows[0]?.tokenHash}`,
    `plumbline-session=${PASSWORD}`,
    'plumbline-session=eyJhbGciOiJub25lIn0.eyJzaWQiOiIxIn0.',
  ]
  for (const cookie of forged) {
    const answer = await request.get('/account', { headers: { cookie }, maxRedirects: 0 })
    expect(answer.status(), cookie).toBe(307)
  }
})
