import { Timeline } from '#components/record/timeline'
import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { type Actor, can } from '#lib/kernel/access'
import type { HistoryEntry } from '#lib/kernel/audit'
import { historyEvents } from './history-events.ts'

/** More changes than this in one step are counted first and listed on demand. */
const shownChanges = 3

/** The history of a record in sentences; a step that changed many things at once says how many, and lists them on demand. */
export function HistoryTimeline({
  history,
  timeZone,
}: {
  history: readonly HistoryEntry[]
  timeZone: string
}) {
  return (
    <Timeline
      timeZone={timeZone}
      events={historyEvents(history).map((event) => {
        const changes = typeof event.sentence === 'string' ? event.sentence.split('; ') : []
        if (changes.length <= shownChanges) return event
        return {
          ...event,
          sentence: `changed ${changes.length} things`,
          detail: (
            <details className="cite">
              <summary>
                <Icon name="chevronRight" />
                Which
              </summary>
              <ul className="cite-body">
                {changes.map((change) => (
                  <li key={change}>{change.charAt(0).toUpperCase() + change.slice(1)}</li>
                ))}
              </ul>
            </details>
          ),
        }
      })}
    />
  )
}

/** The same history with its before and after, for those who read the audit trail. */
export function TrailLink({ actor, kind, id }: { actor: Actor; kind: string; id: string }) {
  if (!can(actor, 'audit.read')) return null
  return (
    <ButtonLink href={`/audit-trail?kind=${kind}&record=${id}`} size="small" icon="history">
      Audit trail
    </ButtonLink>
  )
}
