import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count } from '#lib/base/text'
import { changesOf } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import type { RiskDetail } from '#lib/risks/detail-queries'
import { actionDuties, riskDuties } from '#lib/risks/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { closeAction, reopenAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'

const titleOf = ({ title, closedOn }: RiskDetail) => `${closedOn ? 'Open' : 'Close'} ${title}`

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'close', titleOf)
}

export default async function ClosePage(page: RiskPage) {
  const loaded = await loadRisk(page, 'close')
  const { actor, risk, from, recordHref } = loaded
  if (risk.archived) notFound()
  const today = todayFor(actor)
  const isClosed = risk.closedOn !== null
  const duties = (closed: boolean) => [
    ...riskDuties({ ...risk, closedOn: closed ? today : null }, today, actor.cadences),
    ...(closed ? [] : risk.steps.flatMap((step) => actionDuties(step, risk.currentScore))),
  ]
  const changes = changesOf(duties(isClosed), duties(!isClosed))
  const open = risk.steps.filter(({ doneOn }) => !doneOn).length
  return (
    <DecisionPage
      loaded={loaded}
      title={isClosed ? `Open ${risk.title} again` : `Close ${risk.title}`}
      lede={
        isClosed
          ? undefined
          : 'For what cannot happen any more, or not to us: the tool is gone, the data is destroyed. What is only lowered stays open.'
      }
    >
      <Consequences
        says={
          isClosed
            ? ['It counts again in the map and in all numbers, with the scores that it had.']
            : [
                'It leaves the map and all numbers, and stays in the register with its history.',
                ...(open > 0 ? [`${count(open, 'open action')} stay as they are and are due no more.`] : []),
              ]
        }
        changes={changes}
      />
      <QuestionForm
        action={isClosed ? reopenAction : closeAction}
        hidden={{ id: risk.id, version: String(risk.version), from }}
        questions={[
          ...(isClosed
            ? []
            : [
                {
                  as: 'day' as const,
                  name: 'on',
                  label: 'Closed on',
                  value: today,
                  latest: today,
                  required: true,
                },
              ]),
          { as: 'text', name: 'reason', label: 'Why?', limit: 2000, required: true },
        ]}
        draft={await draftOf(actor, `risk/${risk.id}/close`)}
        submitLabel={isClosed ? 'Open it again' : 'Close it'}
        danger={!isClosed}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
