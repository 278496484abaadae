import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedCampaign } from './load-campaign.ts'

/** The frame of a page that decides one thing about a campaign. */
export function DecisionPage({
  loaded: { campaign, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedCampaign }) {
  const crumbs = [
    { href: listHref, label: 'Campaigns' },
    { href: recordHref, label: campaign.title },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
