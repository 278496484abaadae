import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count } from '#lib/base/text'
import { changesOf } from '#lib/kernel/due'
import { campaignDuties } from '#lib/training/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveCampaignAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type CampaignPage, campaignTitle, loadCampaign } from '../../load-campaign.ts'

export function generateMetadata(page: CampaignPage): Promise<Metadata> {
  return campaignTitle(page, 'archive', ({ title }) => `Archive ${title}`)
}

export default async function ArchivePage(page: CampaignPage) {
  const loaded = await loadCampaign(page, 'archive')
  const { campaign, from, recordHref } = loaded
  if (campaign.archived) notFound()
  const changes = changesOf(
    campaignDuties({ ...campaign, archived: false }),
    campaignDuties({ ...campaign, archived: true }),
  )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${campaign.title}`}
      lede="For what was made by mistake. A campaign that somebody has signed is closed instead: it stays in the register."
    >
      <Consequences
        says={[
          'It leaves the register for good. Nothing is deleted; its history stays.',
          ...(campaign.assigned > 0
            ? [`${count(campaign.assigned, 'person has', 'people have')} nothing to do of it any more.`]
            : []),
        ]}
        changes={changes}
      />
      <QuestionForm
        action={archiveCampaignAction}
        hidden={{ id: campaign.id, version: String(campaign.version), from }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
