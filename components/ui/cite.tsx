import type { ReactNode } from 'react'
import { StatusBadge, type Tone } from './badge.tsx'
import { Icon } from './icon.tsx'

/** Where a rule comes from and how firm it is. */
export type Citation = {
  /** The rule in our words. */
  text: string
  /** Where it stands: '45 CFR 164.308(a)(1)(ii)(A)'. */
  source: string
  status: 'in-force' | 'proposed' | 'guidance'
  href?: string | undefined
  /** False while nobody has held it against its source. */
  isChecked?: boolean
}

/** What is in force carries no tone: that a law holds does not say that anybody keeps it. */
const standing: Record<Citation['status'], { tone?: Tone; word: string }> = {
  'in-force': { word: 'In force' },
  proposed: { tone: 'attention', word: 'Proposed' },
  guidance: { tone: 'neutral', word: 'Guidance' },
}

/** The rule itself, its citation and its standing; always visible. */
export function CitationText({ text, source, status, href, isChecked = true }: Citation) {
  const { tone, word } = standing[status]
  return (
    <>
      <p>{text}</p>
      <p className="cite-source">
        {href ? (
          <a href={href} rel="noreferrer" target="_blank">
            {source}
          </a>
        ) : (
          <span>{source}</span>
        )}
        {tone ? <StatusBadge tone={tone}>{word}</StatusBadge> : <span>{word}</span>}
        {isChecked ? null : <StatusBadge tone="attention">Not yet held against its source</StatusBadge>}
      </p>
    </>
  )
}

/** "Why?": a disclosure with the reason, and the rule behind it. Closed on screen, printed open. */
export function Cite({
  label = 'Why?',
  why,
  rule,
}: {
  label?: string | undefined
  why?: ReactNode
  rule?: Citation | undefined
}) {
  return (
    <details className="cite">
      <summary>
        <Icon name="chevronRight" />
        {label}
      </summary>
      <div className="cite-body">
        {why ? <p>{why}</p> : null}
        {rule ? <CitationText {...rule} /> : null}
      </div>
    </details>
  )
}
