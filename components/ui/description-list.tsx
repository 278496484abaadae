import type { ReactNode } from 'react'
import { type Citation, Cite } from './cite.tsx'

/** A fact: what it is called, what it says, and on demand why it matters. An empty value says so in words. */
export type Fact = {
  label: string
  value: ReactNode
  why?: ReactNode
  rule?: Citation | undefined
}

/** Facts as label and value, one per line. */
export function DescriptionList({
  facts,
  missing = 'Not recorded',
}: {
  facts: readonly Fact[]
  missing?: string
}) {
  return (
    <div className="facts-host">
      <dl className="facts">
        {facts.map(({ label, value, why, rule }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value === null || value === undefined || value === '' ? (
                <span className="text-muted">{missing}</span>
              ) : (
                value
              )}
              {why || rule ? <Cite why={why} rule={rule} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
