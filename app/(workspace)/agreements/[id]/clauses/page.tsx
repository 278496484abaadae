import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draftOf } from '#lib/people/drafts'
import { saveClausesAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AgreementPage, agreementTitle, loadAgreement } from '../../load-agreement.ts'
import { ClausesForm } from './clauses-form.tsx'

export function generateMetadata(page: AgreementPage): Promise<Metadata> {
  return agreementTitle(page, 'keep', ({ title }) => `Clauses of ${title}`)
}

export default async function ClausesPage(page: AgreementPage) {
  const loaded = await loadAgreement(page, 'keep')
  const { actor, agreement, from, recordHref } = loaded
  if (agreement.archived) notFound()
  return (
    <DecisionPage
      loaded={loaded}
      title="What does it say?"
      lede="Lay the agreement beside this page and tick what you find. Whether it covers patient data follows from the first part."
    >
      <ClausesForm
        action={saveClausesAction}
        hidden={{ id: agreement.id, version: String(agreement.version), from }}
        found={agreement.clauses}
        isAssociate={agreement.kind === 'baa'}
        draft={await draftOf(actor, `agreement/${agreement.id}/clauses`)}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
