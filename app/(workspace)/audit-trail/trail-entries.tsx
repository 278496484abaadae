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
  const { at, who, databaseRole, sentence, record, reason, folded, rows } = entry
  const href = record ? recordHref(actor, record.kind, record.id) : undefined
  return (
    <li className={who ? undefined : 'trail-outside'}>
      <time dateTime={at.toISOString()}>{formatInstant(at, actor.timeZone)}</time>
      <div className="trail-who">
        {who ? <Who who={who} only={only} /> : <p className="trail-role">Not known</p>}
      </div>
      <div className="trail-what">
        {who ? null : (
          <StatusBadge tone="attention">
            Changed outside the application by database role {databaseRole}
          </StatusBadge>
        )}
        <Sentence sentence={sentence} />
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
        {folded ? (
          <p>
            <a href={only({ deed: folded.deed })}>
              and {count(folded.entries, 'more entry', 'more entries')} of this import
            </a>
          </p>
        ) : null}
        {rows.length > 0 ? (
          who ? (
            <Changes rows={rows} />
          ) : (
            rows.map((row) => <RowTable key={row.id} row={row} alone />)
          )
        ) : null}
      </div>
    </li>
  )
}

/** Parts of a sentence that are read at once; an edit of twenty fields says the rest on demand. */
const readAtOnce = 3

function Sentence({ sentence }: { sentence: string }) {
  const parts = sentence.split('; ')
  if (parts.length <= readAtOnce) return <p>{sentence}</p>
  return (
    <details className="trail-long">
      <summary>
        {parts.slice(0, readAtOnce - 1).join('; ')};{' '}
        <span className="trail-more">and {parts.length - readAtOnce + 1} more</span>
      </summary>
      <ul>
        {parts.slice(readAtOnce - 1).map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </details>
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

function Changes({ rows }: { rows: readonly RowInWords[] }) {
  return (
    <details className="cite">
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

/** `alone`: what it is stands above the table already. */
function RowTable({ row, alone = false }: { row: RowInWords; alone?: boolean }) {
  const { heading, operation, columns } = row
  return (
    <table className="trail-row">
      <caption className={alone ? 'sr-only' : undefined}>{heading}</caption>
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
