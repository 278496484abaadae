import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { may } from '#lib/controls/policy'
import { requirementsNamed } from '#lib/frameworks/queries'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { linkedTo, requirementKey, requirementRef } from '#lib/law/frameworks/all-frameworks'
import { readDraft } from '#lib/people/drafts'
import { createControlAction } from '../actions.ts'
import { ControlForm } from '../control-form.tsx'
import { formSetup, newValues } from '../form-setup.ts'

export const metadata: Metadata = { title: 'Add control' }

const most = 20

export default async function NewControlPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('control.edit')
  if (!may(actor, 'edit')) notFound()
  const { requirement } = await searchParams
  const wanted = typeof requirement === 'string' ? requirementRef(requirement) : null
  // What somebody else calls the same thing is offered, not ticked: whether the control answers it too is theirs to say.
  const linked = wanted ? linkedTo(wanted).slice(0, most).map(requirementKey) : []
  const offered = await requirementsNamed(actor, wanted ? [requirementKey(wanted), ...linked] : [])
  const [first] = offered.filter(({ key }) => wanted && key === requirementKey(wanted))
  const draftKey = first ? `control/new/${slug(first.key)}` : 'control/new'
  const draft = await readDraft(actor, draftKey)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/controls', label: 'Controls' }]} />}
        title="Add control"
        lede={
          first
            ? `For ${first.frameworkName} ${first.id}, ${first.title}.`
            : 'Only the title has to be there to save.'
        }
      />
      <ControlForm
        {...(await formSetup(actor, null, draft))}
        action={createControlAction}
        values={newValues}
        hidden={{}}
        requirements={{
          offered: first
            ? [first, ...offered.filter(({ key }) => key !== first.key)].map(
                ({ key, id, title, frameworkName }) => ({
                  value: key,
                  label: `${frameworkName} ${id}`,
                  hint: key === first.key ? title : `${title}. Linked to ${first.id} by the crosswalk.`,
                }),
              )
            : [],
          ticked: first ? [first.key] : [],
        }}
        draftKey={draftKey}
        draft={draft}
        submitLabel="Add control"
        cancelHref={first ? `/frameworks/${first.framework}/${encodeURIComponent(first.id)}` : '/controls'}
      />
    </>
  )
}

/** A requirement’s key as drafts may be called: “nist-ai-rmf:GOVERN 6.1” is “nist-ai-rmf-govern-6-1”. */
const slug = (key: string) =>
  key
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
