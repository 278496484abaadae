import { type ReactNode, useId } from 'react'

type SectionProps = {
  title: ReactNode
  /** Heading level; a section inside a section takes 3. */
  level?: 2 | 3 | 4 | undefined
  lede?: ReactNode
  actions?: ReactNode
  /** Target of a link such as #history. */
  id?: string | undefined
  children?: ReactNode
}

/** A part of a page under its own heading, with room for actions beside it. */
export function Section({ title, level = 2, lede, actions, id, children }: SectionProps) {
  const headingId = useId()
  const Heading = `h${level}` as const
  return (
    <section className="section" aria-labelledby={headingId} id={id}>
      <header>
        <Heading id={headingId}>{title}</Heading>
        {actions ? <div className="section-actions">{actions}</div> : null}
        {lede ? <p>{lede}</p> : null}
      </header>
      {children}
    </section>
  )
}

/** A surface with a hairline around it; `padded` unless a table fills it to the edge. */
export function Card({ children, padded = true }: { children: ReactNode; padded?: boolean }) {
  return <div className={padded ? 'card card-padded' : 'card'}>{children}</div>
}

/** A page's title (the only h1), one line on what it is for, and its main actions. */
export function PageHeader({
  title,
  lede,
  actions,
  crumbs,
}: {
  title: ReactNode
  lede?: ReactNode
  actions?: ReactNode
  crumbs?: ReactNode
}) {
  return (
    <>
      {crumbs}
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lede ? <p>{lede}</p> : null}
        </div>
        {actions ? <div className="actions">{actions}</div> : null}
      </header>
    </>
  )
}
