import { dayOf, dayOrNull } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import type { SyncContext } from '#lib/kernel/context'
import { type Meant, newlyMeant } from './audience.ts'
import { dueDateFor } from './due-date.ts'
import { insertSteps } from './steps.ts'
import { type Locked, recordOf, takesIn } from './store.ts'

/** What came of looking whom campaigns are meant for. The duties of `changed` are still to be brought in line. */
export interface Enrolled {
  people: number
  events: EventDraft[]
  /** Assignments that are new or open again. */
  changed: string[]
}

export type Enrolling = Pick<
  Locked,
  'id' | 'ref' | 'title' | 'opensOn' | 'dueOn' | 'joinerDays' | 'closedOn' | 'archivedAt'
>

/**
 * Assigns campaigns to everybody they are meant for and who has nothing to do of them yet: at the opening to all, later to
 * those who join, come to be meant, or came back. The campaigns have to be locked. A constant number of statements, however
 * many people and campaigns.
 */
export async function enrol(context: SyncContext, campaigns: readonly Enrolling[]): Promise<Enrolled> {
  const { tx, actor, now, today } = context
  const taking = new Map(campaigns.filter((one) => takesIn(one, today)).map((one) => [one.id, one]))
  const meant = await newlyMeant(tx, [...taking.keys()], today)
  const placed = meant.flatMap((person) => {
    const campaign = taking.get(person.campaignId)
    return campaign ? [{ person, dueOn: dueDateOf(campaign, person, context) }] : []
  })
  const rows = placed.flatMap(({ person: { campaignId, personId, siteId, assignmentId, onLeave }, dueOn }) =>
    assignmentId
      ? []
      : {
          ...{ id: newId(now.getTime()), practiceId: actor.practiceId, campaignId, personId, siteId, dueOn },
          ...{ assignedOn: today, firstDueOn: dueOn, pausedOn: onLeave ? today : null },
          ...{ misses: 0, round: 1, version: 1 },
        },
  )
  await insertRows(tx, 'Assignment', rows)
  const again = placed.flatMap(({ person: { assignmentId, siteId, onLeave }, dueOn }) =>
    assignmentId
      ? { id: assignmentId, siteId, dueOn, pausedOn: onLeave ? today : null, closedOn: null, closedFor: null }
      : [],
  )
  await updateRows(tx, 'Assignment', again)
  await insertSteps(context, [
    ...again.map(({ id, dueOn }) => ({
      ...{ assignmentId: id, kind: 'reopened', reason: 'Meant again', dueAfter: dueOn },
    })),
    ...[...rows, ...again].flatMap(({ id, pausedOn, dueOn }) =>
      pausedOn ? { assignmentId: id, kind: 'paused', reason: 'On leave', dueBefore: dueOn } : [],
    ),
  ])
  const byCampaign = Map.groupBy(meant, ({ campaignId }) => campaignId)
  return {
    people: placed.length,
    events: [...byCampaign].flatMap(([id, people]) => {
      const campaign = taking.get(id)
      const sentence = `Assigned it to ${count(people.length, 'person', 'people')}`
      return campaign ? { sentence, record: recordOf(campaign) } : []
    }),
    changed: [...rows, ...again].map(({ id }) => id),
  }
}

function dueDateOf(campaign: Enrolling, { startedOn }: Meant, { today }: SyncContext) {
  const dates = {
    opensOn: dayOf(campaign.opensOn),
    dueOn: dayOrNull(campaign.dueOn),
    joinerDays: campaign.joinerDays,
  }
  return dueDateFor(dates, startedOn, today)
}
