import { Section } from '#components/ui/section'
import type { RiskDetail } from '#lib/risks/detail-queries'
import '../risks.css'

/** From its causes to what it does: read from left to right, on a phone from top to bottom, and in that order aloud. */
export function BowTie({ risk }: { risk: RiskDetail }) {
  const { cause, event, consequence, threat, vulnerability } = risk
  const sources = [
    { label: 'Threat', value: threat },
    { label: 'Vulnerability', value: vulnerability },
  ].filter(({ value }) => value !== '')
  return (
    <Section title="What could go wrong">
      <ol className="bow-tie">
        <li>
          <h3>Why it can happen</h3>
          <Said>{cause}</Said>
          {sources.length > 0 ? (
            <dl>
              {sources.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
        <li className="bow-tie-knot">
          <h3>What happens</h3>
          <Said>{event || risk.title}</Said>
        </li>
        <li>
          <h3>What it does</h3>
          <Said>{consequence}</Said>
        </li>
      </ol>
    </Section>
  )
}

function Said({ children }: { children: string }) {
  return children === '' ? (
    <p className="text-muted">Nobody has written it down yet.</p>
  ) : (
    <p className="whitespace-pre-line">{children}</p>
  )
}
