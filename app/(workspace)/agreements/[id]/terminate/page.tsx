import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { agreementDuties } from '#lib/agreements/due'
import { changesOf } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { terminateAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AgreementPage, agreementTitle, loadAgreement } from '../../load-agreement.ts'

export function generateMetadata(page: AgreementPage): Promise<Metadata> {
  return agreementTitle(page, 'edit', ({ title }) => `End ${title}`)
}

export default async function TerminatePage(page: AgreementPage) {
  const loaded = await loadAgreement(page, 'edit')
  const { actor, agreement, from, recordHref } = loaded
  if (agreement.archived || !agreement.signedOn) notFound()
  const today = todayFor(actor)
  const changes = changesOf(
    agreementDuties(agreement, today, actor.cadences),
    agreementDuties({ ...agreement, terminatedOn: today }, today, actor.cadences),
  )
  return (
    <DecisionPage
      loaded={loaded}
      title={`End ${agreement.title}`}
      lede={`With ${agreement.vendorName}. For what ends before its term, and for what ended and is not followed by another.`}
    >
      <Consequences
        says={[
          'From that day on it covers nothing. AI systems whose patient data has no other cover are suspended.',
        ]}
        changes={changes}
      />
      <QuestionForm
        action={terminateAction}
        hidden={{ id: agreement.id, version: String(agreement.version), from }}
        questions={[
          {
            as: 'day',
            name: 'on',
            label: 'From which day is it no longer in force?',
            value: agreement.terminatedOn ?? today,
            required: true,
          },
          { as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true },
        ]}
        draft={await draftOf(actor, `agreement/${agreement.id}/terminate`)}
        submitLabel="End it"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
