import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

/** The calm page before sign-in: one thing to do in the middle. `wide` leaves room for the steps of the setup. */
export function PublicShell({
  title,
  lede,
  wide = false,
  footer,
  children,
}: {
  title: string
  lede?: ReactNode
  wide?: boolean
  footer?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="public">
      <header className="brand">
        <Mark size={28} /> Plumbline
      </header>
      <main className={wide ? 'public-card public-wide' : 'public-card'} id="main">
        <h1>{title}</h1>
        {lede ? <p className="public-lede">{lede}</p> : null}
        {children}
      </main>
      {footer ? <footer>{footer}</footer> : null}
    </div>
  )
}
