import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'

const spoken: Record<Tone, string> = {
  ok: 'Done',
  attention: 'Attention',
  danger: 'Problem',
  neutral: 'Note',
}

/** A short message set apart from the text around it. `live` announces it when it appears after loading. */
export function Callout({
  tone = 'neutral',
  title,
  actions,
  live,
  children,
}: {
  tone?: Tone
  title?: ReactNode
  actions?: ReactNode
  live?: boolean
  children?: ReactNode
}) {
  return (
    <div
      className={`callout tone-${tone}`}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <span className="tone-icon" aria-hidden="true" />
      <div>
        <span className="sr-only">{spoken[tone]}: </span>
        {title ? <p className="callout-title">{title}</p> : null}
        {children}
        {actions ? <div className="callout-actions">{actions}</div> : null}
      </div>
    </div>
  )
}
