import type { ContentSystem } from '#lib/assessments/content'
import { formatDay, isDay } from '#lib/base/days'
import { count } from '#lib/base/text'

const inWords = (day: string | null) => (day && isDay(day) ? formatDay(day) : '')

/** The systems, the patient data that flows into them, and which agreement covers it. */
export function ReportSystems({ systems }: { systems: readonly ContentSystem[] }) {
  return (
    <section>
      <h2>2. Systems and flows of patient data</h2>
      <p>
        {systems.length === 0
          ? 'No system in the register may hold patient data.'
          : `${count(systems.length, 'AI system')} with ${count(
              systems.reduce((all, { flows }) => all + flows.length, 0),
              'flow',
            )} of patient data.`}
      </p>
      {systems.map((system) => (
        <section key={system.ref} className="report-system">
          <h3>
            {system.ref} {system.name}
          </h3>
          <dl className="report-facts">
            {system.facts.map(({ label, value }) =>
              value ? (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ) : null,
            )}
            <div>
              <dt>Cover by agreements</dt>
              <dd>
                {system.cover.state}
                {system.cover.until ? ` until ${inWords(system.cover.until)}` : ''}
              </dd>
            </div>
          </dl>
          <Flows system={system} />
          <Cover system={system} />
        </section>
      ))}
    </section>
  )
}

function Flows({ system: { flows, name } }: { system: ContentSystem }) {
  if (flows.length === 0) return null
  return (
    <table>
      <caption>Flows of patient data into {name}</caption>
      <thead>
        <tr>
          <th scope="col">Flow</th>
          <th scope="col">What is known of it</th>
        </tr>
      </thead>
      <tbody>
        {flows.map(({ ref, purpose, facts }) => (
          <tr key={ref}>
            <th scope="row">
              {ref} {purpose}
            </th>
            <td>
              {facts
                .filter(({ value }) => value !== '')
                .map(({ label, value }) => (
                  <span key={label} className="report-pair">
                    <em>{label}:</em> {value}
                  </span>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cover({ system: { cover, name } }: { system: ContentSystem }) {
  if (cover.steps.length === 0) return null
  return (
    <table>
      <caption>Who gets the patient data of {name}, and under which agreement</caption>
      <thead>
        <tr>
          <th scope="col">Flow</th>
          <th scope="col">Vendor</th>
          <th scope="col">Cover</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {cover.steps.map(({ flow, vendor, through, state, because, agreement, until }) => (
          <tr key={`${flow} ${through} ${vendor}`}>
            <td>{flow}</td>
            <td>
              {vendor}
              {through ? `, through ${through}` : ''}
            </td>
            <td>{[state, agreement, until ? `until ${inWords(until)}` : ''].filter(Boolean).join(', ')}</td>
            <td>{because}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
