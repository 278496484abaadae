import type { ReactNode } from 'react'

/** What a state means: fine, look at it, act now, or simply a fact. */
export type Tone = 'ok' | 'attention' | 'danger' | 'neutral'

/** A state: the tone gives shape and colour, the word says it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`badge tone-${tone}`}>{children}</span>
}

/** A plain label without a verdict, for kinds and counts. */
export function Badge({ children }: { children: ReactNode }) {
  return <span className="badge badge-plain tone-neutral">{children}</span>
}
