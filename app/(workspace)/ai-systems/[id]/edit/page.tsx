import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { readDraft } from '#lib/people/drafts'
import { editSystemAction } from '../../actions.ts'
import { formSetup, systemValues } from '../../form-setup.ts'
import { loadSystem, type SystemPage, systemTitle } from '../../load-system.ts'
import { SystemForm } from '../../system-form.tsx'

export function generateMetadata(page: SystemPage): Promise<Metadata> {
  return systemTitle(page, 'ai-system.edit', ({ name }) => `Edit ${name}`)
}

export default async function EditSystemPage(page: SystemPage) {
  const { actor, system, from, recordHref, listHref } = await loadSystem(page, 'ai-system.edit')
  const draftKey = `ai-system/${system.id}`
  const header = (
    <PageHeader
      crumbs={
        <Breadcrumbs
          crumbs={[
            { href: listHref, label: 'AI systems' },
            { href: recordHref, label: system.name },
          ]}
        />
      }
      title={`Edit ${system.name}`}
    />
  )
  if (system.archived)
    return (
      <>
        {header}
        <Callout
          title="It is archived."
          actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
        >
          <p>Restore it first, then change it.</p>
        </Callout>
      </>
    )
  const draft = await readDraft(actor, draftKey)
  const setup = await formSetup(actor, system.states, system, draft)
  return (
    <>
      {header}
      <SystemForm
        {...setup}
        action={editSystemAction}
        values={systemValues(system)}
        hidden={{ id: system.id, version: String(system.version), from }}
        draftKey={draftKey}
        draft={draft}
        submitLabel="Save"
        cancelHref={recordHref}
      />
    </>
  )
}
