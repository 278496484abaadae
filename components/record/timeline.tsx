import type { ReactNode } from 'react'
import { formatInstant } from '#lib/base/days'

/** Something that happened, as a sentence without its subject: who "Maria Lopez", sentence "approved this system". */
export type TimelineEvent = {
  id: string
  at: Date
  who: string
  sentence: ReactNode
  /** The reason given at the time. */
  why?: string | undefined
  /** What exactly changed, shown below the sentence. */
  detail?: ReactNode
}

/** History in sentences, newest first as given. */
export function Timeline({ events, timeZone }: { events: readonly TimelineEvent[]; timeZone: string }) {
  return (
    <ol className="timeline">
      {events.map(({ id, at, who, sentence, why, detail }) => (
        <li key={id}>
          <time dateTime={at.toISOString()}>{formatInstant(at, timeZone)}</time>
          <div>
            <p>
              <strong>{who}</strong> {sentence}
            </p>
            {why ? <p className="timeline-why">“{why}”</p> : null}
            {detail}
          </div>
        </li>
      ))}
    </ol>
  )
}
