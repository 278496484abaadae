import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { readDraft } from '#lib/people/drafts'
import { practiceStates } from '#lib/people/sites-queries'
import { createSystemAction } from '../actions.ts'
import { formSetup, newValues } from '../form-setup.ts'
import { SystemForm } from '../system-form.tsx'

export const metadata: Metadata = { title: 'Add AI system' }

export default async function NewSystemPage() {
  const actor = await requireActor('ai-system.edit')
  const states = await practiceStates(actor)
  const draft = await readDraft(actor, 'ai-system/new')
  const setup = await formSetup(actor, states, null, draft)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/ai-systems', label: 'AI systems' }]} />}
        title="Add AI system"
        lede="Only the name has to be there to save. It starts as proposed, and its first review falls due."
      />
      <SystemForm
        {...setup}
        action={createSystemAction}
        values={newValues(setup.sites, setup.mayBeEverywhere)}
        hidden={{}}
        draftKey="ai-system/new"
        draft={draft}
        submitLabel="Add AI system"
        cancelHref="/ai-systems"
      />
    </>
  )
}
