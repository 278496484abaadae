import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { PageHeader } from '#components/ui/section'
import { isId } from '#lib/base/ids'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { readDraft } from '#lib/people/drafts'
import { citationOf } from '../../rule-citation.ts'
import { createRiskAction } from '../actions.ts'
import { formSetup, newValues } from '../form-setup.ts'
import { RiskForm } from '../risk-form.tsx'

export const metadata: Metadata = { title: 'Add risk' }

export default async function NewRiskPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('risk.edit')
  const { system } = await searchParams
  const systemId = typeof system === 'string' && isId(system) ? system : ''
  const draftKey = `risk/new${systemId ? `/${systemId}` : ''}`
  const draft = await readDraft(actor, draftKey)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/risks', label: 'Risks' }]} />}
        title="Add risk"
        lede="One line and what it threatens are enough to save. It is scored in the next step."
        actions={<ButtonLink href="/risks/library">Take one from the library</ButtonLink>}
      />
      <RiskForm
        {...(await formSetup(actor, null, draft, systemId))}
        action={createRiskAction}
        values={newValues(systemId)}
        hidden={{}}
        rule={citationOf('risk-analysis')}
        today={todayFor(actor)}
        draftKey={draftKey}
        draft={draft}
        submitLabel="Add risk"
        cancelHref="/risks"
      />
    </>
  )
}
