import type { Metadata } from 'next'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'
import type { CampaignDetail } from '#lib/training/detail-queries'
import { campaignStates } from '#lib/training/options'
import { type CampaignPeople, peopleOfCampaign, stateAsked } from '#lib/training/people-queries'
import { mayEdit } from '#lib/training/policy'
import { campaignKind } from '#lib/training/schema'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { type CampaignPage, campaignTitle, loadCampaign } from '../load-campaign.ts'
import { CampaignDue, CampaignFacts } from './campaign-facts.tsx'
import { PeopleBySite, PeopleList } from './campaign-people.tsx'
import { RecordsMenu } from './records-menu.tsx'

export function generateMetadata(page: CampaignPage): Promise<Metadata> {
  return campaignTitle(page, 'read', ({ title }) => title)
}

export default async function CampaignDetailPage(page: CampaignPage) {
  const loaded = await loadCampaign(page, 'read')
  const { actor, campaign, from, listHref } = loaded
  const params = await page.searchParams
  const asked = {
    state: stateAsked(params.state),
    siteId: typeof params.site === 'string' && isId(params.site) ? params.site : '',
    page: Number(params.page) || 1,
  }
  const people = await peopleOfCampaign(actor, campaign.id, asked)
  const to = (path: string) => withReturn(`/training/${campaign.id}/${path}`, from)
  const isOver = campaign.archived || campaign.state === 'closed'
  const edits = can(actor, 'training.edit') && mayEdit(actor) && !isOver
  const isOpen = campaign.state === 'open' || campaign.state === 'past-due'
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: 'Campaigns' }]} />}
        reference={campaign.ref}
        name={campaign.title}
        badges={
          campaign.archived ? (
            <StatusBadge tone="neutral">Archived</StatusBadge>
          ) : (
            <StatusBadge
              tone={campaignStates.find(({ value }) => value === campaign.state)?.tone ?? 'neutral'}
            >
              {optionLabel(campaignStates, campaign.state)}
            </StatusBadge>
          )
        }
        summary={inOneSentence(campaign, people)}
        actions={
          <>
            <RecordsMenu actor={actor} campaignId={campaign.id} />
            {isOpen && !campaign.archived && can(actor, 'training.keep') && people.remindable > 0 ? (
              <ButtonLink href={to('remind')} icon="bell">
                Remind now
              </ButtonLink>
            ) : null}
            {edits ? (
              <>
                <ButtonLink href={to('edit')} icon="edit">
                  Edit
                </ButtonLink>
                <Menu label="More" icon="more" iconOnly>
                  <MenuLink href={to('people')} icon="people">
                    In and out by name…
                  </MenuLink>
                  {isOpen ? (
                    <MenuLink href={to('close')} icon="checkCircle">
                      Close…
                    </MenuLink>
                  ) : null}
                  <MenuLink href={to('archive')} icon="archive">
                    Archive…
                  </MenuLink>
                </Menu>
              </>
            ) : null}
          </>
        }
      />
      {campaign.archived ? (
        <div className="pb-6">
          <Callout title="It is archived.">
            <p>It is no longer in the register and nobody has anything to do of it. Its history stays.</p>
          </Callout>
        </div>
      ) : null}
      <div className="grid grid-cols-1 gap-8">
        <RecordColumns aside={<CampaignDue loaded={loaded} people={people} />}>
          <CampaignFacts campaign={campaign} />
        </RecordColumns>
        {people.sites.length > 0 ? <PeopleBySite campaign={campaign} people={people} from={from} /> : null}
        <PeopleList campaign={campaign} people={people} asked={asked} from={from} actor={actor} />
        <EvidenceSection actor={actor} kind={campaignKind} id={campaign.id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={campaignKind} id={campaign.id} />}
        >
          <HistoryTimeline history={campaign.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

/** Whether it is all right, in what the page then explains. */
function inOneSentence(campaign: CampaignDetail, { unreachable }: CampaignPeople): string {
  const { assigned, signed, late, state } = campaign
  if (state === 'planned') return `It opens on ${formatDay(campaign.opensOn)}. Nobody has it to do before.`
  const share = `${signed.toLocaleString('en-US')} of ${count(assigned, 'person', 'people')} have signed`
  if (state === 'closed')
    return `It was closed on ${campaign.closedOn ? formatDay(campaign.closedOn) : 'a day'}: ${share}. ${campaign.closedReason}`
  return [
    `${share}.`,
    late > 0 ? `${count(late, 'is', 'are')} late.` : 'Nobody is late.',
    ...(unreachable > 0 ? [`${count(unreachable, 'person', 'people')} cannot be reached by mail.`] : []),
  ].join(' ')
}
