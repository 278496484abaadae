import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { moveLabel } from '#lib/ai-systems/life-cycle'
import type { NewRequest, WaitingMove } from '#lib/ai-systems/moves'
import { stages } from '#lib/ai-systems/options'
import type { StoppedSystem } from '#lib/ai-systems/stopped-for-cover'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'

/** The AI systems for which everything is there but the decision, for those who decide. */
export function Waiting({ moves }: { moves: readonly WaitingMove[] }) {
  if (moves.length === 0) return null
  return (
    <Section title="Waiting for your decision" lede="Nothing else is missing for it.">
      <ul className="due-list">
        {moves.map(({ id, label, from, to, since }) => (
          <li key={id}>
            <div className="due-what">
              <p className="due-title">
                <a href={`/ai-systems/${id}`}>{label}</a>
              </p>
              <p className="due-meta">
                {optionLabel(stages, from)} since {formatDay(since)}
              </p>
            </div>
            <ButtonLink href={`/ai-systems/${id}/move/${to}`} size="small">
              {moveLabel(from, to)}…<span className="sr-only">: {label}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The tools that colleagues asked for: until somebody takes them up, those who asked wait, or do not. */
export function Requests({ requests, total }: { requests: readonly NewRequest[]; total: number }) {
  if (total === 0) return null
  return (
    <Section
      title="Asked for by colleagues"
      lede={
        total > requests.length
          ? `The newest ${requests.length} of ${count(total, 'request')}. They wait for an answer.`
          : 'They wait for an answer.'
      }
    >
      <ul className="due-list">
        {requests.map(({ id, label, askedBy, askedOn }) => (
          <li key={id}>
            <div className="due-what">
              <p className="due-title">
                <a href={`/ai-systems/${id}`}>{label}</a>
              </p>
              <p className="due-meta">
                Asked for by {askedBy} on {formatDay(askedOn)}
              </p>
            </div>
            <ButtonLink href={`/ai-systems/${id}#stage`} size="small">
              Answer…<span className="sr-only">: {label}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The AI systems that the gate on patient data stopped: whoever decides hears of them on the same day. */
export function Stopped({ systems, total }: { systems: readonly StoppedSystem[]; total: number }) {
  if (total === 0) return null
  return (
    <Section
      title="Suspended, agreement missing"
      lede={
        total > systems.length ? `The latest ${systems.length} of ${count(total, 'AI system')}.` : undefined
      }
    >
      <ul className="due-list">
        {systems.map(({ id, label, reason, since }) => (
          <li key={id}>
            <div className="due-what">
              <p className="due-title">
                <a href={`/ai-systems/${id}`}>{label}</a>
              </p>
              <p className="due-meta">
                Since {formatDay(since)}: {reason}
              </p>
            </div>
            <ButtonLink href={`/ai-systems/${id}#cover`} size="small">
              See what is missing<span className="sr-only">: {label}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
