import type pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { giveAccount } from './accounts.ts'
import { createPractice, type TestPractice } from './practice.ts'

export interface Outsider {
  who: string
  actor: Actor
}

/** People who have nothing to do with the records of a practice’s site A: the first of another practice, the rest of its own. */
export async function outsidersOf(owner: pg.Pool, practice: TestPractice): Promise<Outsider[]> {
  const { siteA, siteB } = practice
  const stranger = await (await createPractice(owner)).actor('officer')
  await giveAccount(owner, stranger)
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
