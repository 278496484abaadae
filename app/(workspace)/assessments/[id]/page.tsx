import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { Badge, StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { assessmentOfPart } from '#lib/assessments/detail-queries'
import { maturityOfParts } from '#lib/assessments/maturity'
import { kinds, states } from '#lib/assessments/options'
import { may, mayReadWhole } from '#lib/assessments/policy'
import { assessmentKind } from '#lib/assessments/schema'
import { count } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { currentActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { GivenAnswers } from '../given-answers.tsx'
import {
  type AssessmentPage,
  assessmentTitle,
  findAssessment,
  type LoadedAssessment,
} from '../load-assessment.ts'
import { MaturityTable } from '../maturity-table.tsx'
import { AssessmentCopies } from './assessment-copies.tsx'
import { AssessmentDue } from './assessment-due.tsx'
import { AssessmentFacts } from './assessment-facts.tsx'
import { AssessmentParts } from './assessment-parts.tsx'
import { findingsIn, standing } from './standing.ts'
import '../assessments.css'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'read', ({ title }) => title)
}

export default async function AssessmentDetailPage(page: AssessmentPage) {
  const loaded = await findAssessment(page, 'read')
  if (!loaded) return leadOn(page)
  const { actor, assessment, from, listHref } = loaded
  const { id, state, archived, items, progress } = assessment
  const to = (path: string) => withReturn(`/assessments/${id}/${path}`, from)
  const mayEdit = may(actor, 'edit', assessment) && !archived
  const mayRead = mayReadWhole(actor, assessment)
  const isOpen = state === 'open' && !archived
  const { summary, next } = standing(loaded)
  const findings = findingsIn(assessment)
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: 'Assessments' }]} />}
        reference={assessment.ref}
        name={assessment.title}
        badges={
          <>
            <Badge>{optionLabel(kinds, assessment.kind)}</Badge>
            <StatusBadge tone={states.find(({ value }) => value === state)?.tone ?? 'neutral'}>
              {optionLabel(states, state)}
            </StatusBadge>
            {archived ? <StatusBadge tone="neutral">Archived</StatusBadge> : null}
          </>
        }
        summary={summary}
        next={next ? { label: next.label, href: withReturn(next.href, from) } : undefined}
        actions={
          <>
            {mayRead ? (
              <ButtonLink href={to('report')} icon="document">
                Report
              </ButtonLink>
            ) : null}
            {mayRead && (assessment.predecessor || assessment.copies.length > 0) ? (
              <ButtonLink href={to('changes')} icon="history">
                What changed
              </ButtonLink>
            ) : null}
            {mayEdit ? (
              <ButtonLink href={to('edit')} icon="edit">
                Edit
              </ButtonLink>
            ) : null}
            <More loaded={loaded} to={to} />
          </>
        }
      />
      {assessment.correction ? (
        <div className="pb-6">
          <Callout tone="attention" title="It was opened again to correct it.">
            <p>{assessment.correction}</p>
          </Callout>
        </div>
      ) : null}
      <div className="grid gap-8">
        <RecordColumns aside={<AssessmentDue loaded={loaded} />}>
          <AssessmentParts loaded={loaded} />
        </RecordColumns>
        {assessment.answered > 0 ? (
          <Section title={assessment.kind === 'ai-rmf' ? 'By NIST function' : 'By part'} id="maturity">
            <MaturityTable
              firstColumn={assessment.kind === 'ai-rmf' ? 'Function' : 'Part'}
              rows={maturityOfParts(
                progress,
                items.map(({ part, skipped, given }) => ({
                  ...{ part, skipped },
                  answer: given && !given.carriedOver ? given.answer : null,
                })),
              )}
            />
          </Section>
        ) : null}
        <Section
          title="Findings"
          id="findings"
          lede={
            findings.all === 0
              ? 'No answer wants something done so far.'
              : `${count(findings.all, 'answer')} ${findings.all === 1 ? 'wants' : 'want'} something done; ${findings.made === 0 ? 'none' : findings.made} of them became a risk.`
          }
          actions={
            findings.all > 0 ? (
              <ButtonLink href={to('findings')} size="small">
                Look at them
              </ButtonLink>
            ) : null
          }
        />
        <AssessmentCopies loaded={loaded} />
        <AssessmentFacts assessment={assessment} changesHref={mayRead ? to('changes') : null} />
        {mayEdit && isOpen ? null : (
          <Section title="Answers" id="answers">
            <GivenAnswers items={items.filter(({ skipped }) => skipped === null)} timeZone={actor.timeZone} />
          </Section>
        )}
        <EvidenceSection actor={actor} kind={assessmentKind} id={id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={assessmentKind} id={id} />}
        >
          <HistoryTimeline history={assessment.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

/** The address of a part’s duty leads on to where it is answered. */
async function leadOn({ params }: AssessmentPage): Promise<never> {
  const { id } = await params
  const actor = await currentActor()
  const part = actor && (await assessmentOfPart(actor, id))
  if (!part) notFound()
  redirect(`/assessments/parts/${id}`)
}

function More({
  loaded: { actor, assessment },
  to,
}: {
  loaded: LoadedAssessment
  to: (path: string) => string
}) {
  const { state, archived } = assessment
  const mayCorrect =
    may(actor, 'edit', assessment) && state === 'signed' && !archived && !assessment.successor
  const mayArchive = may(actor, 'archive', assessment)
  if (!mayCorrect && !mayArchive) return null
  return (
    <Menu label="More" icon="more" iconOnly>
      {mayCorrect ? (
        <MenuLink href={to('correct')} icon="edit">
          Correct…
        </MenuLink>
      ) : null}
      {mayArchive ? (
        <MenuLink href={to('archive')} icon={archived ? 'restore' : 'archive'}>
          {archived ? 'Restore…' : 'Archive…'}
        </MenuLink>
      ) : null}
    </Menu>
  )
}
