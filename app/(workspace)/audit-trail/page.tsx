import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { mostCounted } from '#lib/audit-trail/details'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { type TrailPage, trailPage } from '#lib/overview/audit-trail'
import { parseTrailQuery, type TrailQuery, trailPath, trailQueryString } from '#lib/overview/trail-query'
import { TrailEntries } from './trail-entries.tsx'
import { TrailFilters } from './trail-filters.tsx'
import './trail.css'

export const metadata: Metadata = { title: 'Audit trail' }

export default async function AuditTrailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('audit.read')
  const query = parseTrailQuery(await searchParams)
  const page = await trailPage(actor, query)
  return (
    <>
      <PageHeader
        title="Audit trail"
        lede="Who did what, when and why. Entries are only ever added: nobody can change or delete one."
        actions={
          page && can(actor, 'audit.export') ? (
            <ButtonLink
              href={`${trailPath}/export${trailQueryString({ ...query, after: null })}`}
              icon="download"
              data-hard
            >
              Export CSV
            </ButtonLink>
          ) : null
        }
      />
      {page ? (
        <Trail actor={actor} query={query} page={page} />
      ) : (
        <EmptyState title="The audit trail belongs to the whole practice" icon="lock">
          Your role counts at some sites only. What happened to a record stands on the record’s own page.
        </EmptyState>
      )}
    </>
  )
}

function Trail({ actor, query, page }: { actor: Actor; query: TrailQuery; page: TrailPage }) {
  const { entries, next, searchedTo } = page
  const to = (change: Partial<TrailQuery>) =>
    `${trailPath}${trailQueryString({ ...query, after: null, ...change })}`
  const isAll = trailQueryString({ ...query, after: null }) === ''
  return (
    <div className="trail-page">
      <TrailFilters query={query} page={page} />
      <Outside query={query} outside={page.outside} href={to({ source: 'outside' })} />
      {entries.length > 0 ? (
        <TrailEntries actor={actor} entries={entries} query={query} />
      ) : searchedTo ? null : (
        <EmptyState
          title={
            query.after
              ? 'The trail ends here'
              : isAll
                ? 'Nothing has happened yet'
                : 'Nothing in the trail matches'
          }
          icon="history"
          actions={
            isAll && !query.after ? null : <ButtonLink href={trailPath}>Show the whole trail</ButtonLink>
          }
        />
      )}
      {searchedTo ? (
        <p className="trail-note" role="status">
          Searched back to {formatInstant(searchedTo, actor.timeZone)}:{' '}
          {entries.length === 0
            ? 'nothing found so far.'
            : `${count(entries.length, 'entry', 'entries')} found on this page.`}
        </p>
      ) : null}
      {query.after || next ? (
        <nav className="pages" aria-label="Pages of the trail">
          <p>{next ? null : 'This is the oldest page.'}</p>
          <div>
            {query.after ? (
              <ButtonLink href={to({})} size="small" icon="arrowLeft">
                Newest
              </ButtonLink>
            ) : null}
            {next ? (
              <ButtonLink href={to({ after: next })} size="small" icon="arrowRight" rel="next">
                {searchedTo ? 'Search further back' : 'Older'}
              </ButtonLink>
            ) : null}
          </div>
        </nav>
      ) : null}
    </div>
  )
}

/** Whether anybody went past the application in the chosen time. */
function Outside({ query, outside, href }: { query: TrailQuery; outside: number; href: string }) {
  const time = query.from || query.until ? 'in the chosen time' : 'so far'
  if (outside === 0) return <p className="trail-note">No row was changed outside the application {time}.</p>
  const many =
    outside > mostCounted
      ? `More than ${count(mostCounted, 'row')} were`
      : `${count(outside, 'row')} ${outside === 1 ? 'was' : 'were'}`
  return (
    <Callout
      tone="attention"
      title={`${many} changed outside the application ${time}.`}
      actions={
        query.source === 'outside' ? null : (
          <ButtonLink href={href} size="small">
            Show only these
          </ButtonLink>
        )
      }
    >
      <p>Somebody with a login to the database itself did this. Find out who, and whether it was meant.</p>
    </Callout>
  )
}
