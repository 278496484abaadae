import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadVendor, type VendorPage, vendorTitle } from '../../../load-vendor.ts'
import { removeContactAction, saveContactAction } from '../../../part-actions.ts'
import { PartPage } from '../../../part-page.tsx'

type ContactPageProps = VendorPage<{ partId: string }>

export function generateMetadata(page: ContactPageProps): Promise<Metadata> {
  return vendorTitle(page, 'edit', ({ name }) => `Contact at ${name}`)
}

export default async function ContactPage(page: ContactPageProps) {
  const loaded = await loadVendor(page, 'edit')
  const { partId } = await page.params
  const contact = loaded.vendor.contacts.find(({ id }) => id === partId)
  if (loaded.vendor.archived || (!contact && partId !== 'new')) notFound()
  return (
    <PartPage
      loaded={loaded}
      draftKey={`contacts/${partId}`}
      partId={contact?.id ?? null}
      title={contact ? contact.name : `Contact at ${loaded.vendor.name}`}
      questions={[
        { as: 'line', name: 'name', label: 'Name', value: contact?.name ?? '', required: true },
        {
          as: 'line',
          name: 'about',
          label: 'What for?',
          hint: 'Such as support, contracts, or security incidents.',
          value: contact?.about ?? '',
        },
        { as: 'line', name: 'email', label: 'E-mail', value: contact?.email ?? '' },
        { as: 'line', name: 'phone', label: 'Phone', value: contact?.phone ?? '' },
      ]}
      save={saveContactAction}
      remove={removeContactAction}
      removal={{
        title: 'Remove this contact',
        says: 'It leaves the page. The history goes on naming it.',
        label: 'Remove the contact',
      }}
    />
  )
}
