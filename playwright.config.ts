import { defineConfig } from '@playwright/test'
import { browserSwitches, findOrInstallBrowser } from './e2e/support/browser.ts'

// Workers load this file again and take over what the first process found.
process.env.E2E_BROWSER ??= findOrInstallBrowser()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './e2e/support/global-setup.ts',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.E2E_BASE_URL,
    launchOptions: { executablePath: process.env.E2E_BROWSER, args: browserSwitches },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
  },
  // Specs run on a desktop; what is tagged @phone also runs on a phone, what is tagged @phone-only nowhere else.
  projects: [
    { name: 'desktop', grepInvert: /@phone-only/, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
  ],
})
