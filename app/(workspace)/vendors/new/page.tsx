import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { readDraft } from '#lib/people/drafts'
import { may } from '#lib/vendors/policy'
import { createVendorAction } from '../actions.ts'
import { formSetup, newValues } from '../form-setup.ts'
import { VendorForm } from '../vendor-form.tsx'

export const metadata: Metadata = { title: 'Add vendor' }

export default async function NewVendorPage() {
  const actor = await requireActor('vendor.edit')
  if (!may(actor, 'edit')) notFound()
  const draft = await readDraft(actor, 'vendor/new')
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/vendors', label: 'Vendors' }]} />}
        title="Add vendor"
        lede="Only the name has to be there to save."
      />
      <VendorForm
        {...(await formSetup(actor, null, draft))}
        action={createVendorAction}
        values={newValues}
        hidden={{}}
        draftKey="vendor/new"
        draft={draft}
        submitLabel="Add vendor"
        cancelHref="/vendors"
      />
    </>
  )
}
