import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { readDraft } from '#lib/people/drafts'
import { mayEdit } from '#lib/training/policy'
import { createCampaignAction } from '../actions.ts'
import { CampaignForm } from '../campaign-form.tsx'
import { formSetup, newValues } from '../form-setup.ts'

export const metadata: Metadata = { title: 'New campaign' }

const draftKey = 'campaign/new'

export default async function NewCampaignPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('training.edit')
  if (!mayEdit(actor)) notFound()
  const { course } = await searchParams
  const draft = await readDraft(actor, draftKey)
  const values = { ...newValues(actor), ...(typeof course === 'string' ? { courseId: [course] } : {}) }
  const setup = await formSetup(actor, null, draft, values)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/training', label: 'Campaigns' }]} />}
        title="New campaign"
        lede="One course, for some people, until a day. Everybody it is meant for has it to do from its first day on."
      />
      {setup.courses.length === 0 ? (
        <EmptyState
          title="There is no course to teach yet"
          icon="document"
          actions={
            <ButtonLink href="/training" variant="primary">
              Back to campaigns
            </ButtonLink>
          }
        >
          Publish a course first, for example one of the starter lessons.
        </EmptyState>
      ) : (
        <CampaignForm
          {...setup}
          action={createCampaignAction}
          values={values}
          hidden={{}}
          isOpen={false}
          canName
          draftKey={draftKey}
          draft={draft}
          submitLabel="Make the campaign"
          cancelHref="/training"
        />
      )}
    </>
  )
}
