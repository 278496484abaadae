import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import type { Tx } from '#lib/platform/db'
import { recordOf, settle } from './store.ts'

interface HandedOver {
  questionnaires: number
  events: EventDraft[]
  due: DueSync[]
}

const openGap = { verdict: 'gap', settledOn: null, goesOn: false } as const

/** Those that somebody sent and is still waited upon for, and those with an open gap that is theirs. */
const lookedAfterBy = (personId: string) => ({
  OR: [
    { senderId: personId, scoredAt: null, archivedAt: null },
    { senderId: personId, openGaps: { gt: 0 }, archivedAt: null },
    { scores: { some: { ...openGap, gapOwnerId: personId } } },
  ],
})

/** How many questionnaires somebody has something left to do with. */
export function countLookedAfter(tx: Tx, personId: string): Promise<number> {
  return tx.questionnaire.count({ where: lookedAfterBy(personId) })
}

/** Passes what somebody has left to do with questionnaires to another. A constant number of statements. */
export async function handOver(
  context: CommandContext,
  from: { id: string; name: string },
  to: { id: string; name: string },
): Promise<HandedOver> {
  const { tx, now } = context
  const mine = await tx.questionnaire.findMany({
    where: lookedAfterBy(from.id),
    select: { id: true, ref: true, vendor: { select: { name: true } } },
    orderBy: { ref: 'asc' },
  })
  if (mine.length === 0) return { questionnaires: 0, events: [], due: [] }
  const id = { in: mine.map((one) => one.id) }
  await tx.questionnaire.updateMany({ where: { id, senderId: from.id }, data: { senderId: to.id } })
  await tx.questionnaireScore.updateMany({
    where: { ...openGap, questionnaireId: id, gapOwnerId: from.id },
    data: { gapOwnerId: to.id },
  })
  await tx.questionnaire.updateMany({ where: { id }, data: { updatedAt: now, version: { increment: 1 } } })
  return {
    questionnaires: mine.length,
    events: mine.map((one) => ({
      sentence: `Passed what is left to do from ${from.name} to ${to.name}, because ${from.name} leaves`,
      record: recordOf(one),
    })),
    due: await settle(context, { id }),
  }
}
