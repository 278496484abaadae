import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { type Change, topics } from '#lib/assessments/changes'
import '../../../../../components/table/rows.css'
import '../../assessments.css'

/** What is not as it was, topic by topic. */
export function ChangeTables({ changes, level }: { changes: readonly Change[]; level: 2 | 3 }) {
  if (changes.length === 0) return <Callout tone="ok" title="Nothing changed since then." />
  return [...Map.groupBy(changes, ({ topic }) => topic)].map(([topic, all]) => (
    <Section key={topic} title={`${topics[topic]} (${all.length})`} level={level}>
      <div className="list-wrap">
        <table className="table list-table changes-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Was</th>
              <th scope="col">Is</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ what, from, to }) => (
              <tr key={`${what} ${from} ${to}`}>
                <th scope="row">{what}</th>
                <td data-label="Was">{from}</td>
                <td data-label="Is">{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  ))
}
