import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { todayFor } from '#lib/kernel/today'
import { readDraft } from '#lib/people/drafts'
import { citationOf } from '../../../rule-citation.ts'
import { editAgreementAction } from '../../actions.ts'
import { AgreementForm } from '../../agreement-form.tsx'
import { agreementValues, formSetup } from '../../form-setup.ts'
import { type AgreementPage, agreementTitle, loadAgreement } from '../../load-agreement.ts'

export function generateMetadata(page: AgreementPage): Promise<Metadata> {
  return agreementTitle(page, 'edit', ({ title }) => `Edit ${title}`)
}

export default async function EditAgreementPage(page: AgreementPage) {
  const { actor, agreement, from, recordHref, listHref } = await loadAgreement(page, 'edit')
  const draftKey = `agreement/${agreement.id}`
  const draft = agreement.archived ? null : await readDraft(actor, draftKey)
  const crumbs = [
    { href: listHref, label: 'Agreements' },
    { href: recordHref, label: agreement.title },
  ]
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={crumbs} />}
        title={`Edit ${agreement.title}`}
        lede={`With ${agreement.vendorName}`}
      />
      {agreement.archived ? (
        <Callout
          title="It is archived."
          actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
        >
          <p>Restore it first, then change it.</p>
        </Callout>
      ) : (
        <AgreementForm
          {...(await formSetup(actor, { vendorId: agreement.vendorId, agreement, draft }))}
          action={editAgreementAction}
          values={agreementValues(agreement)}
          hidden={{ id: agreement.id, version: String(agreement.version), from }}
          vendorName={agreement.vendorName}
          rules={{ associate: citationOf('business-associate'), subcontractor: citationOf('subcontractor') }}
          today={todayFor(actor)}
          draftKey={draftKey}
          draft={draft}
          submitLabel="Save"
          cancelHref={recordHref}
        />
      )}
    </>
  )
}
