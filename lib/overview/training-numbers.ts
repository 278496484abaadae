import type { Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import { countPeopleNow } from '#lib/training/open-now'

/** People and the trainings that are open for them now. */
export interface TrainingNumbers {
  trainingPeople: number
  /** Who has signed all of it. */
  trainingDone: number
  trainingLate: number
  /** Late beyond the days after which the site lead is called in. */
  trainingLateLong: number
}

/** How training stands at these sites. One statement. */
export async function trainingNumbers(
  tx: Tx,
  sites: 'all' | readonly string[],
  today: Day,
): Promise<TrainingNumbers> {
  const { people, done, late, long } = await countPeopleNow(tx, sites, today)
  return { trainingPeople: people, trainingDone: done, trainingLate: late, trainingLateLong: long }
}
