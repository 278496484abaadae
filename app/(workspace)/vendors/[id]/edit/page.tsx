import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { readDraft } from '#lib/people/drafts'
import { editVendorAction } from '../../actions.ts'
import { formSetup, vendorValues } from '../../form-setup.ts'
import { loadVendor, type VendorPage, vendorTitle } from '../../load-vendor.ts'
import { VendorForm } from '../../vendor-form.tsx'

export function generateMetadata(page: VendorPage): Promise<Metadata> {
  return vendorTitle(page, 'edit', ({ name }) => `Edit ${name}`)
}

export default async function EditVendorPage(page: VendorPage) {
  const { actor, vendor, from, recordHref, listHref } = await loadVendor(page, 'edit')
  const draftKey = `vendor/${vendor.id}`
  const draft = vendor.archived ? null : await readDraft(actor, draftKey)
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: listHref, label: 'Vendors' },
              { href: recordHref, label: vendor.name },
            ]}
          />
        }
        title={`Edit ${vendor.name}`}
      />
      {vendor.archived ? (
        <Callout
          title="It is archived."
          actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
        >
          <p>Restore it first, then change it.</p>
        </Callout>
      ) : (
        <VendorForm
          {...(await formSetup(actor, vendor, draft))}
          action={editVendorAction}
          values={vendorValues(vendor)}
          hidden={{ id: vendor.id, version: String(vendor.version), from }}
          draftKey={draftKey}
          draft={draft}
          submitLabel="Save"
          cancelHref={recordHref}
        />
      )}
    </>
  )
}
