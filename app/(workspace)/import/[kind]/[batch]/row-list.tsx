import { Badge, StatusBadge } from '#components/ui/badge'
import { Pagination } from '#components/ui/pagination'
import { Section } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import type { BatchRow, BatchSummary, RowAction, RowFilter } from '#lib/transfer/queries'

const words: Readonly<Record<RowAction, string>> = {
  create: 'New',
  update: 'Changed',
  skip: 'The same',
  error: 'Error',
}

/** The rows of the file and what happens to each, in the order of the file. */
export function RowList({
  batch,
  rows,
  filter,
  page,
  pageSize,
  total,
  href,
}: {
  batch: BatchSummary
  rows: readonly BatchRow[]
  filter: RowFilter | null
  page: number
  pageSize: number
  total: number
  /** Where a row's record is, once it is there. */
  href: ((id: string) => string) | null
}) {
  const base = `/import/${batch.kind}/${batch.id}`
  const address = (rows: RowFilter | null, to: number) => {
    const query = new URLSearchParams()
    if (rows) query.set('rows', rows)
    if (to > 1) query.set('page', String(to))
    return query.size > 0 ? `${base}?${query}` : base
  }
  const counts: Readonly<Record<RowAction, number>> = {
    create: batch.createCount,
    update: batch.updateCount,
    skip: batch.skipCount,
    error: batch.errorCount,
  }
  const tabs = [
    {
      href: address(null, 1),
      label: 'All rows',
      count: Object.values(counts).reduce((sum, n) => sum + n, 0),
    },
    ...(Object.keys(words) as RowAction[]).map((key) => ({
      href: address(key, 1),
      label: words[key],
      count: counts[key],
    })),
  ]
  const first = (page - 1) * pageSize + 1
  return (
    <Section title="Row by row">
      <Tabs label="Rows by what happens to them" current={address(filter, 1)} tabs={tabs} />
      {rows.length === 0 ? (
        <p className="text-muted">
          {total === 0 ? 'There is no such row.' : 'The rows of old imports are not kept.'}
        </p>
      ) : (
        <>
          <div className="table-wrap import-table">
            <table className="table">
              <caption className="sr-only">Rows of {batch.fileName}</caption>
              <thead>
                <tr>
                  <th scope="col">Row</th>
                  <th scope="col">Record</th>
                  <th scope="col">What happens</th>
                  <th scope="col">
                    {rows.some(({ shown }) => shown.length > 0) ? 'What will be there' : 'Why'}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.line}>
                    <td className="import-line">
                      <span className="import-line-word">Row </span>
                      {row.line.toLocaleString('en-US')}
                    </td>
                    <th scope="row" className="wrap-anywhere">
                      {href && row.recordId && row.action !== 'error' ? (
                        <a href={href(row.recordId)}>{row.label}</a>
                      ) : (
                        row.label || <span className="text-muted">No name</span>
                      )}
                    </th>
                    <td>
                      <ActionBadge action={row.action} />
                    </td>
                    <td className="import-reason">
                      {row.shown.length > 0 ? (
                        <ul className="import-shown">
                          {row.shown.map((line) => (
                            <li key={line}>{line}</li>
                          ))}
                        </ul>
                      ) : null}
                      {row.reason}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Pagination
            summary={`${first.toLocaleString('en-US')}–${(first + rows.length - 1).toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}
            previous={page > 1 ? address(filter, page - 1) : undefined}
            next={page * pageSize < total ? address(filter, page + 1) : undefined}
          />
        </>
      )}
    </Section>
  )
}

function ActionBadge({ action }: { action: string }) {
  if (action === 'error') return <StatusBadge tone="danger">{words.error}</StatusBadge>
  if (action === 'skip') return <span className="text-muted">{words.skip}</span>
  return <Badge>{action === 'create' ? words.create : words.update}</Badge>
}
