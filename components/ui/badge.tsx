import type { ReactNode } from 'react'

/** What a state means: fine, look at it, act now, or simply a fact. */
export type Tone = 'ok' | 'attention' | 'danger' | 'neutral'

/** A state: the tone gives shape and colour, the word says it. `clock` is the shape for what has a date. */
export function StatusBadge({ tone, clock, children }: { tone: Tone; clock?: boolean; children: ReactNode }) {
  return <span className={`badge tone-${tone}${clock ? ' shape-clock' : ''}`}>{children}</span>
}

/** A plain label without a verdict, for kinds and counts. */
export function Badge({ children }: { children: ReactNode }) {
  return <span className="badge badge-plain tone-neutral">{children}</span>
}
