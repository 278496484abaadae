import type { Page } from '@playwright/test'
import type { Actor } from '#lib/kernel/access'
import type { TestPractice } from '#lib/testing/practice'
import { axe } from './axe.ts'
import { expect } from './test.ts'

export interface KnownSystem {
  id: string
  ref: string
}

/**
 * Adds AI systems by the command that the form uses, at the pace of a script. `adoptServer` must have been called: lib
 * reads its settings once.
 */
export async function addSystems(
  actor: Actor,
  systems: readonly Record<string, unknown>[],
): Promise<KnownSystem[]> {
  const [{ createSystem }, { facts }, { valueOf }] = await Promise.all([
    import('#lib/ai-systems/commands'),
    import('#lib/testing/ai-systems'),
    import('#lib/testing/practice'),
  ])
  const made: KnownSystem[] = []
  for (const change of systems) made.push(valueOf(await createSystem(actor, { ...facts, ...change })))
  return made
}

/** An officer and the practice's owner, by role, as a new practice has them. */
export async function leadersOf(practice: TestPractice): Promise<{ officer: Actor; head: Actor }> {
  return { officer: await practice.actor('officer'), head: await practice.actor('owner') }
}

/** Waits until a soft change of page has arrived, then lets axe look at it. */
export async function check(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar', { name: 'Loading the page' })).toHaveCount(0)
  await axe(page)
}

/** Fails when the page can be scrolled sideways. */
export async function fitsTheScreen(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond, 'pixels that the page is too wide').toBeLessThanOrEqual(0)
}
