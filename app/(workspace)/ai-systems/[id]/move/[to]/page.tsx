import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { dutyChanges, openPoints } from '#lib/ai-systems/consequences'
import { type Move, moveLabel } from '#lib/ai-systems/life-cycle'
import { type Stage, stages } from '#lib/ai-systems/options'
import { mayMove } from '#lib/ai-systems/policy'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { draftOf, type FormDraft } from '#lib/people/drafts'
import { Consequences } from '../../../../decision-frame.tsx'
import { QuestionForm } from '../../../../question-form.tsx'
import { moveSystemAction } from '../../../decision-actions.ts'
import { DecisionPage } from '../../../decision-page.tsx'
import { type LoadedSystem, loadSystem, type SystemPage, systemTitle } from '../../../load-system.ts'
import { movesFrom, Requirements, stageOf } from '../../system-moves.tsx'

export async function generateMetadata(page: SystemPage<{ to: string }>): Promise<Metadata> {
  const { to } = await page.params
  return systemTitle(page, 'ai-system.suspend', (system) => {
    const [stage, target] = [stageOf(system), stages.find(({ value }) => value === to)?.value]
    return stage && target ? `${moveLabel(stage, target)}: ${system.name}` : system.name
  })
}

const says: Readonly<Record<Stage, string>> = {
  proposed: 'It waits again for somebody to take it up.',
  'in-review': 'It is looked into. Until it is approved, nobody should use it.',
  approved: 'Staff see it among the approved tools.',
  'in-use': 'Staff see it among the approved tools, and it counts as in use.',
  'suspended-pending': 'Nobody should use it before the missing agreement is there.',
  suspended: 'Nobody should use it from now on, and it leaves the approved tools.',
  retired: 'It leaves the approved tools. It stays in the register with its history.',
}

export default async function MovePage(page: SystemPage<{ to: string }>) {
  const loaded = await loadSystem(page, 'ai-system.suspend')
  const { to } = await page.params
  const target = stages.find(({ value }) => value === to)?.value
  const stage = stageOf(loaded.system)
  if (!target || !stage || !mayMove(loaded.actor, target, loaded.siteIds)) notFound()
  const move = loaded.system.archived
    ? undefined
    : movesFrom(loaded.system).find((known) => known.to === target)
  if (!move) return <NotFromHere loaded={loaded} target={target} />
  return (
    <DecisionPage loaded={loaded} title={`${moveLabel(stage, target)}: ${loaded.system.name}`}>
      {move.ready ? (
        <MoveForm
          loaded={loaded}
          stage={stage}
          to={target}
          draft={await draftOf(loaded.actor, `ai-system/${loaded.system.id}/move/${target}`)}
        />
      ) : (
        <StillMissing loaded={loaded} move={move} />
      )}
    </DecisionPage>
  )
}

function MoveForm({
  loaded,
  stage,
  to,
  draft,
}: {
  loaded: LoadedSystem
  stage: Stage
  to: Stage
  draft: FormDraft
}) {
  const { actor, system, from, recordHref } = loaded
  const today = todayFor(actor)
  const working = to === 'approved' || to === 'in-use'
  const approvedOn = to === 'retired' ? null : working ? (system.approvedOn ?? today) : system.approvedOn
  const open = working ? openPoints(system) : []
  const asked = stage === 'proposed' || stage === 'in-review'
  return (
    <>
      <Consequences
        says={[
          `It moves from ${optionLabel(stages, stage).toLowerCase()} to ${optionLabel(stages, to).toLowerCase()}. ${says[to]}`,
          ...(system.proposedByName && asked
            ? [`${system.proposedByName}, who asked for it, sees the reason.`]
            : []),
        ]}
        changes={dutyChanges(system, { stage: to, approvedOn }, actor.cadences)}
      />
      {open.length > 0 ? (
        <Callout tone="attention" title="What you take on with it">
          <ul className="consequences">
            {open.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <QuestionForm
        action={moveSystemAction}
        hidden={{ id: system.id, version: String(system.version), to, from }}
        questions={[
          {
            as: 'text',
            name: 'reason',
            label: 'Why?',
            hint: 'Stays in the history, and is what an auditor reads first.',
            limit: 1000,
            required: true,
          },
        ]}
        submitLabel={moveLabel(stage, to)}
        danger={to === 'suspended' || to === 'retired'}
        cancelHref={recordHref}
        draft={draft}
      />
    </>
  )
}

function StillMissing({ loaded, move }: { loaded: LoadedSystem; move: Move }) {
  return (
    <Callout
      tone="attention"
      title="Not possible yet"
      actions={<ButtonLink href={loaded.recordHref}>Back to the record</ButtonLink>}
    >
      <Requirements
        actor={loaded.actor}
        system={loaded.system}
        from={loaded.from}
        requirements={move.requirements}
        recordHref={loaded.recordHref}
      />
    </Callout>
  )
}

function NotFromHere({ loaded, target }: { loaded: LoadedSystem; target: Stage }) {
  const { system, recordHref } = loaded
  return (
    <DecisionPage loaded={loaded} title={system.name}>
      <Callout
        title="This step is not open."
        actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
      >
        <p>
          It is {system.archived ? 'archived' : optionLabel(stages, system.stage).toLowerCase()}; it cannot
          become {optionLabel(stages, target).toLowerCase()} from there.
        </p>
      </Callout>
    </DecisionPage>
  )
}
