import { BarTable } from '#components/chart/bar-table'
import { StatusBadge } from '#components/ui/badge'
import { EmptyState } from '#components/ui/empty-state'
import { Pagination } from '#components/ui/pagination'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'
import type { CampaignDetail } from '#lib/training/detail-queries'
import { assignmentStates } from '#lib/training/options'
import { type CampaignPeople, type PeopleAsked, peoplePerPage } from '#lib/training/people-queries'
import '../campaigns.css'

/** The address of the page with its people narrowed. */
function hrefOf(id: string, from: string, asked: Partial<PeopleAsked>): string {
  const query = new URLSearchParams()
  if (asked.state) query.set('state', asked.state)
  if (asked.siteId) query.set('site', asked.siteId)
  if (asked.page && asked.page > 1) query.set('page', String(asked.page))
  const path = withReturn(`/training/${id}`, from)
  const more = query.toString()
  return `${path}${more ? `${path.includes('?') ? '&' : '?'}${more}` : ''}#people`
}

/** Who has not signed, site by site. */
export function PeopleBySite({
  campaign,
  people: { sites },
  from,
}: {
  campaign: CampaignDetail
  people: CampaignPeople
  from: string
}) {
  const isOver = campaign.state === 'closed'
  const late = sites.filter((site) => site.late > 0)
  const open = sites.filter(({ assigned, signed }) => assigned > signed)
  const rows = (isOver || late.length === 0 ? open : late).map(({ siteId, name, ...one }) => ({
    label: name || 'No site',
    value: isOver || late.length === 0 ? one.assigned - one.signed : one.late,
    href: siteId
      ? hrefOf(campaign.id, from, { siteId, state: isOver ? 'closed' : late.length > 0 ? 'late' : '' })
      : null,
  }))
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  const what = isOver ? 'never signed' : late.length > 0 ? 'late' : 'not signed yet'
  return (
    <Section title="Site by site" id="sites">
      {rows.length === 0 ? (
        <p>Everybody has signed, at every site.</p>
      ) : (
        <BarTable
          title={`${count(total, 'person', 'people')} ${what}, at ${rows.length} of ${count(sites.length, 'site')}`}
          categoryLabel="Site"
          valueLabel={what}
          tone={late.length > 0 || isOver ? 'danger' : 'accent'}
          rows={rows}
        />
      )}
    </Section>
  )
}

/** The people of a campaign, narrowed by state and site, page by page. */
export function PeopleList({
  actor,
  campaign,
  people,
  asked,
  from,
}: {
  actor: Actor
  campaign: CampaignDetail
  people: CampaignPeople
  asked: PeopleAsked
  from: string
}) {
  const { rows, total, page } = people
  const last = Math.ceil(total / peoplePerPage)
  const sites = people.sites.flatMap(({ siteId, name }) => (siteId ? { value: siteId, label: name } : []))
  const to = (number: number) => hrefOf(campaign.id, from, { ...asked, page: number })
  return (
    <Section title="People" id="people" lede={count(total, 'person', 'people')}>
      {people.sites.length > 0 ? (
        <form className="campaign-filters pb-4" method="get" action={`/training/${campaign.id}#people`}>
          {from ? <input type="hidden" name="from" value={from} /> : null}
          <label>
            State
            <select name="state" className="control" defaultValue={asked.state}>
              <option value="">All</option>
              {assignmentStates.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            Site
            <select name="site" className="control" defaultValue={asked.siteId}>
              <option value="">All</option>
              {sites.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="btn btn-secondary">
            Show
          </button>
        </form>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title={people.sites.length === 0 ? 'Nobody has it to do yet' : 'Nobody is like this'}
          icon="people"
          level={3}
        >
          {campaign.state === 'planned'
            ? `Everybody it is meant for has it to do from ${formatDay(campaign.opensOn)} on.`
            : 'Choose another state or site.'}
        </EmptyState>
      ) : (
        <>
          <div className="table-wrap">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">State</th>
                  <th scope="col">Sign by</th>
                  <th scope="col">Signed on</th>
                  <th scope="col">Site</th>
                  <th scope="col">Job title</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      {can(actor, 'person.read') ? (
                        <a href={`/people/${row.personId}`}>{row.name}</a>
                      ) : (
                        row.name
                      )}
                    </th>
                    <td>
                      <StatusBadge
                        tone={assignmentStates.find(({ value }) => value === row.state)?.tone ?? 'neutral'}
                      >
                        {optionLabel(assignmentStates, row.state)}
                      </StatusBadge>
                    </td>
                    <td>{formatDay(row.dueOn)}</td>
                    <td>{row.signedOn ? formatDay(row.signedOn) : ''}</td>
                    <td>{row.site}</td>
                    <td>{row.jobTitle}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {last > 1 ? (
            <Pagination
              summary={`${((page - 1) * peoplePerPage + 1).toLocaleString('en-US')}–${Math.min(page * peoplePerPage, total).toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}
              previous={page > 1 ? to(page - 1) : undefined}
              next={page < last ? to(page + 1) : undefined}
            />
          ) : null}
        </>
      )}
    </Section>
  )
}
