import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { todayFor } from '#lib/kernel/today'
import { readDraft } from '#lib/people/drafts'
import { citationOf } from '../../../rule-citation.ts'
import { editRiskAction } from '../../actions.ts'
import { formSetup, riskValues } from '../../form-setup.ts'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'
import { RiskForm } from '../../risk-form.tsx'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'edit', ({ title }) => `Edit ${title}`)
}

export default async function EditRiskPage(page: RiskPage) {
  const { actor, risk, from, recordHref, listHref } = await loadRisk(page, 'edit')
  const draftKey = `risk/${risk.id}`
  const draft = risk.archived ? null : await readDraft(actor, draftKey)
  const crumbs = [
    { href: listHref, label: 'Risks' },
    { href: recordHref, label: risk.title },
  ]
  return (
    <>
      <PageHeader crumbs={<Breadcrumbs crumbs={crumbs} />} title={`Edit ${risk.title}`} />
      {risk.archived ? (
        <Callout
          title="It is archived."
          actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
        >
          <p>Restore it first, then change it.</p>
        </Callout>
      ) : (
        <RiskForm
          {...(await formSetup(actor, risk, draft))}
          action={editRiskAction}
          values={riskValues(risk)}
          hidden={{ id: risk.id, version: String(risk.version), from }}
          rule={citationOf('risk-analysis')}
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
