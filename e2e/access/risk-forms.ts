import type { Page } from '@playwright/test'
import type { CanaryPractice } from '../support/practice.ts'

interface Form {
  at: (ids: CanaryPractice['ids']) => string
  send: (page: Page) => Promise<void>
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click()

/** Forms of risks and assessments that forged.spec.ts sends in other people's names. */
export const riskForms: Readonly<Record<string, Form>> = {
  'a score of a risk': {
    at: ({ riskId }) => `/risks/${riskId}/score`,
    send: async (page) => {
      await page.getByLabel('Now: likelihood').selectOption('2')
      await page.getByLabel('Now: impact').selectOption('3')
      await press(page, 'Save the score')
    },
  },
  'a part of an assessment': {
    at: ({ assessmentId }) => `/assessments/${assessmentId}/parts/govern`,
    send: (page) =>
      page
        .getByLabel('Who answers it?')
        .selectOption({ index: 1 })
        .then(() => press(page, 'Give it')),
  },
}
