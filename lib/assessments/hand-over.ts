import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { passedInWords, passOn } from '#lib/people/pass-on'
import type { Tx } from '#lib/platform/db'
import { recordOf, settle } from './store.ts'

interface HandedOver {
  assessments: number
  events: EventDraft[]
  due: DueSync[]
}

const openPart = (personId: string) => ({ personId, doneOn: null, assessment: { state: 'open' } })

/** How many assessments somebody owns, backs up or has a part of left to answer. */
export function countLookedAfter(tx: Tx, personId: string): Promise<number> {
  return tx.assessment.count({
    where: {
      OR: [
        { ownerId: personId },
        { backupId: personId },
        { state: 'open', parts: { some: { personId, doneOn: null } } },
      ],
    },
  })
}

/** Passes every assessment that one person looks after, and every part they have left to answer, to another. */
export async function handOver(
  context: CommandContext,
  from: { id: string; name: string },
  to: { id: string; name: string },
): Promise<HandedOver> {
  const { tx, now } = context
  const passed = await passOn(tx, 'Assessment', from.id, to.id, now)
  const owned = new Set(passed.flatMap(({ id, owned }) => (owned ? id : [])))
  const parts = await tx.assessmentPart.findMany({ where: openPart(from.id), select: { assessmentId: true } })
  await tx.assessmentPart.updateMany({ where: openPart(from.id), data: { personId: to.id } })
  const looked = new Set(passed.map(({ id }) => id))
  const id = { in: [...new Set([...looked, ...parts.map(({ assessmentId }) => assessmentId)])] }
  if (id.in.length === 0) return { assessments: 0, events: [], due: [] }
  const rows = await tx.assessment.findMany({
    where: { id },
    select: { id: true, ref: true, title: true },
    orderBy: { ref: 'asc' },
  })
  return {
    assessments: rows.length,
    events: rows.map((row) => ({
      sentence: looked.has(row.id)
        ? passedInWords(owned.has(row.id), from.name, to.name)
        : `Passed the part of ${from.name} to ${to.name}, because ${from.name} leaves`,
      record: recordOf(row),
    })),
    due: await settle(context, { id }),
  }
}
