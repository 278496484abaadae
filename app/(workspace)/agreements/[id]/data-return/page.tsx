import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dataReturns } from '#lib/agreements/options'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { QuestionForm } from '../../../question-form.tsx'
import { citationOf } from '../../../rule-citation.ts'
import { dataReturnAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AgreementPage, agreementTitle, loadAgreement } from '../../load-agreement.ts'

export function generateMetadata(page: AgreementPage): Promise<Metadata> {
  return agreementTitle(page, 'keep', ({ title }) => `Patient data after ${title}`)
}

export default async function DataReturnPage(page: AgreementPage) {
  const loaded = await loadAgreement(page, 'keep')
  const { actor, agreement, from, recordHref } = loaded
  if (agreement.archived || !agreement.terminatedOn) notFound()
  const today = todayFor(actor)
  return (
    <DecisionPage
      loaded={loaded}
      title="What became of the patient data?"
      lede={`${agreement.vendorName} has to say so in writing. Add its letter or certificate as a file on the agreement.`}
    >
      <QuestionForm
        action={dataReturnAction}
        hidden={{ id: agreement.id, version: String(agreement.version), from }}
        questions={[
          {
            as: 'choice',
            name: 'how',
            label: 'It was',
            value: agreement.dataReturn ?? '',
            options: dataReturns.map(({ value, label }) => ({ value, label })),
            rule: citationOf('agreement-end'),
            required: true,
          },
          {
            as: 'day',
            name: 'on',
            label: 'On',
            value: agreement.dataReturnedOn ?? today,
            latest: today,
            required: true,
          },
          {
            as: 'text',
            name: 'note',
            label: 'Note',
            hint: 'Who confirmed it. Where neither was feasible: why.',
            limit: 2000,
          },
        ]}
        draft={await draftOf(actor, `agreement/${agreement.id}/data-return`)}
        submitLabel="Record it"
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
