import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#components/ui/section'
import { count } from '#lib/base/text'
import { sitesWith } from '#lib/kernel/access'
import { peopleOfCampaign } from '#lib/training/people-queries'
import { QuestionForm } from '../../../question-form.tsx'
import { remindAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type CampaignPage, campaignTitle, loadCampaign } from '../../load-campaign.ts'

export function generateMetadata(page: CampaignPage): Promise<Metadata> {
  return campaignTitle(page, 'keep', ({ title }) => `Remind for ${title}`)
}

export default async function RemindPage(page: CampaignPage) {
  const loaded = await loadCampaign(page, 'keep')
  const { actor, campaign, from, recordHref } = loaded
  if (campaign.archived || campaign.state === 'closed' || campaign.state === 'planned') notFound()
  const { sites, unreachable } = await peopleOfCampaign(actor, campaign.id, {
    state: '',
    siteId: '',
    page: 1,
  })
  const kept = sitesWith(actor, 'training.keep')
  const options = sites.flatMap(({ siteId, name, assigned, signed }) =>
    siteId && assigned > signed && (kept === 'all' || kept.includes(siteId))
      ? { value: siteId, label: `${name}: ${count(assigned - signed, 'person', 'people')} open` }
      : [],
  )
  return (
    <DecisionPage
      loaded={loaded}
      title="Remind those who have not signed"
      lede="Everybody gets one mail a day at most, in their language, with the link to read and sign. Not those on leave."
    >
      {unreachable > 0 ? (
        <Card>
          <p>
            {count(unreachable, 'person', 'people')} of those who have not signed{' '}
            {unreachable === 1 ? 'has' : 'have'} no e-mail address: no mail reaches them. They sign at a
            shared tablet or on paper.
          </p>
        </Card>
      ) : null}
      <QuestionForm
        action={remindAction}
        hidden={{ id: campaign.id, from }}
        questions={[
          {
            as: 'select',
            name: 'siteId',
            label: 'Who?',
            value: '',
            options,
            required: kept !== 'all',
            ...(kept === 'all' ? { empty: 'Everybody who has not signed' } : {}),
          },
        ]}
        submitLabel="Send the reminders"
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
