import { z } from 'zod'
import { addDays, type Day, dateOf, dayOf, lastQuarterEnd } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import type { Tx } from '#lib/platform/db'
import { countAll, type PostureNumbers } from './posture-numbers.ts'

/** The numbers of a day past; those that nobody counted then are missing. */
export interface Snapshot {
  on: Day
  numbers: Partial<PostureNumbers>
}

/**
 * Keeps the numbers of the practice as they stand now for `today`, unless that day has them already: six statements, once
 * a day, in the transaction that brings everything else in line with the day.
 */
export async function keepSnapshot(tx: Tx, practiceId: string, today: Day, at: Date): Promise<void> {
  const numbers = await countAll(tx, today)
  await tx.$executeRaw`
    INSERT INTO "PostureSnapshot" ("id", "practiceId", "on", "numbers", "createdAt")
    VALUES (${newId(at.getTime())}::uuid, ${practiceId}::uuid, ${today}::date, ${JSON.stringify(numbers)}::jsonb, ${at})
    ON CONFLICT ("practiceId", "on") DO NOTHING`
}

/** Whether the numbers of this day are kept already: then everything else was brought in line with it too. */
export async function hasSnapshot(tx: Tx, today: Day): Promise<boolean> {
  return (await tx.postureSnapshot.count({ where: { on: dateOf(today) } })) > 0
}

/** A worker that was off on the last day of the quarter left none; one from so many days before stands in for it, with its date. */
const standsInDays = 31

const stored = z.record(z.string(), z.int())

/** The numbers at the end of last quarter; null where none were kept. One statement, by index. */
export async function lastQuarter(tx: Tx, today: Day): Promise<Snapshot | null> {
  const end = lastQuarterEnd(today)
  const found = await tx.postureSnapshot.findFirst({
    where: { on: { lte: dateOf(end), gt: dateOf(addDays(end, -standsInDays)) } },
    select: { on: true, numbers: true },
    orderBy: { on: 'desc' },
  })
  return found && { on: dayOf(found.on), numbers: stored.parse(found.numbers) }
}
