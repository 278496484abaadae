import { expect, type Page } from '@playwright/test'
import pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { demandSecondFactor, giveAccount, PASSWORD } from '#lib/testing/accounts'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { test } from '../support/test.ts'

type Role = 'staff' | 'officer' | 'it'

/** A practice for one spec file, in which officers need a second factor. Call it once, at the top level. */
export function usePractice() {
  let opened: { owner: pg.Pool; practice: TestPractice } | undefined
  const parts = () => {
    if (!opened) throw new Error('the practice is made before the first test: use it inside tests')
    return opened
  }
  test.beforeAll(async () => {
    const owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
    const practice = await createPractice(owner)
    await demandSecondFactor(owner, practice.id, 'officer')
    opened = { owner, practice }
  })
  test.afterAll(() => opened?.owner.end())
  return {
    get owner() {
      return parts().owner
    },
    personWithoutAccount: (role: Role): Promise<Actor> => parts().practice.actor(role),
    /** Somebody new who can sign in with PASSWORD. */
    somebody: async (role: Role): Promise<Actor> => {
      const { owner, practice } = parts()
      const actor = await practice.actor(role)
      await giveAccount(owner, actor)
      return actor
    },
  }
}

/** The first step of signing in, on the way to a page. */
export async function givePassword(
  page: Page,
  email: string,
  password = PASSWORD,
  path = '/account',
): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export const isSignedIn = (page: Page) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')

export const isAsked = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
