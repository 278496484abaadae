import { minutesLater, PLACE_DAYS } from '#lib/people/sessions'
import { outside, type Tx, write } from '#lib/platform/db'

const DAY_MINUTES = 24 * 60
const DRAFT_DAYS = 14

async function inEveryPractice(work: (tx: Tx) => Promise<{ count: number }>): Promise<number> {
  let total = 0
  for (const { id } of await outside<{ id: string }>('SELECT id FROM all_practices()')) {
    total += (await write({ practiceId: id }, work)).count
  }
  return total
}

/** Deletes drafts that nobody touched for 14 days; returns how many. For the worker. */
export function purgeDrafts(at: Date): Promise<number> {
  const before = minutesLater(at, -DRAFT_DAYS * DAY_MINUTES)
  return inEveryPractice((tx) => tx.draft.deleteMany({ where: { updatedAt: { lt: before } } }))
}

/** Forgets address and browser of sessions that ended 90 days ago or earlier; returns how many. For the worker. */
export function purgeSessions(at: Date): Promise<number> {
  const before = minutesLater(at, -PLACE_DAYS * DAY_MINUTES)
  return inEveryPractice((tx) =>
    tx.session.updateMany({
      where: { expiresAt: { lt: before }, NOT: { address: '', userAgent: '' } },
      data: { address: '', userAgent: '' },
    }),
  )
}
