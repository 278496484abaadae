import { buttonClass } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import type { TrailPage } from '#lib/overview/audit-trail'
import { isId, type TrailQuery, trailPath, trailQueryString } from '#lib/overview/trail-query'

const sources = [
  { value: '', label: 'Everything' },
  { value: 'application', label: 'Done in the application' },
  { value: 'outside', label: 'Changed outside it' },
]

/** What to look for: a GET form, so that the address says it all. */
export function TrailFilters({ query, page }: { query: TrailQuery; page: TrailPage }) {
  const { choices, names } = page
  const without = (change: Partial<TrailQuery>) =>
    `${trailPath}${trailQueryString({ ...query, after: null, ...change })}`
  const person = isId(query.who) ? (names.who ?? 'one person') : null
  const record = query.record ? (names.record ?? 'one record') : null
  return (
    <div className="toolbar trail-filters">
      <form action={trailPath} role="search">
        {record ? <input type="hidden" name="record" value={query.record} /> : null}
        {person ? <input type="hidden" name="who" value={query.who} /> : null}
        <label className="trail-wide">
          <span>Words</span>
          <input className="control" type="search" name="q" defaultValue={query.words} autoComplete="off" />
        </label>
        {person ? null : (
          <label>
            <span>Who</span>
            <input
              className="control"
              name="who"
              defaultValue={query.who}
              placeholder="Part of a name"
              autoComplete="off"
            />
          </label>
        )}
        <Choice name="kind" label="About" any="Any record" options={choices.kinds} value={query.kind} />
        <Choice name="action" label="What" any="Any action" options={choices.actions} value={query.action} />
        <label>
          <span>From</span>
          <input className="control" type="date" name="from" defaultValue={query.from ?? ''} />
        </label>
        <label>
          <span>Until</span>
          <input className="control" type="date" name="until" defaultValue={query.until ?? ''} />
        </label>
        <label>
          <span>Where</span>
          <select
            key={query.source}
            className="control"
            name="source"
            defaultValue={query.source === 'all' ? '' : query.source}
          >
            {sources.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass({ variant: 'secondary' })}>
          <Icon name="search" />
          Search
        </button>
      </form>
      {person || record ? (
        <ul className="trail-only" aria-label="Limited to">
          {person ? <Only label={`Who: ${person}`} href={without({ who: '' })} /> : null}
          {record ? <Only label={`Record: ${record}`} href={without({ record: '' })} /> : null}
        </ul>
      ) : null}
    </div>
  )
}

function Only({ label, href }: { label: string; href: string }) {
  return (
    <li>
      <a href={href}>
        {label}
        <Icon name="close" />
        <span className="sr-only">: remove</span>
      </a>
    </li>
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
  any: string
  options: readonly { value: string; label: string }[]
  value: string
}) {
  return (
    <label>
      <span>{label}</span>
      <select key={value} className="control" name={name} defaultValue={value}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
