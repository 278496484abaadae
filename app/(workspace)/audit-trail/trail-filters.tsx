import { Panel } from '#components/table/panel'
import { SearchField } from '#components/table/search-field'
import { buttonClass } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { formatDay } from '#lib/base/days'
import type { TrailPage } from '#lib/overview/audit-trail'
import { kindName } from '#lib/overview/row-fields'
import { actionName } from '#lib/overview/trail-actions'
import { isId, type TrailQuery, trailPath, trailQueryString } from '#lib/overview/trail-query'
import '../../../components/table/list.css'

const sources = [
  { value: 'all', label: 'Everything' },
  { value: 'application', label: 'Done in the application' },
  { value: 'outside', label: 'Changed outside the application' },
]

type Filter = { label: string; without: Partial<TrailQuery> }

/** What narrows the trail now, besides words. */
function filtersOf(query: TrailQuery, { who, record }: TrailPage['names']): Filter[] {
  const { action, kind, deed, from, until, source } = query
  const filters: (Filter | false)[] = [
    query.who !== '' && {
      label: `Who: ${isId(query.who) ? (who ?? 'one person') : query.who}`,
      without: { who: '' },
    },
    query.record !== '' && { label: `Record: ${record ?? 'one record'}`, without: { record: '', kind: '' } },
    kind !== '' && query.record === '' && { label: `About: ${kindName(kind)}`, without: { kind: '' } },
    action !== '' && { label: `What: ${actionName(action)}`, without: { action: '' } },
    deed !== '' && { label: 'Entries of one import', without: { deed: '' } },
    from !== null && { label: `From ${formatDay(from)}`, without: { from: null } },
    until !== null && { label: `Until ${formatDay(until)}`, without: { until: null } },
    source !== 'all' && {
      label: sources.find(({ value }) => value === source)?.label ?? source,
      without: { source: 'all' },
    },
  ]
  return filters.filter((filter) => filter !== false)
}

/** What to look for: a GET form, so that the address says it all, and what is looked for now, each to be taken away. */
export function TrailFilters({ query, page }: { query: TrailQuery; page: TrailPage }) {
  const filters = filtersOf(query, page.names)
  const to = (change: Partial<TrailQuery>) =>
    `${trailPath}${trailQueryString({ ...query, after: null, ...change })}`
  const stateKey = trailQueryString({ ...query, after: null })
  const chips = query.words
    ? [{ label: `Words: ${query.words}`, without: { words: '' } }, ...filters]
    : filters
  return (
    <>
      <div className="toolbar list-toolbar">
        <form action={trailPath} role="search" className="list-find">
          {query.deed ? <input type="hidden" name="deed" value={query.deed} /> : null}
          {query.record ? <input type="hidden" name="record" value={query.record} /> : null}
          <div className="list-search">
            <SearchField label="Search the trail" hint="What, why or which record" value={query.words} />
            <button type="submit" className={`${buttonClass({})} btn-icon`} aria-label="Search">
              <Icon name="search" />
            </button>
          </div>
          <Panel label="Filters" icon="filter" count={filters.length} stateKey={stateKey}>
            <FilterFields query={query} page={page} />
          </Panel>
        </form>
      </div>
      {chips.length > 0 ? (
        <ul className="list-chips" aria-label="Active filters">
          {chips.map(({ label, without }) => (
            <li key={label}>
              <a href={to(without)} className="chip">
                {label}
                <Icon name="close" />
                <span className="sr-only">: remove</span>
              </a>
            </li>
          ))}
          <li>
            <a href={trailPath}>Clear all</a>
          </li>
        </ul>
      ) : null}
    </>
  )
}

function FilterFields({ query, page: { choices, names } }: { query: TrailQuery; page: TrailPage }) {
  const { who, kind, record, action, from, until, source } = query
  return (
    <>
      {isId(who) ? (
        <input type="hidden" name="who" value={who} />
      ) : (
        <label className="display-row">
          <span>Who</span>
          <input
            className="control"
            name="who"
            defaultValue={who}
            placeholder="Part of a name"
            autoComplete="off"
          />
        </label>
      )}
      {record ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <Choice name="kind" label="About" any="Any record" options={choices.kinds} value={kind} />
      )}
      <Choice name="action" label="What" any="Anything" options={choices.actions} value={action} />
      <div className="trail-days">
        <label className="display-row">
          <span>From</span>
          <input className="control" type="date" name="from" defaultValue={from ?? ''} />
        </label>
        <label className="display-row">
          <span>Until</span>
          <input className="control" type="date" name="until" defaultValue={until ?? ''} />
        </label>
      </div>
      <Choice name="source" label="Where it was done" options={sources} value={source} />
      {names.who ? <p className="trail-note">Only what {names.who} did.</p> : null}
    </>
  )
}

function Choice({
  name,
  label,
  any,
  options,
  value,
}: {
  name: string
  label: string
  any?: string
  options: readonly { value: string; label: string }[]
  value: string
}) {
  return (
    <label className="display-row">
      <span>{label}</span>
      <select className="control" name={name} defaultValue={value}>
        {any ? <option value="">{any}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
