import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { DueList } from '#components/record/due-list'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { dueStatus } from '#lib/kernel/due'
import { withReturn } from '#lib/kernel/list-return'
import { currentActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { type QuestionnaireDetail, tallyOf } from '#lib/questionnaires/detail-queries'
import { gapKey } from '#lib/questionnaires/due'
import { placeOfGap } from '#lib/questionnaires/gap-queries'
import { stages } from '#lib/questionnaires/options'
import { may } from '#lib/questionnaires/policy'
import { questionnaireKind } from '#lib/questionnaires/schema'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { QuestionForm } from '../../question-form.tsx'
import { finishAction } from '../actions.ts'
import {
  findQuestionnaire,
  type LoadedQuestionnaire,
  type QuestionnairePage,
  questionnaireTitle,
} from '../load-questionnaire.ts'
import { nextStep } from '../next-step.ts'
import { Answers } from './answers.tsx'
import { QuestionnaireFacts } from './questionnaire-facts.tsx'
import { Visits } from './visits.tsx'
import '../questionnaires.css'

export function generateMetadata(page: QuestionnairePage): Promise<Metadata> {
  return questionnaireTitle(page, 'read', ({ ref, vendorName }) => `${ref} ${vendorName}`)
}

export default async function QuestionnaireDetailPage(page: QuestionnairePage) {
  const loaded = await findQuestionnaire(page, 'read')
  if (!loaded) return leaveToGap((await page.params).id)
  const { actor, questionnaire, from, listHref } = loaded
  const { ref, vendorName, archived, submittedAt, stage } = questionnaire
  const to = (path: string) => withReturn(`/questionnaires/${questionnaire.id}/${path}`, from)
  const maySend = may(actor, 'send')
  const tone = stages.find(({ value }) => value === stage)?.tone ?? 'neutral'
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: 'Questionnaires' }]} />}
        reference={ref}
        name={vendorName}
        badges={
          archived ? (
            <StatusBadge tone="neutral">Archived</StatusBadge>
          ) : (
            <StatusBadge tone={tone}>{optionLabel(stages, stage)}</StatusBadge>
          )
        }
        summary={inOneSentence(questionnaire)}
        actions={
          maySend ? (
            <>
              {submittedAt && !archived && !questionnaire.next ? (
                <ButtonLink href={`/questionnaires/new?again=${questionnaire.id}`}>Send again</ButtonLink>
              ) : null}
              <Menu label="More" icon="more" iconOnly>
                {submittedAt && !archived && !questionnaire.next ? (
                  <MenuLink href={to('reopen')} icon="restore">
                    Open again for changes…
                  </MenuLink>
                ) : null}
                <MenuLink href={to('archive')} icon={archived ? 'restore' : 'archive'}>
                  {archived ? 'Restore…' : 'Archive…'}
                </MenuLink>
              </Menu>
            </>
          ) : null
        }
      />
      {archived ? (
        <div className="pb-6">
          <Callout title="It is archived.">
            <p>
              Its link does not work, and it has no duties. What was answered stays, and it can be restored.
            </p>
          </Callout>
        </div>
      ) : null}
      <div className="grid gap-8">
        <RecordColumns aside={<Due loaded={loaded} />}>
          <QuestionnaireFacts loaded={loaded} linkHref={maySend && !archived ? to('link') : null} />
        </RecordColumns>
        <Finish loaded={loaded} />
        <Answers loaded={loaded} showAll={(await page.searchParams)['show'] === 'all'} />
        <Visits visits={questionnaire.visits} timeZone={actor.timeZone} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={questionnaireKind} id={questionnaire.id} />}
        >
          <HistoryTimeline history={questionnaire.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

/** Duties of gaps name the gap: its place is on the page of its questionnaire. */
async function leaveToGap(id: string): Promise<never> {
  const actor = await currentActor()
  const place = actor && (await placeOfGap(actor, id))
  if (!place) notFound()
  redirect(`/questionnaires/${place.questionnaireId}?show=all#answer-${place.question}`)
}

function inOneSentence(questionnaire: QuestionnaireDetail): string {
  const { stage, templateName, templateNumber, contactName, answerBy, archived } = questionnaire
  const what = `“${templateName}”, version ${templateNumber}.`
  if (archived) return what
  if (stage === 'sent') return `${what} ${contactName} has not begun. Wanted by ${formatDay(answerBy)}.`
  if (stage === 'withdrawn') return `${what} The link was withdrawn before it was answered.`
  if (stage === 'started') return `${what} ${contactName} is at it. Wanted by ${formatDay(answerBy)}.`
  const { fine, gap, aside, open } = tallyOf(questionnaire.items)
  const found = [
    `${count(fine, 'answer')} fine`,
    count(gap, 'gap'),
    ...(aside > 0 ? [`${aside} not relevant`] : []),
    ...(open > 0 ? [`${open} to be looked at`] : []),
  ]
  return `${what} ${found.join(', ')}.`
}

function Due({ loaded: { actor, questionnaire } }: { loaded: LoadedQuestionnaire }) {
  const today = todayFor(actor)
  const { duties, items, id } = questionnaire
  return (
    <Section title="What is due" id="due">
      {duties.length > 0 ? (
        <DueList
          today={today}
          items={duties.map(({ id: dutyId, key, title, dueOn, ownerName }) => {
            const gapId = key.startsWith(`${gapKey}:`) ? key.slice(gapKey.length + 1) : null
            const gap = items.find(({ score }) => score?.id === gapId)?.score
            const standing = { id: gapId ?? id, isTheirs: gap?.gapOwnerId === actor.personId }
            return {
              id: dutyId,
              ...{ title, dueOn },
              status: dueStatus(dueOn, today),
              owner: ownerName ?? undefined,
              next: nextStep(actor, standing, key) ?? undefined,
            }
          })}
        />
      ) : (
        <p className="text-muted">Nothing.</p>
      )}
    </Section>
  )
}

/** Once every answer was looked at: the button that says so. */
function Finish({ loaded: { actor, questionnaire, from } }: { loaded: LoadedQuestionnaire }) {
  const { stage, items, id, version, archived } = questionnaire
  const { open, gap } = tallyOf(items)
  if (stage !== 'answered' || open > 0 || archived || !may(actor, 'score')) return null
  return (
    <Callout title={`Every answer was looked at: ${gap === 0 ? 'no gaps' : count(gap, 'gap')}.`}>
      <QuestionForm
        action={finishAction}
        hidden={{ id, version: String(version), from }}
        questions={[]}
        submitLabel="Say that you are done"
        cancelHref="#answers"
      />
    </Callout>
  )
}
