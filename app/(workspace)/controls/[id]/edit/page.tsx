import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { readDraft } from '#lib/people/drafts'
import { editControlAction } from '../../actions.ts'
import { ControlForm } from '../../control-form.tsx'
import { controlValues, formSetup } from '../../form-setup.ts'
import { type ControlPage, controlTitle, loadControl } from '../../load-control.ts'

export function generateMetadata(page: ControlPage): Promise<Metadata> {
  return controlTitle(page, 'edit', ({ title }) => `Edit ${title}`)
}

export default async function EditControlPage(page: ControlPage) {
  const { actor, control, from, recordHref, listHref } = await loadControl(page, 'edit')
  const draftKey = `control/${control.id}`
  const draft = control.archived ? null : await readDraft(actor, draftKey)
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: listHref, label: 'Controls' },
              { href: recordHref, label: control.title },
            ]}
          />
        }
        title={`Edit ${control.title}`}
      />
      {control.archived ? (
        <Callout
          title="It is archived."
          actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
        >
          <p>Restore it first, then change it.</p>
        </Callout>
      ) : (
        <ControlForm
          {...(await formSetup(actor, control, draft))}
          action={editControlAction}
          values={controlValues(control)}
          hidden={{ id: control.id, version: String(control.version), from }}
          draftKey={draftKey}
          draft={draft}
          submitLabel="Save"
          cancelHref={recordHref}
        />
      )}
    </>
  )
}
