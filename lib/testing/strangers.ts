import type pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { giveAccount } from './accounts.ts'
import { createPractice, type TestPractice } from './practice.ts'

/** People who have nothing to do with what belongs to site A of a practice, the officer of another practice first. */
export async function strangersTo(
  pool: pg.Pool,
  practice: TestPractice,
): Promise<{ who: string; actor: Actor }[]> {
  const { siteA, siteB } = practice
  const stranger = await (await createPractice(pool)).actor('officer')
  await giveAccount(pool, stranger)
  const auditor = await practice.actor('auditor')
  return [
    { who: 'an officer of another practice', actor: stranger },
    { who: 'a site lead of another site', actor: await practice.actor('site-lead', [siteB]) },
    { who: 'the IT person of another site', actor: await practice.actor('it', [siteB]) },
    { who: 'an auditor', actor: auditor },
    {
      who: 'somebody who reads everything and leads another site',
      actor: { ...auditor, held: [...auditor.held, { role: 'site-lead', siteIds: [siteB] }] },
    },
    { who: 'a staff member', actor: await practice.actor('staff', [siteA]) },
    { who: 'somebody without a role', actor: await practice.actor(null) },
  ]
}
