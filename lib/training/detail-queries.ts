import { type Day, dayOf } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { visible as visiblePeople } from '#lib/people/policy'
import { read } from '#lib/platform/db'
import { campaignRow } from './queries.ts'
import { campaignKind } from './schema.ts'
import type { CampaignRow } from './table.ts'

/** Everything that the page of a campaign shows of the campaign itself. */
export interface CampaignDetail extends CampaignRow {
  closedReason: string
  people: { id: string; personId: string; name: string; isIn: boolean; reason: string }[]
  duties: { id: string; key: string; title: string; dueOn: Day; citation: string }[]
  history: HistoryEntry[]
}

/** A campaign with what is due and what happened; null when the actor does not see it. */
export function getCampaign(actor: Actor, id: string): Promise<CampaignDetail | null> {
  if (!isId(id)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const row = await campaignRow(tx, actor, id)
    if (!row) return null
    const more = await tx.campaign.findUniqueOrThrow({
      where: { id },
      select: {
        closedReason: true,
        people: {
          // Somebody of another site is not known to a site's lead.
          where: { person: visiblePeople(actor) },
          select: { id: true, personId: true, isIn: true, reason: true, person: { select: { name: true } } },
          orderBy: { person: { name: 'asc' } },
        },
      },
    })
    const duties = await tx.obligation.findMany({
      where: { recordKind: campaignKind, recordId: id, state: 'open' },
      orderBy: { dueOn: 'asc' },
      select: { id: true, key: true, title: true, dueOn: true, citation: true },
    })
    return {
      ...row,
      closedReason: more.closedReason,
      people: more.people.map(({ person, ...one }) => ({ ...one, name: person.name })),
      duties: duties.map((duty) => ({ ...duty, dueOn: dayOf(duty.dueOn) })),
      history: await recordHistory(tx, campaignKind, id, 50),
    }
  })
}
