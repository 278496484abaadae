import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count } from '#lib/base/text'
import { changesOf } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { campaignDuties } from '#lib/training/due'
import { peopleOfCampaign } from '#lib/training/people-queries'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { closeCampaignAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type CampaignPage, campaignTitle, loadCampaign } from '../../load-campaign.ts'

export function generateMetadata(page: CampaignPage): Promise<Metadata> {
  return campaignTitle(page, 'edit', ({ title }) => `Close ${title}`)
}

export default async function ClosePage(page: CampaignPage) {
  const loaded = await loadCampaign(page, 'edit')
  const { actor, campaign, from, recordHref } = loaded
  if (campaign.archived || campaign.state === 'closed') notFound()
  const { sites } = await peopleOfCampaign(actor, campaign.id, { state: '', siteId: '', page: 1 })
  const assigned = sites.reduce((sum, site) => sum + site.assigned, 0)
  const signed = sites.reduce((sum, site) => sum + site.signed, 0)
  const open = assigned - signed
  const closedOn = todayFor(actor)
  const changes = changesOf(
    campaignDuties({ ...campaign, closedOn: null }),
    campaignDuties({ ...campaign, closedOn }),
  )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Close ${campaign.title}`}
      lede={
        open > 0
          ? `${count(open, 'person has', 'people have')} not signed. After this they no longer can.`
          : 'Everybody has signed.'
      }
    >
      <Consequences
        says={[
          `It is kept with ${signed.toLocaleString('en-US')} of ${count(assigned, 'person', 'people')} signed.`,
          ...(open > 0
            ? [
                `${count(open, 'duty', 'duties')} to read and sign ${open === 1 ? 'ends' : 'end'}. Each stays on record as not signed.`,
              ]
            : []),
          'It cannot be opened again. Who still has to be trained needs another campaign.',
        ]}
        changes={changes}
      />
      <QuestionForm
        action={closeCampaignAction}
        hidden={{ id: campaign.id, version: String(campaign.version), from }}
        questions={[
          {
            as: 'text',
            name: 'reason',
            label:
              open > 0 ? 'Why is it closed, and what about those who have not signed?' : 'Why is it closed?',
            limit: 1000,
            required: true,
          },
        ]}
        submitLabel="Close the campaign"
        danger={open > 0}
        cancelHref={recordHref}
        draft={await draftOf(actor, `campaign/${campaign.id}/close`)}
      />
    </DecisionPage>
  )
}
