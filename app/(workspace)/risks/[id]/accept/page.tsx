import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { addMonths, formatDay } from '#lib/base/days'
import { changesOf } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { longestAcceptance } from '#lib/risks/acceptance'
import { riskDuties } from '#lib/risks/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { acceptAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'
import { scoreSentence } from '../../score-words.ts'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'accept', ({ title }) => `Accept ${title}`)
}

export default async function AcceptPage(page: RiskPage) {
  const loaded = await loadRisk(page, 'accept')
  const { actor, risk, from, recordHref } = loaded
  if (risk.archived || risk.closedOn) notFound()
  const today = todayFor(actor)
  if (risk.currentScore === null)
    return (
      <DecisionPage loaded={loaded} title={`Accept ${risk.title}`}>
        <Callout
          title="Nobody has scored it yet."
          actions={<ButtonLink href={`/risks/${risk.id}/score`}>Score it</ButtonLink>}
        >
          <p>What nobody has measured cannot be accepted. Score it as it is now first.</p>
        </Callout>
      </DecisionPage>
    )
  const latest = addMonths(today, longestAcceptance)
  const changes = changesOf(
    riskDuties(risk, today, actor.cadences),
    riskDuties(
      {
        ...risk,
        treatment: risk.treatment === 'undecided' ? 'accept' : risk.treatment,
        acceptedOn: today,
        acceptedUntil: latest,
      },
      today,
      actor.cadences,
    ),
  )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Accept ${risk.title}`}
      lede="You say that the practice carries this risk as it is, for a time and for a reason."
    >
      <Consequences
        says={[
          `It is accepted as it is now: ${scoreSentence(risk, 'current')}.`,
          ...(risk.appetite !== null && risk.currentScore > risk.appetite
            ? [`That is more than the ${risk.appetite} that the practice set as its limit for this category.`]
            : []),
          'Your name, the reason and the last day stand on its page and in the audit trail.',
        ]}
        changes={changes}
      />
      <QuestionForm
        action={acceptAction}
        hidden={{ id: risk.id, version: String(risk.version), from }}
        questions={[
          {
            as: 'day',
            name: 'until',
            label: 'Accepted until',
            hint: `At most ${longestAcceptance} months, until ${formatDay(latest)}.`,
            value: addMonths(today, 6),
            latest,
            required: true,
          },
          { as: 'text', name: 'reason', label: 'Why is it acceptable?', limit: 2000, required: true },
        ]}
        draft={await draftOf(actor, `risk/${risk.id}/accept`)}
        submitLabel="Accept it"
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
