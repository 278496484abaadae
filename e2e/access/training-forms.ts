import type { Page } from '@playwright/test'
import type { CanaryPractice } from '../support/practice.ts'

interface Form {
  at: (ids: CanaryPractice['ids']) => string
  send: (page: Page) => Promise<void>
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click()

/** Forms of training that forged.spec.ts sends in other people's names. */
export const trainingForms: Readonly<Record<string, Form>> = {
  'an exception to a training': {
    at: ({ personId, trainingId }) => `/training/people/${personId}/${trainingId}/extend`,
    send: async (page) => {
      await page.getByLabel('Why?').fill('Forged reason')
      await press(page, 'Give more time')
    },
  },
}
