import { dayOf, dayOrNull } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import type { SyncContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { notYetAssigned } from './audience.ts'
import { dueDateFor } from './due-date.ts'
import { type Locked, recordOf, settleAssignments, takesIn } from './store.ts'

export interface Enrolled {
  people: number
  events: EventDraft[]
  due: DueSync[]
}

type Campaign = Pick<
  Locked,
  | 'id'
  | 'ref'
  | 'title'
  | 'occasion'
  | 'groups'
  | 'siteIds'
  | 'opensOn'
  | 'dueOn'
  | 'joinerDays'
  | 'closedOn'
  | 'archivedAt'
>

/**
 * Assigns a campaign to everybody it is meant for and who does not have it yet: at its opening to all of them, later to those
 * who join or come to be meant. Nothing when it takes nobody in today. Five statements, however many people.
 */
export async function enrol(context: SyncContext, campaign: Campaign): Promise<Enrolled> {
  const { tx, actor, now, today } = context
  if (!takesIn(campaign, today)) return { people: 0, events: [], due: [] }
  const opensOn = dayOf(campaign.opensOn)
  const meant = await notYetAssigned(
    tx,
    { ...campaign, opensOn, isJoining: campaign.occasion === 'joining' },
    today,
  )
  if (meant.length === 0) return { people: 0, events: [], due: [] }
  const dates = { opensOn, dueOn: dayOrNull(campaign.dueOn), joinerDays: campaign.joinerDays }
  const rows = meant.map(({ personId, siteId, startedOn, onLeave }) => {
    const dueOn = dueDateFor(dates, startedOn, today)
    return {
      id: newId(now.getTime()),
      practiceId: actor.practiceId,
      campaignId: campaign.id,
      ...{ personId, siteId, dueOn },
      assignedOn: today,
      firstDueOn: dueOn,
      pausedOn: onLeave ? today : null,
      misses: 0,
      round: 1,
      version: 1,
    }
  })
  await insertRows(tx, 'Assignment', rows)
  return {
    people: rows.length,
    events: [
      { sentence: `Assigned it to ${count(rows.length, 'person', 'people')}`, record: recordOf(campaign) },
    ],
    due: await settleAssignments(context, { id: { in: rows.map(({ id }) => id) } }),
  }
}
