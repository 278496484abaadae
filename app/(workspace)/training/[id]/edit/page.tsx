import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { readDraft } from '#lib/people/drafts'
import { editCampaignAction } from '../../actions.ts'
import { CampaignForm } from '../../campaign-form.tsx'
import { campaignValues, formSetup } from '../../form-setup.ts'
import { type CampaignPage, campaignTitle, loadCampaign } from '../../load-campaign.ts'

export function generateMetadata(page: CampaignPage): Promise<Metadata> {
  return campaignTitle(page, 'edit', ({ title }) => `Edit ${title}`)
}

export default async function EditCampaignPage(page: CampaignPage) {
  const { actor, campaign, from, recordHref, listHref } = await loadCampaign(page, 'edit')
  const isOver = campaign.archived || campaign.state === 'closed'
  const draftKey = `campaign/${campaign.id}`
  const draft = isOver ? null : await readDraft(actor, draftKey)
  const values = campaignValues(campaign)
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: listHref, label: 'Campaigns' },
              { href: recordHref, label: campaign.title },
            ]}
          />
        }
        title={`Edit ${campaign.title}`}
      />
      {isOver ? (
        <Callout
          title={campaign.archived ? 'It is archived.' : 'It is closed.'}
          actions={<ButtonLink href={recordHref}>Back to the campaign</ButtonLink>}
        >
          <p>What was asked and what was signed stays as it is.</p>
        </Callout>
      ) : (
        <CampaignForm
          {...(await formSetup(actor, campaign, draft, values))}
          action={editCampaignAction}
          values={values}
          hidden={{ id: campaign.id, version: String(campaign.version), from }}
          canName={false}
          isOpen={campaign.state !== 'planned'}
          draftKey={draftKey}
          draft={draft}
          submitLabel="Save"
          cancelHref={recordHref}
        />
      )}
    </>
  )
}
