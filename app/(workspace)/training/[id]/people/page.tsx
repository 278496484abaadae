import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Section } from '#components/ui/section'
import { personChoices } from '#lib/people/directory'
import { namePersonAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type CampaignPage, campaignTitle, loadCampaign } from '../../load-campaign.ts'
import { NamePersonForm } from './name-person-form.tsx'
import '../../../vendors/vendors.css'

export function generateMetadata(page: CampaignPage): Promise<Metadata> {
  return campaignTitle(page, 'edit', ({ title }) => `People by name: ${title}`)
}

export default async function PeoplePage(page: CampaignPage) {
  const loaded = await loadCampaign(page, 'edit')
  const { actor, campaign, from, recordHref } = loaded
  if (campaign.archived || campaign.state === 'closed') notFound()
  const hidden = { id: campaign.id, from }
  return (
    <DecisionPage
      loaded={loaded}
      title="In and out by name"
      lede="Beside work groups and sites. Who is left out and has not signed has nothing to do of it any more; it stays on record."
    >
      <NamePersonForm
        action={namePersonAction}
        hidden={hidden}
        people={await personChoices(actor)}
        cancelHref={recordHref}
      />
      {campaign.people.length > 0 ? (
        <Section title="Named so far">
          <ul className="entries">
            {campaign.people.map(({ id, personId, name, isIn, reason }) => (
              <li key={id}>
                <p className="entry-title">
                  {name} <span>{isIn ? 'taken in' : 'left out'}</span>
                </p>
                <p className="text-muted">{reason}</p>
                <form action={backToRule}>
                  <input type="hidden" name="id" value={campaign.id} />
                  <input type="hidden" name="from" value={from} />
                  <input type="hidden" name="personId" value={personId} />
                  <input type="hidden" name="as" value="rule" />
                  <input type="hidden" name="reason" value="" />
                  <button type="submit" className="btn btn-secondary btn-small">
                    By work group and site again
                    <span className="sr-only">: {name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </DecisionPage>
  )
}

async function backToRule(form: FormData): Promise<void> {
  'use server'
  await namePersonAction({}, form)
}
