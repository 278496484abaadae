import { type ReactNode, useId } from 'react'

/** The fields that answer one question; the question is the heading. */
export function FormSection({
  title,
  lede,
  level = 2,
  id,
  children,
}: {
  title: string
  lede?: ReactNode
  level?: 2 | 3
  id?: string
  children: ReactNode
}) {
  const headingId = useId()
  const Heading = `h${level}` as const
  return (
    <section className="form-section" aria-labelledby={headingId} id={id}>
      <div className="form-section-head">
        <Heading id={headingId}>{title}</Heading>
        {lede ? <p>{lede}</p> : null}
      </div>
      {children}
    </section>
  )
}

/**
 * The buttons that end a form, the main one first. They stay in reach at the bottom of a phone's screen;
 * `inPlace` keeps them with their form, for pages that have several.
 */
export function FormActions({
  children,
  note,
  inPlace = false,
}: {
  children: ReactNode
  note?: ReactNode
  inPlace?: boolean
}) {
  return (
    <>
      {note ? <p className="form-note">{note}</p> : null}
      <div className={inPlace ? 'form-actions' : 'form-actions form-actions-reach'}>
        <div className="actions">{children}</div>
      </div>
    </>
  )
}
