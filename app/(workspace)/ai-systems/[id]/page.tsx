import type { Metadata } from 'next'
import { DueList } from '#components/record/due-list'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { missingLinks } from '#lib/ai-systems/cover'
import { coverOptions, stages, tiers } from '#lib/ai-systems/options'
import type { SystemDetail } from '#lib/ai-systems/queries'
import { applicableRules } from '#lib/ai-systems/rules'
import { gapCount } from '#lib/ai-systems/safeguards'
import { systemKind } from '#lib/ai-systems/schema'
import { type Similar, similarSystems } from '#lib/ai-systems/similar'
import { type Day, formatDay, isDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { canAt } from '#lib/kernel/access'
import { dueStatus } from '#lib/kernel/due'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { RisksAboutRecord } from '../../risks-about.tsx'
import { citationOf } from '../../rule-citation.ts'
import { type LoadedSystem, loadSystem, type SystemPage, systemTitle } from '../load-system.ts'
import { dutyRule, dutyStep } from '../next-step.ts'
import { SystemCover } from './system-cover.tsx'
import { SystemFacts } from './system-facts.tsx'
import { SystemFlows } from './system-flows.tsx'
import { SystemMenu } from './system-menu.tsx'
import { SystemMoves } from './system-moves.tsx'
import { rulesInWords, SystemVerdict } from './system-verdict.tsx'
import '../system.css'

export function generateMetadata(page: SystemPage): Promise<Metadata> {
  return systemTitle(page, 'ai-system.read', ({ name }) => name)
}

export default async function SystemDetailPage(page: SystemPage) {
  const loaded = await loadSystem(page, 'ai-system.read')
  const { actor, system, siteIds, from, listHref } = loaded
  const today = todayFor(actor)
  const isRequest = system.stage === 'proposed' && system.proposedByName !== null && !system.archived
  const similar = isRequest ? await similarSystems(actor, system) : []
  const mayEdit = canAt(actor, 'ai-system.edit', siteIds) && !system.archived
  const mayOverride = canAt(actor, 'ai-system.override-tier', siteIds) && !system.archived
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: 'AI systems' }]} />}
        reference={system.ref}
        name={system.name}
        badges={<SystemBadges system={system} />}
        summary={inOneSentence(system, today)}
        actions={
          <>
            {mayEdit ? (
              <ButtonLink href={withReturn(`/ai-systems/${system.id}/edit`, from)} icon="edit">
                Edit
              </ButtonLink>
            ) : null}
            <SystemMenu loaded={loaded} />
          </>
        }
      />
      {system.archived ? (
        <div className="pb-6">
          <Callout
            title="It is archived."
            actions={
              canAt(actor, 'ai-system.archive', siteIds) ? (
                <ButtonLink href={withReturn(`/ai-systems/${system.id}/archive`, from)}>
                  Restore it…
                </ButtonLink>
              ) : undefined
            }
          >
            <p>
              It is no longer in the register and has no duties. Its history stays, and it can be restored.
            </p>
          </Callout>
        </div>
      ) : null}
      <AlreadyThere similar={similar} />
      <div className="grid gap-8">
        <RecordColumns
          aside={
            <>
              <SystemDue loaded={loaded} today={today} />
              <SystemMoves actor={actor} system={system} from={from} />
            </>
          }
        >
          <SystemFacts system={system} />
          <SystemVerdict
            system={system}
            tierHref={mayOverride ? withReturn(`/ai-systems/${system.id}/tier`, from) : null}
          />
        </RecordColumns>
        <SystemFlows system={system} from={from} mayEdit={mayEdit} />
        <SystemCover
          actor={actor}
          system={system}
          overrideHref={
            canAt(actor, 'ai-system.override-cover', siteIds) && !system.archived
              ? withReturn(`/ai-systems/${system.id}/cover`, from)
              : null
          }
        />
        <RisksAboutRecord
          actor={actor}
          kind="system"
          id={system.id}
          addHref={
            canAt(actor, 'risk.edit', siteIds) && !system.archived
              ? `/risks/library?system=${system.id}`
              : null
          }
        />
        <EvidenceSection actor={actor} kind={systemKind} id={system.id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={systemKind} id={system.id} />}
        >
          <HistoryTimeline history={system.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

/** Before a request is taken up: what may be the same thing under our own name. */
function AlreadyThere({ similar }: { similar: readonly Similar[] }) {
  if (similar.length === 0) return null
  return (
    <div className="pb-6">
      <Callout tone="attention" title="There may be one already.">
        <ul className="consequences">
          {similar.map(({ id, ref, name, stage }) => (
            <li key={id}>
              <a href={`/ai-systems/${id}`}>
                {ref} {name}
              </a>
              , {optionLabel(stages, stage).toLowerCase()}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}

function SystemBadges({ system }: { system: SystemDetail }) {
  const toneOf = (
    options: readonly { value: string; tone: 'ok' | 'attention' | 'danger' | 'neutral' }[],
    value: string,
  ) => options.find((option) => option.value === value)?.tone ?? 'neutral'
  return (
    <>
      <StatusBadge tone={toneOf(stages, system.stage)}>{optionLabel(stages, system.stage)}</StatusBadge>
      <StatusBadge tone={toneOf(tiers, system.tier)}>{optionLabel(tiers, system.tier)} risk</StatusBadge>
      {worrying.includes(system.cover.state) ? (
        <StatusBadge tone={toneOf(coverOptions, system.cover.state)}>
          {optionLabel(coverOptions, system.cover.state)}
        </StatusBadge>
      ) : null}
      {system.archived ? <StatusBadge tone="neutral">Archived</StatusBadge> : null}
    </>
  )
}

/** How patient data may stand that its page says at once. */
const worrying = ['uncovered', 'override', 'lapsing']

/** Whether it is all right, in the numbers that the page then explains. */
function inOneSentence(system: SystemDetail, today: Day): string {
  if (system.archived) return 'It is archived: out of the register, and nothing is due.'
  const overdue = system.duties.filter(
    ({ dueOn }) => isDay(dueOn) && dueStatus(dueOn, today) === 'overdue',
  ).length
  const gaps = gapCount(system.safeguards)
  return [
    overdue > 0 ? `${count(overdue, 'thing')} overdue.` : 'Nothing is overdue.',
    coverInWords(system),
    gaps > 0 ? `${count(gaps, 'safeguard')} missing or not known.` : 'All safeguards are settled.',
    `${rulesInWords(applicableRules(system, system.states))}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function coverInWords({ cover: { state, until, steps } }: SystemDetail): string {
  if (state === 'uncovered')
    return `Its patient data is not covered: ${missingLinks({ steps })[0]?.because ?? ''}`
  if (state === 'override' && until)
    return `Its patient data is not covered, and let through until ${formatDay(until)}.`
  if (state === 'lapsing' && until) return `Its patient data is covered until ${formatDay(until)}.`
  return state === 'covered' ? 'Its patient data is covered.' : ''
}

function SystemDue({ loaded: { actor, system, from }, today }: { loaded: LoadedSystem; today: Day }) {
  return (
    <Section title="What is due" id="due">
      {system.duties.length > 0 ? (
        <DueList
          today={today}
          items={system.duties.flatMap(({ id, key, title, dueOn }) => {
            if (!isDay(dueOn)) return []
            const rule = dutyRule(key)
            return [
              {
                id,
                title,
                dueOn,
                status: dueStatus(dueOn, today),
                owner: system.ownerName ?? undefined,
                rule: rule ? citationOf(rule) : undefined,
                next: dutyStep(actor, system, key, from) ?? undefined,
              },
            ]
          })}
        />
      ) : (
        <p className="text-muted">
          {system.archived || system.stage === 'retired'
            ? 'Nothing: what is no longer used has no duties.'
            : 'Nothing until it is approved.'}
        </p>
      )}
    </Section>
  )
}
