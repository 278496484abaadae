import type { Paper } from '#lib/base/paper'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import {
  binderCampaign,
  binderHistory,
  binderSheets,
  decidedAbout,
  taughtVersions,
} from '#lib/training/binder-queries'
import { everyDone } from '#lib/training/done-export'
import { type BinderContent, binderPaper } from '#lib/training/papers/binder-paper'
import { binderFacts } from './training-binder.ts'

/** A PDF is made in memory: more rows of the roster are in the ZIP alone. */
const mostRows = 2_000

/** The binder of a campaign as paper; null when the actor does not see it. */
export async function readBinderPaper(
  actor: Actor,
  campaignId: string,
): Promise<{ paper: Paper; name: string } | null> {
  const campaign = await binderCampaign(actor, campaignId)
  if (!campaign) return null
  const roster: BinderContent['roster'][number][] = []
  let more = 0
  for await (const row of everyDone(actor, campaignId))
    if (roster.length < mostRows) roster.push(row)
    else more += 1
  const content = {
    ...{ campaign, roster, more, facts: binderFacts(campaign) },
    versions: await taughtVersions(actor, campaignId),
    decided: (await decidedAbout(actor, campaignId)).slice(0, mostRows),
    sheets: (await binderSheets(actor, campaignId)).map(({ code, lines, attestations }) => ({
      ...{ code, names: lines.length, entered: attestations.length },
    })),
    history: (await binderHistory(actor, campaignId)).slice(-mostRows),
  }
  const { practiceName, timeZone } = actor
  return {
    paper: binderPaper(content, { practiceName, timeZone, at: now() }),
    name: `${campaign.ref} ${campaign.title} binder.pdf`,
  }
}
