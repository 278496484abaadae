import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { usStates } from '#lib/people/places'
import { addSite } from '../actions.ts'
import { SiteForm } from '../site-form.tsx'

export const metadata: Metadata = { title: 'Add a site' }

export default async function NewSitePage() {
  const actor = await requireActor('site.edit')
  if (!canAt(actor, 'site.edit', [])) notFound()
  return (
    <>
      <PageHeader
        title="Add a site"
        crumbs={<Breadcrumbs crumbs={[{ href: '/settings/sites', label: 'Sites' }]} />}
      />
      <SiteForm action={addSite} states={usStates} />
    </>
  )
}
