import type { ReactNode } from 'react'
import { ButtonLink } from '../ui/button.tsx'

/** The top of a detail page: what it is, how it stands, and the one next step. */
export function RecordHeader({
  reference,
  name,
  crumbs,
  badges,
  summary,
  next,
  actions,
}: {
  /** The short reference people say: AI-014. */
  reference: string
  name: string
  crumbs?: ReactNode
  badges?: ReactNode
  /** One or two sentences: what is it, is it all right. */
  summary?: ReactNode
  /** The next step: a link, or anything (a button that opens a dialog). */
  next?: { label: string; href: string } | ReactNode
  actions?: ReactNode
}) {
  return (
    <>
      {crumbs}
      <header className="page-head record-head">
        <div>
          <p className="record-ref">{reference}</p>
          <h1>{name}</h1>
          {badges ? <div className="record-badges">{badges}</div> : null}
          {summary ? <p>{summary}</p> : null}
        </div>
        <div className="actions">
          {isStep(next) ? (
            <ButtonLink href={next.href} variant="primary">
              {next.label}
            </ButtonLink>
          ) : (
            next
          )}
          {actions}
        </div>
      </header>
    </>
  )
}

function isStep(next: unknown): next is { label: string; href: string } {
  return typeof next === 'object' && next !== null && 'href' in next && 'label' in next
}

/** What is due and to be decided, then the record itself; where there is space, as a column to the right of it. */
export function RecordColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="record-columns">
      <div>{aside}</div>
      <div>{children}</div>
    </div>
  )
}
