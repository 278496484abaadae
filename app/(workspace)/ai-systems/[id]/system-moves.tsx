import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Card, Section } from '#components/ui/section'
import { importReason } from '#lib/ai-systems/import-rows'
import { type Move, moveLabel, movesOf, type Requirement } from '#lib/ai-systems/life-cycle'
import { type Stage, stages } from '#lib/ai-systems/options'
import { mayMove } from '#lib/ai-systems/policy'
import type { SystemDetail } from '#lib/ai-systems/queries'
import { formatDay, isDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { type Actor, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'

/** The stage of a stored system, as the life cycle names it. */
export function stageOf(system: SystemDetail): Stage | undefined {
  return stages.find(({ value }) => value === system.stage)?.value
}

/** Every move of a system, with what each still lacks. */
export function movesFrom(system: SystemDetail): Move[] {
  const stage = stageOf(system)
  return stage ? movesOf({ ...system, stage, reviewed: system.reviewedOn !== null }) : []
}

interface MovesProps {
  actor: Actor
  system: SystemDetail
  from: string
}

/** Where it stands in its life, and every step from there: what is still missing is said before any button is pressed. */
export function SystemMoves({ actor, system, from }: MovesProps) {
  const stage = stageOf(system)
  const siteIds = system.sites.map((site) => site.id)
  const since = isDay(system.stageSince) ? formatDay(system.stageSince) : ''
  return (
    <Section title="Where it stands" id="stage">
      <Card>
        <p>
          {optionLabel(stages, system.stage)}{' '}
          {system.stageReason === importReason && system.stageSince === system.registeredOn
            ? `when it came into the register on ${since}`
            : `since ${since}`}
          .{system.stageReason ? <span className="check-note">“{system.stageReason}”</span> : null}
        </p>
        {stage && !system.archived ? (
          <ul className="moves">
            {movesFrom(system)
              .filter((move) => move.requirements.length > 0 || mayMove(actor, move.to, siteIds))
              .map((move) => (
                <MoveItem key={move.to} move={move} stage={stage} actor={actor} system={system} from={from} />
              ))}
          </ul>
        ) : null}
      </Card>
    </Section>
  )
}

function MoveItem({ move, stage, actor, system, from }: MovesProps & { move: Move; stage: Stage }) {
  const siteIds = system.sites.map((site) => site.id)
  const label = moveLabel(stage, move.to)
  return (
    <li>
      {move.ready && mayMove(actor, move.to, siteIds) ? (
        <div>
          <ButtonLink
            href={withReturn(`/ai-systems/${system.id}/move/${move.to}`, from)}
            size="small"
            variant={move.to === 'approved' || move.to === 'in-use' ? 'primary' : 'secondary'}
          >
            {label}…
          </ButtonLink>
        </div>
      ) : (
        <h3>{label}</h3>
      )}
      {move.requirements.length > 0 ? (
        <Requirements actor={actor} system={system} from={from} requirements={move.requirements} />
      ) : null}
    </li>
  )
}

/** What a move still needs, each leading to where it is filled in; what is there already, apart from it. */
export function Requirements({
  actor,
  system,
  from,
  requirements,
  recordHref = '',
}: MovesProps & {
  requirements: readonly Requirement[]
  /** The record's page, when this stands on another one. */
  recordHref?: string
}) {
  const siteIds = system.sites.map((site) => site.id)
  const missing = requirements.filter(({ met }) => !met)
  const there = requirements.filter(({ met }) => met)
  const hrefOf = (at: string): string | null => {
    if (at === 'review')
      return canAt(actor, 'ai-system.review', siteIds)
        ? withReturn(`/ai-systems/${system.id}/record/review`, from)
        : null
    if (at === 'flows' || at === 'cover') return `${recordHref}#${at}`
    return canAt(actor, 'ai-system.edit', siteIds)
      ? `${withReturn(`/ai-systems/${system.id}/edit`, from)}#${at}`
      : null
  }
  return (
    <>
      {missing.length > 0 ? (
        <>
          <p className="text-muted">{count(missing.length, 'thing')} still missing:</p>
          <ul className="requirements">
            {missing.map(({ says, at }) => {
              const href = hrefOf(at)
              return (
                <li key={says} className="requirement-missing">
                  <Icon name="minus" />
                  {href ? <a href={href}>{says}</a> : <span>{says}</span>}
                </li>
              )
            })}
          </ul>
        </>
      ) : null}
      {there.length > 0 ? (
        <details className="cite">
          <summary>
            <Icon name="chevronRight" />
            {missing.length > 0
              ? `${count(there.length, 'thing')} there already`
              : `Everything it needs is there: ${count(there.length, 'thing')}`}
          </summary>
          <ul className="requirements cite-body">
            {there.map(({ says }) => (
              <li key={says} className="requirement-met">
                <Icon name="check" />
                <span>{says}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
