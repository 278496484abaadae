import pg from 'pg'
import { pdfFile } from '#lib/testing/files'
import { createPractice } from '#lib/testing/practice'
import { addSystems, leadersOf } from '../support/ai-systems.ts'
import { browserSwitches, findBrowserWithViewer } from '../support/browser.ts'
import { fillIn, row } from '../support/evidence-files.ts'
import { adoptServer, signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const executablePath = findBrowserWithViewer()
test.use({ launchOptions: { executablePath, args: browserSwitches } })

adoptServer()

test('a PDF is shown inside its page by the browser’s own viewer', async ({ page, context }) => {
  test.skip(!executablePath, 'this needs a whole Chromium: one without windows shows no PDF')
  const owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
  const { officer } = await leadersOf(await createPractice(owner))
  const [system] = await addSystems(officer, [{ name: 'Ambient scribe', ownerId: officer.personId }])
  await signIn(context, owner, officer)
  await page.goto(`/evidence/new/ai-system/${system?.id}`)
  await fillIn(page, { name: 'a.pdf', bytes: pdfFile('Seen inside'), title: 'A report' })
  await row(page, 'A report').getByRole('link', { name: 'A report', exact: true }).click()
  // Chromium draws it in a process and an origin of its own.
  const frames = () => page.frames().map((frame) => frame.url())
  await expect.poll(() => frames().some((url) => url.startsWith('chrome-extension:'))).toBe(true)
  await owner.end()
})
