import type { Metadata } from 'next'
import { agreementDuties } from '#lib/agreements/due'
import { changesOf } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveAgreementAction, restoreAgreementAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AgreementPage, agreementTitle, loadAgreement } from '../../load-agreement.ts'

export function generateMetadata(page: AgreementPage): Promise<Metadata> {
  return agreementTitle(
    page,
    'archive',
    ({ title, archived }) => `${archived ? 'Restore' : 'Archive'} ${title}`,
  )
}

export default async function ArchivePage(page: AgreementPage) {
  const loaded = await loadAgreement(page, 'archive')
  const { actor, agreement, from, recordHref } = loaded
  const duties = (archived: boolean) =>
    agreementDuties({ ...agreement, archived }, todayFor(actor), actor.cadences)
  const changes = changesOf(duties(agreement.archived), duties(!agreement.archived))
  const hidden = { id: agreement.id, version: String(agreement.version), from }
  if (agreement.archived)
    return (
      <DecisionPage loaded={loaded} title={`Restore ${agreement.title}`}>
        <Consequences
          says={['It comes back to the register, and covers patient data again where it is in force.']}
          changes={changes}
        />
        <QuestionForm
          action={restoreAgreementAction}
          hidden={hidden}
          questions={[]}
          submitLabel="Restore"
          cancelHref={recordHref}
        />
      </DecisionPage>
    )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${agreement.title}`}
      lede="For what was entered by mistake or twice. What has ended is terminated instead."
    >
      <Consequences
        says={[
          'It leaves the register and all counts, and covers no patient data any more. Nothing is deleted: it can be restored.',
        ]}
        changes={changes}
      />
      <QuestionForm
        action={archiveAgreementAction}
        hidden={hidden}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
