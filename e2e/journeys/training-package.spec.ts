import type { Page } from '@playwright/test'
import pg from 'pg'
import { packageCourse } from '#lib/testing/course-packages'
import { closeSpools } from '#lib/testing/evidence'
import { packageOf } from '#lib/testing/packages'
import { createPractice, valueOf } from '#lib/testing/practice'
import { assignmentOf, campaignFacts } from '#lib/testing/training'
import { createCampaign } from '#lib/training/commands'
import { check, fitsTheScreen } from '../support/ai-systems.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

let owner: pg.Pool

test.beforeAll(() => {
  adoptServer()
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(async () => {
  await closeSpools()
  await owner.end()
})
// Whatever plays is asked for at the second address, and at no other.
const packages = process.env.E2E_PACKAGES_URL ?? 'http://none.example'
const played = new RegExp(`^request to another host: ${packages}/`)
test.use({ expectedProblems: [played] })

/** How packages look for what they report to: up through the windows, as SCORM says. */
const search = (name: string) =>
  `function find(win) { for (let n = 0; n < 10 && !win.${name} && win.parent !== win; n++) win = win.parent; return win.${name} }`

const old = packageOf(
  { mastery: 80 },
  {
    'index.html': `<!doctype html><title>Part</title><script src="js/run.js"></script><p id="who"></p><button onclick="half()">Half</button><button onclick="done()">Done</button>
<script>who.textContent = api.LMSGetValue('cmi.core.student_name') + ' at ' + (api.LMSGetValue('cmi.core.lesson_location') || 'the start')</script>`,
    'js/run.js': `${search('API')}
const api = find(window); api.LMSInitialize('')
function half() { api.LMSSetValue('cmi.core.lesson_location', 'page 2'); api.LMSSetValue('cmi.core.lesson_status', 'incomplete'); api.LMSCommit('') }
function done() { api.LMSSetValue('cmi.core.score.raw', '90'); api.LMSSetValue('cmi.core.lesson_status', 'passed'); api.LMSFinish('') }`,
  },
)
const newer = packageOf(
  { version: '2004', href: 'a b/start.html?x=1', title: 'Newer' },
  {
    'a b/start.html': `<!doctype html><title>Part</title><p id="who"></p><button onclick="say('0.2')">Badly</button><button onclick="say('0.95')">Well</button>
<script>${search('API_1484_11')}
const api = find(window); api.Initialize('')
who.textContent = api.GetValue('cmi.learner_name') + ' ' + location.search
function say(scaled) { api.SetValue('cmi.score.scaled', scaled); api.SetValue('cmi.completion_status', 'completed'); api.SetValue('cmi.success_status', 'unknown'); api.SetValue('cmi.suspend_data', scaled); api.Commit('') }</script>`,
  },
)

const inside = (page: Page) => page.frameLocator('.package-frame iframe').frameLocator('iframe')
const goOn = (page: Page) => page.getByRole('button', { name: 'I am done with it: go on' })
const told = (page: Page, text: string | RegExp) =>
  expect(page.locator('.package-below [role=status]')).toContainText(text)

async function assigned(bytes: Uint8Array) {
  const practice = await createPractice(owner)
  const officer = await practice.actor('officer')
  const nurse = await practice.actor('staff', [practice.siteA])
  const { courseId } = await packageCourse(owner, officer, bytes)
  const campaign = valueOf(await createCampaign(officer, campaignFacts(officer, courseId)))
  return { officer, nurse, id: await assignmentOf(owner, campaign.id, nurse.personId), courseId }
}

async function sign(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('This is true, and I sign it.').check()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed. Thank you.')
}

test('an officer puts a package into a lesson, tries it, and publishes it', async ({ page, context }) => {
  const { officer, courseId } = await assigned(newer)
  await signIn(context, owner, officer)
  await page.goto(`/courses/${courseId}/lesson`)
  await page.getByRole('link', { name: 'Change the package' }).click()
  await check(page)
  await fitsTheScreen(page)
  const choose = (name: string, buffer: Uint8Array) =>
    page
      .getByLabel('The package', { exact: false })
      .first()
      .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(buffer) })
  const flash = (text: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
  await choose('course.zip', Buffer.from('no zip'))
  await page.getByRole('button', { name: 'Add the package' }).click()
  await flash(/no zip/)
  await choose('course.zip', old)
  await page.getByRole('button', { name: 'Add the package' }).click()
  await flash('Added the package “Phishing & you” (SCORM 1.2). It is not published yet.')
  await expect(page.getByText('80 of 100 points')).toBeVisible()
  await page.goto(`/courses/${courseId}/preview`)
  await expect(inside(page).locator('#who')).toHaveText(`${officer.name} at the start`)
  await inside(page).getByRole('button', { name: 'Done' }).click()
  await told(page, 'with 90 of 100 points')
  await check(page)
  await fitsTheScreen(page)
  // A try keeps nothing.
  await page.reload()
  await expect(inside(page).locator('#who')).toHaveText(`${officer.name} at the start`)
  await page.goto(`/courses/${courseId}/publish`)
  await expect(page.getByText('another package')).toBeVisible()
  await page.getByLabel('What changed?').fill('Another package')
  await page.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(page.getByText('Version 2 is taught since')).toBeVisible()
  await page.goto(`/courses/${courseId}/package`)
  await page.getByRole('button', { name: 'Take it out' }).click()
  await flash('Taken out of the draft.')
})

test('somebody plays a SCORM 1.2 package, goes on where they were, and signs', {
  tag: '@phone',
}, async ({ page, context }) => {
  const { nurse, id } = await assigned(old)
  await signIn(context, owner, nurse)
  await page.goto(`/training/take/${id}`)
  await expect(inside(page).locator('#who')).toHaveText(`${nurse.name} at the start`)
  await expect(goOn(page)).toBeDisabled()
  await told(page, 'Go through the training above')
  await check(page)
  await fitsTheScreen(page)
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/package') && answer.ok())
  await inside(page).getByRole('button', { name: 'Half' }).click()
  await saved
  await page.reload()
  await expect(inside(page).locator('#who')).toHaveText(`${nurse.name} at page 2`)
  await expect(goOn(page)).toBeDisabled()
  await inside(page).getByRole('button', { name: 'Done' }).click()
  await told(page, 'with 90 of 100 points')
  await goOn(page).click()
  await sign(page, nurse.name)
  await page.getByRole('link', { name: 'Your copy of it' }).click()
  await expect(page.getByText('passed, 90 of 100 points')).toBeVisible()
  await check(page)
})

test('somebody plays a SCORM 2004 package, with too few points first', async ({ page, context }) => {
  const { nurse, id } = await assigned(newer)
  await signIn(context, owner, nurse)
  await page.goto(`/training/take/${id}`)
  await expect(inside(page).locator('#who')).toHaveText(`${nurse.name} ?x=1`)
  await inside(page).getByRole('button', { name: 'Badly' }).click()
  await told(page, 'It takes 80')
  await expect(goOn(page)).toBeDisabled()
  await inside(page).getByRole('button', { name: 'Well' }).click()
  await told(page, 'with 95 of 100 points')
  await goOn(page).click()
  await sign(page, nurse.name)
})

test.describe('a package that means harm', () => {
  // Each of these is the browser refusing it.
  test.use({
    // One expression: Playwright takes a list of several for a fixture with its options.
    expectedProblems: [
      new RegExp(
        [
          played.source,
          String.raw`content security policy: connect-src blocked`,
          String.raw`Content Security Policy|violates the following`,
          String.raw`Unsafe attempt to initiate navigation|is sandboxed`,
          String.raw`^uncaught: SecurityError`,
          String.raw`request to another host: https://elsewhere\.example`,
          String.raw`Failed to (?:fetch|load resource)|A bad HTTP response code \(404\)|X-Frame-Options|frame-ancestors|Refused to`,
        ].join('|'),
      ),
    ],
  })

  test('reaches neither Plumbline nor its page nor the internet', async ({ page, context, baseURL }) => {
    const evil = packageOf(
      {},
      {
        'index.html': `<!doctype html><title>Part</title><p id="said"></p><script>
const app = ${JSON.stringify(baseURL)}
const attempt = async (name, work) => { let said; try { said = String(await work()) } catch (error) { said = 'refused' } document.querySelector('#said').textContent += name + ': ' + said + '. ' }
void (async () => {
  await attempt('fetch', () => fetch(app + '/api/health', { credentials: 'include' }))
  await attempt('blind', () => fetch(app + '/api/drafts', { method: 'PUT', mode: 'no-cors', credentials: 'include', body: '{}' }))
  await attempt('internet', () => fetch('https://elsewhere.example/'))
  await attempt('document', () => parent.parent.document.title)
  await attempt('storage', () => parent.parent.localStorage.length)
  await attempt('worker', () => navigator.serviceWorker.register('sw.js'))
  await attempt('cookie', () => document.cookie.includes('session') ? 'seen' : Promise.reject())
  await attempt('top', () => { top.location.href = app + '/sign-in'; return 'asked' })
  await attempt('end', () => 'reached')
})()
</script>`,
        'sw.js': '',
      },
    )
    const { nurse, id } = await assigned(evil)
    await signIn(context, owner, nurse)
    await page.goto(`/training/take/${id}`)
    await expect(inside(page).locator('#said')).toContainText('end: reached')
    const said = await inside(page).locator('#said').textContent()
    for (const name of ['fetch', 'blind', 'internet', 'document', 'storage', 'worker', 'cookie'])
      expect(said).toContain(`${name}: refused.`)
    expect(new URL(page.url()).pathname).toBe(`/training/take/${id}`)
    // What only pretends to be the frame around it is not heard.
    await page.evaluate(() => window.postMessage({ kind: 'plumbline state', state: {} }, '*'))
    await expect(goOn(page)).toBeDisabled()
  })
})

test('what a package plays cannot be asked for with the address of the application', async ({ request }) => {
  expect((await request.get(`${packages}/none/`)).status()).toBe(404)
  expect((await request.get(`${packages}/api/health`)).status()).toBe(404)
  expect((await request.get(`${packages}/_next/static/x.js`)).status()).toBe(404)
})
