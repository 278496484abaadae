import { StatusBadge, type Tone } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { RelativeDay } from '#components/ui/relative-day'
import { Section } from '#components/ui/section'
import type { Tool } from '#lib/ai-systems/tool-queries'
import { type Day, isDay } from '#lib/base/days'

/** What became of a proposal, for the one who asked. */
const outcomes: Readonly<Record<string, { tone: Tone; word: string }>> = {
  proposed: { tone: 'neutral', word: 'Waiting' },
  'in-review': { tone: 'attention', word: 'In review' },
  approved: { tone: 'ok', word: 'Approved' },
  'in-use': { tone: 'ok', word: 'Approved' },
  suspended: { tone: 'danger', word: 'Suspended' },
  retired: { tone: 'danger', word: 'Not approved' },
}

/** What became of the tools that a person asked for, the newest first. */
export function Proposals({ tools, today }: { tools: readonly Tool[]; today: Day }) {
  if (tools.length === 0) return null
  return (
    <Section
      title="Tools you asked for"
      actions={
        <ButtonLink href="/ai-systems/tools" variant="quiet" size="small">
          All AI tools
        </ButtonLink>
      }
    >
      <ul className="due-list">
        {tools.map(({ id, name, stage, stageReason, proposedOn }) => (
          <li key={id}>
            <div className="due-what">
              <p className="due-title">{name}</p>
              <p className="due-meta">
                Asked {isDay(proposedOn) ? <RelativeDay day={proposedOn} today={today} past /> : null}
                {stageReason ? ` · ${stageReason}` : null}
              </p>
            </div>
            <Outcome stage={stage} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Outcome({ stage }: { stage: string }) {
  const outcome = outcomes[stage]
  return outcome ? <StatusBadge tone={outcome.tone}>{outcome.word}</StatusBadge> : null
}
