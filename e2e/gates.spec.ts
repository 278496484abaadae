import type { Page } from '@playwright/test'
import { axe } from './support/axe.ts'
import { expect, test } from './support/test.ts'

// The gates that guard every other spec, each shown to close.

const POLICY = "default-src 'self'; script-src 'self' 'nonce-ours'"

async function openPlanted(page: Page, body: string): Promise<void> {
  await page.route('**/planted', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': POLICY },
      body: `<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1>${body}</main></html>`,
    }),
  )
  await page.goto('/planted')
}

const script = (code: string) => `<script nonce="ours">${code}</script>`

const faults: Record<string, [body: string, reported: RegExp]> = {
  'a console error': [script("console.error('planted')"), /^console: planted/],
  'an uncaught error': [
    script("setTimeout(() => { throw new Error('planted') })"),
    /^uncaught: Error: planted/,
  ],
  'a rejected promise': [script("Promise.reject(new Error('planted'))"), /^uncaught: Error: planted/],
  'an inline script': ['<script>window.planted = true</script>', /policy: script-src-elem blocked inline/],
  'an inline handler': ['<img alt="" src="data:," onerror="a()">', /policy: script-src-attr blocked inline/],
  'a probe of eval': [script("try { new Function('') } catch {}"), /policy: script-src blocked eval/],
  'a foreign image': ['<img alt="" src="http://127.0.0.2:9/planted.png">', /policy: img-src blocked http:/],
  'a call to another host': [
    script("fetch('http://127.0.0.2:9/').catch(() => {})"),
    /policy: connect-src blocked http:/,
  ],
  'a missing file': ['<img alt="" src="/planted-missing.png">', /404 .*planted-missing/],
}

test.describe('reported to the test:', () => {
  test.use({ expectedProblems: [/./] })

  for (const [fault, [body, reported]] of Object.entries(faults)) {
    test(fault, async ({ page, problems }) => {
      await openPlanted(page, body)
      await expect.poll(() => problems).toContainEqual(expect.stringMatching(reported))
    })
  }

  test('a request to another host that no policy stops', async ({ page, problems }) => {
    await page.route('**/open', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<img src="http://127.0.0.2:9/planted.png">' }),
    )
    await page.goto('/open')
    await expect.poll(() => problems).toContainEqual(expect.stringMatching(/^request to another host: http:/))
  })

  test('what a second person meets', async ({ openContext, problems }) => {
    const context = await openContext()
    await openPlanted(await context.newPage(), script("console.error('planted')"))
    await expect.poll(() => problems).toContainEqual(expect.stringMatching(/^console: planted/))
  })
})

test('a problem that was not expected fails the test', async ({ page }) => {
  test.fail()
  await openPlanted(page, script("console.error('planted')"))
})

test('a page without faults passes @phone', async ({ page }) => {
  await openPlanted(page, script('document.title = "Run"'))
  await expect(page).toHaveTitle('Run')
  await axe(page)
})

test.describe('with an expected problem', () => {
  test.use({ expectedProblems: [/planted on purpose/] })
  test('only that one is let through', async ({ page, problems }) => {
    await openPlanted(page, script("console.error('planted on purpose')"))
    await expect.poll(() => problems.length).toBe(1)
  })
})

test('axe names the fault and the element', async ({ page }) => {
  await openPlanted(page, '<button type="button"></button><h4>Too deep</h4>')
  await expect(axe(page)).rejects.toThrow(/button-name[\s\S]*<button[\s\S]*heading-order/)
})
