import { type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test'

declare global {
  interface Window {
    /** The test's ear in the page: told each breach of the content security policy. */
    reportPolicyBreach?: (breach: string) => Promise<void>
  }
}

interface Gates {
  /** Problems this test means to cause, such as the console line of an answer 404. */
  expectedProblems: RegExp[]
  /** What the browser reported so far; the test fails when anything unexpected is left at its end. */
  problems: string[]
  /** A second browser profile (another person), watched like the first and closed at the end. */
  openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>
}

/**
 * Playwright's test with gates: any console error, uncaught error, breach of the content security policy or request to
 * another host fails the test, in every page of every context it opens.
 */
export const test = base.extend<Gates>({
  expectedProblems: [[], { option: true }],

  problems: [
    async ({ expectedProblems }, use) => {
      const problems: string[] = []
      await use(problems)
      const unexpected = problems.filter(
        (problem) => !expectedProblems.some((expected) => expected.test(problem)),
      )
      expect(unexpected, 'the browser reported problems').toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, problems, baseURL }, use) => {
    await watch(context, problems, baseURL)
    await use(context)
  },

  openContext: async (
    { browser, problems, baseURL, viewport, isMobile, hasTouch, locale, timezoneId },
    use,
  ) => {
    const opened: BrowserContext[] = []
    await use(async (options) => {
      const settings = { baseURL, viewport, isMobile, hasTouch, locale, timezoneId, ...options }
      const context = await browser.newContext(settings)
      opened.push(context)
      await watch(context, problems, baseURL)
      return context
    })
    for (const context of opened) await context.close()
  },
})

export { expect }

async function watch(
  context: BrowserContext,
  problems: string[],
  baseURL: string | undefined,
): Promise<void> {
  const home = baseURL ? new URL(baseURL).host : undefined
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) =>
    problems.push(`uncaught: ${error.error().stack ?? error.error().message}`),
  )
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && host !== home)
      problems.push(`request to another host: ${request.url()}`)
  })
  await context.exposeBinding('reportPolicyBreach', ({ page }, breach: string) => {
    problems.push(`content security policy: ${breach} (${page.url()})`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const place = event.sourceFile ? ` at ${event.sourceFile}:${event.lineNumber}` : ''
      void window.reportPolicyBreach?.(
        `${event.effectiveDirective} blocked ${event.blockedURI || event.sample}${place}`,
      )
    })
  })
}
