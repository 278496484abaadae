import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { RelativeDay } from '#components/ui/relative-day'
import { Section } from '#components/ui/section'
import { stages } from '#lib/ai-systems/options'
import type { ToolRow } from '#lib/ai-systems/queries'
import { type Day, isDay } from '#lib/base/days'
import { optionLabel } from '#lib/kernel/table'

const shown = 10

/** What became of the tools that a person asked for, the newest first. */
export function Proposals({ tools, today }: { tools: readonly ToolRow[]; today: Day }) {
  if (tools.length === 0) return null
  const newest = tools.toSorted((a, b) => b.proposedOn.localeCompare(a.proposedOn)).slice(0, shown)
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
        {newest.map(({ id, name, stage, stageReason, proposedOn }) => (
          <li key={id}>
            <div className="due-what">
              <p className="due-title">{name}</p>
              <p className="due-meta">
                Asked {isDay(proposedOn) ? <RelativeDay day={proposedOn} today={today} past /> : null}
                {stageReason ? ` · ${stageReason}` : null}
              </p>
            </div>
            <StatusBadge tone={stages.find((option) => option.value === stage)?.tone ?? 'neutral'}>
              {optionLabel(stages, stage)}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </Section>
  )
}
