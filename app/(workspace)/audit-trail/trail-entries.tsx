import { StatusBadge } from '#components/ui/badge'
import { Icon } from '#components/ui/icon'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import type { TrailEntry } from '#lib/overview/audit-trail'
import type { RowInWords } from '#lib/overview/row-words'
import { type TrailQuery, trailPath, trailQueryString } from '#lib/overview/trail-query'
import { recordHref } from '../duty-links.ts'

type Only = (change: Partial<TrailQuery>) => string

/** Entries of the trail, newest first. */
export function TrailEntries({
  actor,
  entries,
  query,
}: {
  actor: Actor
  entries: readonly TrailEntry[]
  query: TrailQuery
}) {
  const only: Only = (change) => `${trailPath}${trailQueryString({ ...query, after: null, ...change })}`
  return (
    <ol className="trail">
      {entries.map((entry) => (
        <Entry key={entry.id} actor={actor} entry={entry} only={only} />
      ))}
    </ol>
  )
}

function Entry({ actor, entry, only }: { actor: Actor; entry: TrailEntry; only: Only }) {
  const { at, who, databaseRole, sentence, record, reason, rows } = entry
  const href = record ? recordHref(actor, record.kind, record.id) : undefined
  return (
    <li className={who ? undefined : 'trail-outside'}>
      <time dateTime={at.toISOString()}>{formatInstant(at, actor.timeZone)}</time>
      <div className="trail-who">
        {who ? <Who who={who} only={only} /> : <p className="trail-role">Database role {databaseRole}</p>}
      </div>
      <div className="trail-what">
        {who ? null : <StatusBadge tone="attention">Changed outside the application</StatusBadge>}
        <p>{sentence}</p>
        {record ? (
          <p className="trail-record">
            {href ? <a href={href}>{record.label}</a> : record.label}
            <a href={only({ kind: record.kind, record: record.id })} className="trail-filter">
              <Icon name="filter" />
              <span className="sr-only">Only {record.label}</span>
            </a>
          </p>
        ) : null}
        {reason ? <p className="trail-why">“{reason}”</p> : null}
        {rows.length > 0 ? <Changes rows={rows} open={!who} /> : null}
      </div>
    </li>
  )
}

function Who({ who, only }: { who: NonNullable<TrailEntry['who']>; only: Only }) {
  return (
    <>
      <p>
        {who.id ? (
          <a href={only({ who: who.id })} title={`Only what ${who.name} did`}>
            {who.name}
          </a>
        ) : (
          who.name
        )}
      </p>
      <p className="trail-role">{who.role}</p>
    </>
  )
}

function Changes({ rows, open }: { rows: readonly RowInWords[]; open: boolean }) {
  return (
    <details className="cite" open={open}>
      <summary>
        <Icon name="chevronRight" />
        Before and after{rows.length > 1 ? ` (${count(rows.length, 'change')})` : ''}
      </summary>
      {rows.map((row) => (
        <RowTable key={row.id} row={row} />
      ))}
    </details>
  )
}

function RowTable({ row: { heading, operation, columns } }: { row: RowInWords }) {
  return (
    <table className="trail-row">
      <caption>{heading}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          {operation === 'insert' ? null : <th scope="col">Before</th>}
          {operation === 'delete' ? null : <th scope="col">After</th>}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {operation === 'insert' ? null : <td>{before || <Nothing />}</td>}
            {operation === 'delete' ? null : <td>{after || <Nothing />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Nothing() {
  return <span className="trail-role">nothing</span>
}
