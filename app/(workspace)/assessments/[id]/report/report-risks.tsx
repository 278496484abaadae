import type { Content, ContentRisk, ContentScore } from '#lib/assessments/content'
import { formatDay, isDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { riskLevels } from '#lib/law/library/scale'

const day = (value: string | null) => (value && isDay(value) ? formatDay(value) : '')

/** How risks are rated, the risks with threat, weakness, likelihood, impact and level, and what is done about them. */
export function ReportRisks({ content }: { content: Content }) {
  const { risks, scale } = content
  const planned = risks.flatMap(({ ref, actions }) => actions.map((action) => ({ ref, ...action })))
  planned.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return (
    <>
      <section>
        <h2>3. How risks are rated</h2>
        <p>
          Likelihood and impact from 1 to 5, for patients, data, money and daily work, the worst of the four
          counting. The level follows from likelihood times impact:{' '}
          {Object.values(riskLevels)
            .map(({ label, from, to }) => `${label.toLowerCase()} ${from} to ${to}`)
            .join(', ')}
          . Inherent means before anything was done, current as things stand, target once the plan is carried
          out.
        </p>
        <div className="report-scales">
          <Scale title="Likelihood" steps={scale.likelihood} />
          <Scale title="Impact" steps={scale.impact} />
        </div>
      </section>
      <section>
        <h2>4. Threats, vulnerabilities and risks</h2>
        {risks.length === 0 ? (
          <p>No open risk in the register concerns what is assessed here.</p>
        ) : (
          <table>
            <caption>{count(risks.length, 'open risk')}, the gravest first</caption>
            <thead>
              <tr>
                <th scope="col">Risk</th>
                <th scope="col">Threat and vulnerability</th>
                <th scope="col">Inherent</th>
                <th scope="col">Current</th>
                <th scope="col">Target</th>
                <th scope="col">Treatment and controls</th>
              </tr>
            </thead>
            <tbody>
              {risks.map((risk) => (
                <RiskRow key={risk.ref} risk={risk} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section>
        <h2>5. Plan</h2>
        {planned.length === 0 ? (
          <p>No action is written down for these risks.</p>
        ) : (
          <table>
            <caption>{count(planned.length, 'action')}, by the day they are due</caption>
            <thead>
              <tr>
                <th scope="col">Risk</th>
                <th scope="col">Action</th>
                <th scope="col">Who</th>
                <th scope="col">Due</th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {planned.map(({ ref, title, owner, dueOn, doneOn, dropped, outcome }) => (
                <tr key={`${ref} ${title} ${dueOn}`}>
                  <td>{ref}</td>
                  <td>{title}</td>
                  <td>{owner || 'Nobody'}</td>
                  <td>{day(dueOn)}</td>
                  <td>
                    {dropped ? 'Given up' : doneOn ? `Done on ${day(doneOn)}` : 'Open'}
                    {outcome ? `: ${outcome}` : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <Controls content={content} />
    </>
  )
}

function Scale({ title, steps }: { title: string; steps: Content['scale']['impact'] }) {
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {steps.map(({ score, word, means }) => (
          <tr key={score}>
            <th scope="row">
              {score} {word}
            </th>
            <td>{means}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Score({ score }: { score: ContentScore }) {
  if (!score) return <>Not scored</>
  return (
    <>
      <strong>{score.level}</strong>, {score.score}
      <span className="report-pair">
        likelihood {score.likelihood}, impact {score.impact}
      </span>
    </>
  )
}

function RiskRow({ risk }: { risk: ContentRisk }) {
  const said = [
    ['Threat', risk.threat],
    ['Vulnerability', risk.vulnerability],
    ['Cause', risk.cause],
    ['Event', risk.event],
    ['Consequence', risk.consequence],
  ].filter(([, words]) => words !== '')
  const treatment = [
    ['', risk.treatmentNote ? `${risk.treatment}: ${risk.treatmentNote}` : risk.treatment],
    ['Accepted', risk.acceptance && `${risk.acceptance} (until ${day(risk.acceptedUntil)})`],
    ['Controls', risk.controls.join('; ')],
    ['Owner', risk.owner || 'Nobody'],
    ['Reviewed', day(risk.reviewedOn)],
  ].filter(([, words]) => words !== '')
  return (
    <tr>
      <th scope="row">
        {risk.ref} {risk.title}
        <span className="report-pair">
          {risk.category}. Concerns: {risk.concerns.join('; ')}
        </span>
      </th>
      <td>
        {said.map(([label, words]) => (
          <span key={label} className="report-pair">
            <em>{label}:</em> {words}
          </span>
        ))}
      </td>
      <td>
        <Score score={risk.inherent} />
      </td>
      <td>
        <Score score={risk.current} />
      </td>
      <td>
        <Score score={risk.target} />
      </td>
      <td>
        {treatment.map(([label, words]) => (
          <span key={label} className="report-pair">
            {label ? <em>{label}:</em> : null} {words}
          </span>
        ))}
      </td>
    </tr>
  )
}

function Controls({ content: { controls } }: { content: Content }) {
  return (
    <section>
      <h2>6. Controls behind the questions</h2>
      {controls.length === 0 ? (
        <p>No control in the register answers a requirement that is asked about here.</p>
      ) : (
        <table>
          <caption>{count(controls.length, 'control')}</caption>
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">State</th>
              <th scope="col">Last tested</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {controls.map(({ ref, title, does, state, owner, testedOn, testResult, requirements }) => (
              <tr key={ref}>
                <th scope="row">
                  {ref} {title}
                  <span className="report-pair">{does}</span>
                </th>
                <td>
                  {state}
                  {owner ? `, ${owner}` : ''}
                </td>
                <td>{testedOn ? `${day(testedOn)}: ${testResult.toLowerCase()}` : 'Never'}</td>
                <td>{requirements.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
