import type { Page } from '@playwright/test'
import type { CanaryPractice } from '../support/practice.ts'

interface Form {
  at: (ids: CanaryPractice['ids']) => string
  send: (page: Page) => Promise<void>
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click()

/** Forms of courses that forged.spec.ts sends in other people's names. */
export const courseForms: Readonly<Record<string, Form>> = {
  'the text of a lesson': {
    at: ({ courseId }) => `/courses/${courseId}/lesson`,
    send: async (page) => {
      await page.getByLabel('Text', { exact: false }).first().fill('Forged words')
      await press(page, /^Save$/)
    },
  },
  'a version of a course': {
    at: ({ courseId }) => `/courses/${courseId}/publish`,
    send: async (page) => {
      await page.getByLabel('What changed?').fill('Forged change')
      await press(page, 'Publish version 2')
    },
  },
}
