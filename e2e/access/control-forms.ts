import type { Page } from '@playwright/test'
import type { CanaryPractice } from '../support/practice.ts'

interface Form {
  at: (ids: CanaryPractice['ids']) => string
  send: (page: Page) => Promise<void>
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click()

/** Forms of controls and frameworks that forged.spec.ts sends in other people's names. */
export const controlForms: Readonly<Record<string, Form>> = {
  'a test of a control': {
    at: ({ controlId }) => `/controls/${controlId}/test`,
    send: async (page) => {
      await page.getByRole('radio', { name: /^Works/ }).check()
      await page.getByLabel('What did you look at').fill('Forged finding')
      await press(page, 'Record the test')
    },
  },
  'what a control answers': {
    at: ({ controlId }) => `/controls/${controlId}/requirements?framework=nist-ai-rmf`,
    send: async (page) => {
      await page.getByRole('checkbox', { name: /^GOVERN 1\.1 / }).check()
      await press(page, 'Save')
    },
  },
  'a requirement that does not apply': {
    at: () => '/frameworks/nist-ai-rmf/GOVERN%206.1/scope',
    send: async (page) => {
      await page.getByLabel('Why does it not apply?').fill('A forged reason, long enough.')
      await press(page, 'It does not apply')
    },
  },
  'a framework that is brought in': {
    at: ({ uploadId }) => `/frameworks/own/${uploadId}`,
    send: async (page) => {
      await page.getByLabel('Name').fill('Forged framework')
      await press(page, 'Bring it in')
    },
  },
}
