import { minutesLater, PLACE_DAYS } from '#lib/people/sessions'
import { outside, type Tx, write } from '#lib/platform/db'
import { packagePrefix } from '#lib/training/package-kept'

const DAY_MINUTES = 24 * 60
const DRAFT_DAYS = 14
/** How far somebody is in a package, and what it reported, outlasts a round of training. */
const PACKAGE_DAYS = 120

async function inEveryPractice(work: (tx: Tx) => Promise<{ count: number }>): Promise<number> {
  let total = 0
  for (const { id } of await outside<{ id: string }>('SELECT id FROM all_practices()')) {
    total += (await write({ practiceId: id }, work)).count
  }
  return total
}

/** Deletes drafts that nobody touched for 14 days, those of packages for 120; returns how many. For the worker. */
export function purgeDrafts(at: Date): Promise<number> {
  const [before, longBefore] = [DRAFT_DAYS, PACKAGE_DAYS].map((days) => minutesLater(at, -days * DAY_MINUTES))
  return inEveryPractice((tx) =>
    tx.draft.deleteMany({
      where: {
        OR: [
          { updatedAt: { lt: before }, NOT: { form: { startsWith: packagePrefix } } },
          { updatedAt: { lt: longBefore } },
        ],
      },
    }),
  )
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
