import type { TimelineEvent } from '#components/record/timeline'
import type { HistoryEntry } from '#lib/kernel/audit'

/** The history of a record as its page tells it: the name, then what was done. */
export function historyEvents(history: readonly HistoryEntry[]): TimelineEvent[] {
  return history.map(({ id, at, actorName, sentence, reason }) => ({
    id,
    at,
    who: actorName,
    sentence: sentence.charAt(0).toLowerCase() + sentence.slice(1),
    why: reason ?? undefined,
  }))
}
