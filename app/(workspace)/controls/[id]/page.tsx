import type { Metadata } from 'next'
import { DueList } from '#components/record/due-list'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { type Day, isDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { controlStates } from '#lib/controls/options'
import { answersFor, may, mayKeep } from '#lib/controls/policy'
import type { ControlDetail } from '#lib/controls/queries'
import { controlKind } from '#lib/controls/schema'
import { risksOfControl } from '#lib/flows/tied-risks'
import { requirementsNamed } from '#lib/frameworks/queries'
import { dueStatus } from '#lib/kernel/due'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { citationOf } from '../../rule-citation.ts'
import { type ControlPage, controlTitle, type LoadedControl, loadControl } from '../load-control.ts'
import { dutyRule, dutyStep } from '../next-step.ts'
import { TiedRisks } from '../tied-risks.tsx'
import { ControlFacts, ControlTests } from './control-facts.tsx'
import { ControlRequirements } from './control-requirements.tsx'

export function generateMetadata(page: ControlPage): Promise<Metadata> {
  return controlTitle(page, 'read', ({ title }) => title)
}

export default async function ControlDetailPage(page: ControlPage) {
  const loaded = await loadControl(page, 'read')
  const { actor, control, from, listHref } = loaded
  const today = todayFor(actor)
  const [requirements, risks] = await Promise.all([
    requirementsNamed(actor, control.requirements),
    risksOfControl(actor, control.id),
  ])
  const to = (path: string) => withReturn(`/controls/${control.id}/${path}`, from)
  const mayEdit = may(actor, 'edit') && !control.archived
  const keeps = mayKeep(actor, answersFor(actor, control)) && !control.archived
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: 'Controls' }]} />}
        reference={control.ref}
        name={control.title}
        badges={
          control.archived ? (
            <StatusBadge tone="neutral">Archived</StatusBadge>
          ) : (
            <StatusBadge tone={controlStates.find(({ value }) => value === control.state)?.tone ?? 'neutral'}>
              {optionLabel(controlStates, control.state)}
            </StatusBadge>
          )
        }
        summary={inOneSentence(control, today)}
        actions={
          <>
            {keeps ? (
              <>
                <ButtonLink href={to('test')} icon="check">
                  Record a test
                </ButtonLink>
                <ButtonLink href={to('state')}>How far is it?</ButtonLink>
              </>
            ) : null}
            {mayEdit ? (
              <ButtonLink href={to('edit')} icon="edit">
                Edit
              </ButtonLink>
            ) : null}
            {may(actor, 'archive') ? (
              <Menu label="More" icon="more" iconOnly>
                <MenuLink href={to('archive')} icon={control.archived ? 'restore' : 'archive'}>
                  {control.archived ? 'Restore…' : 'Archive…'}
                </MenuLink>
              </Menu>
            ) : null}
          </>
        }
      />
      {control.archived ? (
        <div className="pb-6">
          <Callout title="It is archived.">
            <p>
              It is no longer in the register, counts for nothing and has no duties. Its history stays, and it
              can be restored.
            </p>
          </Callout>
        </div>
      ) : null}
      <div className="grid gap-8">
        <RecordColumns aside={<ControlDue loaded={loaded} today={today} />}>
          <ControlFacts control={control} />
        </RecordColumns>
        <ControlRequirements requirements={requirements} editHref={mayEdit ? to('requirements') : null} />
        <TiedRisks actor={actor} risks={risks} says="Lowers" />
        <ControlTests control={control} />
        <EvidenceSection actor={actor} kind={controlKind} id={control.id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={controlKind} id={control.id} />}
        >
          <HistoryTimeline history={control.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

/** Whether it is all right, in what the page then explains. */
function inOneSentence(control: ControlDetail, today: Day): string {
  if (control.archived) return 'It is archived: out of the register, and nothing is due.'
  if (control.state === 'not-applicable') return `It does not apply: ${control.stateReason}`
  const overdue = control.duties.filter(
    ({ dueOn }) => isDay(dueOn) && dueStatus(dueOn, today) === 'overdue',
  ).length
  const tested =
    control.testResult === 'fails'
      ? 'It failed its last test.'
      : control.testResult === 'weak'
        ? 'Its last test found it weak.'
        : control.testResult === 'works'
          ? 'Its last test found that it works.'
          : 'Nobody has tested it yet.'
  return [overdue > 0 ? `${count(overdue, 'thing')} overdue.` : 'Nothing is overdue.', tested].join(' ')
}

function ControlDue({ loaded: { actor, control, from }, today }: { loaded: LoadedControl; today: Day }) {
  return (
    <Section title="What is due" id="due">
      {control.duties.length > 0 ? (
        <DueList
          today={today}
          items={control.duties.flatMap(({ id, key, title, dueOn }) => {
            if (!isDay(dueOn)) return []
            const rule = dutyRule(key)
            return [
              {
                id,
                title,
                dueOn,
                status: dueStatus(dueOn, today),
                owner: control.ownerName ?? undefined,
                rule: rule ? citationOf(rule) : undefined,
                next: dutyStep(actor, control, key, from) ?? undefined,
              },
            ]
          })}
        />
      ) : (
        <p className="text-muted">Nothing.</p>
      )}
    </Section>
  )
}
