import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Menu, MenuLink } from '#components/ui/menu'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { matrixPath } from '#lib/training/matrix-filter'
import { mayEdit } from '#lib/training/policy'
import { type OpenStanding, registerPage } from '#lib/training/register-queries'
import { campaignTable } from '#lib/training/table'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { nextStep } from './next-step.ts'

export const metadata: Metadata = { title: 'Campaigns' }

export default async function CampaignsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('training.read')
  const state = parseListState(campaignTable, await searchParams)
  const [page, views] = await Promise.all([registerPage(actor, state), listViews(actor, campaignTable.kind)])
  const query = listQuery(campaignTable, state)
  const mayAdd = can(actor, 'training.edit') && mayEdit(actor)
  const mayKeep = can(actor, 'training.keep')
  return (
    <>
      <PageHeader
        title="Campaigns"
        lede={inOneSentence(page.open)}
        actions={
          <>
            {can(actor, 'training.export') && page.all > 0 ? (
              <ExportMenu kind="campaign" query={query} />
            ) : null}
            <ButtonLink href={matrixPath} icon="people">
              People
            </ButtonLink>
            <ButtonLink href="/training/plans" icon="calendar">
              Plans
            </ButtonLink>
            {mayAdd ? (
              <ButtonLink href="/training/new" variant="primary" icon="plus">
                <span>
                  New<span className="wide-only"> campaign</span>
                </span>
              </ButtonLink>
            ) : null}
            {mayKeep ? (
              <Menu label="More" icon="more" iconOnly>
                {mayAdd ? (
                  <MenuLink href="/training/work-groups" icon="people">
                    Work groups
                  </MenuLink>
                ) : null}
                <MenuLink href="/training/leave" icon="pause">
                  People on leave
                </MenuLink>
                <MenuLink href="/training/kiosks" icon="people">
                  Shared tablets
                </MenuLink>
              </Menu>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={campaignTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/training/${row.id}`, query)}
        next={(row) => nextStep(actor, row.id, row.state === 'past-due' ? row.nextDuty : null, query)}
        empty={
          <EmptyState
            title="No campaign yet"
            icon="people"
            actions={
              mayAdd ? (
                <>
                  <ButtonLink href="/training/plans/programme" variant="primary" icon="calendar">
                    Make the quarterly programme
                  </ButtonLink>
                  <ButtonLink href="/training/work-groups" icon="people">
                    Sort job titles
                  </ButtonLink>
                  <ButtonLink href="/training/new" icon="plus">
                    One campaign by hand
                  </ButtonLink>
                </>
              ) : undefined
            }
          >
            {mayAdd
              ? 'A campaign asks people to read a course and sign it. Sort your job titles into work groups once, then let the quarterly programme make the campaigns.'
              : 'What people are asked to read and sign will stand here as soon as there is a campaign.'}
          </EmptyState>
        }
      />
    </>
  )
}

/** How things stand: what is open, who has signed, who is late. */
function inOneSentence({ campaigns, assigned, signed, late }: OpenStanding): string {
  if (campaigns === 0) return 'No campaign is open. What people were asked to read and sign, and who did.'
  const share = assigned > 0 ? Math.floor((signed / assigned) * 100) : 0
  return [
    `${count(campaigns, 'campaign is', 'campaigns are')} open: ${signed.toLocaleString('en-US')} of ${count(assigned, 'signature')} are there (${share}%).`,
    late > 0 ? `${count(late, 'one is', 'are')} late.` : 'None is late.',
  ].join(' ')
}
