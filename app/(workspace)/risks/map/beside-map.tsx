import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { GroupCount, RiskMap } from '#lib/risks/map-queries'
import { levelOption } from '../score-words.ts'

const figure = (value: number) => value.toLocaleString('en-US')

/** Open risks of groups, each number leading to its rows. */
export function CountTable({
  title,
  first,
  rows,
  query,
}: {
  title: string
  first: string
  rows: readonly GroupCount[]
  /** The list's filters for a group. */
  query: (value: string) => string
}) {
  const link = (value: number, more: string) =>
    value > 0 ? <a href={`/risks?${more}`}>{figure(value)}</a> : <span className="text-muted">0</span>
  return (
    <Section title={title}>
      <Card padded={false}>
        <div className="count-table-wrap">
          <table className="count-table">
            <thead>
              <tr>
                <th scope="col">{first}</th>
                <th scope="col">Open</th>
                <th scope="col">High or critical</th>
                <th scope="col">Not scored</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ value, label, open, grave, unscored }) => (
                <tr key={value}>
                  <th scope="row">{label}</th>
                  <td>{link(open, query(value))}</td>
                  <td>{link(grave, `${query(value)}&level=high,critical`)}</td>
                  <td>{link(unscored, `${query(value)}&level=unscored`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </Section>
  )
}

/** Better or worse: how many were grave at the end of each quarter, and what moved since the last. */
export function Movement({ map }: { map: RiskMap }) {
  const most = Math.max(1, ...map.quarters.map(({ high, critical }) => high + critical))
  return (
    <Section
      title="Better or worse?"
      lede={`Since ${formatDay(map.since)}, ${count(map.up, 'risk')} went up and ${count(map.down, 'risk')} went down.`}
    >
      <div className="map-columns">
        <Card padded={false}>
          <div className="count-table-wrap">
            <table className="count-table quarter-table">
              <caption className="sr-only">High and critical risks at the end of each quarter</caption>
              <thead>
                <tr>
                  <th scope="col">At the end of</th>
                  <th scope="col">High</th>
                  <th scope="col">Critical</th>
                  <td aria-hidden="true" />
                </tr>
              </thead>
              <tbody>
                {map.quarters.map(({ on, high, critical }, at) => (
                  <tr key={on}>
                    <th scope="row">{at === map.quarters.length - 1 ? 'Today' : formatDay(on)}</th>
                    <td>{figure(high)}</td>
                    <td>{figure(critical)}</td>
                    <td aria-hidden="true">
                      <span className="quarter-bar">
                        <span className="level-high" style={{ inlineSize: `${(high / most) * 100}%` }} />
                        <span
                          className="level-critical"
                          style={{ inlineSize: `${(critical / most) * 100}%` }}
                        />
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
        {map.movers.length > 0 ? (
          <Card padded={false}>
            <div className="count-table-wrap">
              <table className="count-table">
                <caption className="sr-only">Risks whose score moved most since the last quarter</caption>
                <thead>
                  <tr>
                    <th scope="col">Moved most</th>
                    <th scope="col">Was</th>
                    <th scope="col">Is</th>
                  </tr>
                </thead>
                <tbody>
                  {map.movers.map(({ id, ref, title, was, is }) => (
                    <tr key={id}>
                      <th scope="row">
                        <a href={`/risks/${id}`}>
                          {ref} {title}
                        </a>
                      </th>
                      <td>
                        {was} {levelOption(was).label.toLowerCase()}
                      </td>
                      <td>
                        <span aria-hidden="true">{is > was ? '↑' : '↓'}</span>
                        <span className="sr-only">{is > was ? 'up to' : 'down to'}</span> {is}{' '}
                        {levelOption(is).label.toLowerCase()}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Card>
        ) : null}
      </div>
    </Section>
  )
}
