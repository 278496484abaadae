import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { evidence } from '#lib/registry'
import { certificateKinds } from '#lib/vendors/options'
import { vendorKind } from '#lib/vendors/schema'
import { loadVendor, type VendorPage, vendorTitle } from '../../../load-vendor.ts'
import { removeCertificateAction, saveCertificateAction } from '../../../part-actions.ts'
import { PartPage } from '../../../part-page.tsx'

type CertificatePageProps = VendorPage<{ partId: string }>

export function generateMetadata(page: CertificatePageProps): Promise<Metadata> {
  return vendorTitle(page, 'edit', ({ name }) => `Certificate of ${name}`)
}

export default async function CertificatePage(page: CertificatePageProps) {
  const loaded = await loadVendor(page, 'edit')
  const { vendor, actor } = loaded
  const { partId } = await page.params
  const certificate = vendor.certificates.find(({ id }) => id === partId)
  if (vendor.archived || (!certificate && partId !== 'new')) notFound()
  const found = await evidence.list(actor, vendorKind, vendor.id)
  const files = (found?.files ?? [])
    .filter(({ id, withdrawn }) => !withdrawn || id === certificate?.evidenceId)
    .map(({ id, title, fileName }) => ({ value: id, label: `${title} (${fileName})` }))
  return (
    <PartPage
      loaded={loaded}
      draftKey={`certificates/${partId}`}
      partId={certificate?.id ?? null}
      title={certificate ? optionLabel(certificateKinds, certificate.kind) : `Certificate of ${vendor.name}`}
      lede={
        certificate?.validUntil
          ? 'When the next one has come, write its days here: the duty to ask for it is then done.'
          : 'What the vendor says it was looked at for. The day it ends becomes a duty to ask for the next.'
      }
      questions={[
        {
          as: 'select',
          name: 'kind',
          label: 'Which?',
          value: certificate?.kind ?? '',
          options: certificateKinds,
          empty: 'Choose',
          required: true,
        },
        {
          as: 'line',
          name: 'scope',
          label: 'What does it cover?',
          hint: 'Products, places, parts of the company. With “Other”: which it is.',
          value: certificate?.scope ?? '',
        },
        {
          as: 'day',
          name: 'issuedOn',
          label: 'Issued on',
          value: certificate?.issuedOn ?? '',
          latest: todayFor(actor),
        },
        { as: 'day', name: 'validUntil', label: 'Valid until', value: certificate?.validUntil ?? '' },
        ...(files.length > 0
          ? [
              {
                as: 'select' as const,
                name: 'evidenceId',
                label: 'Which file shows it?',
                hint: 'One of the files on this vendor. Another one is added there, under Evidence.',
                value: certificate?.evidenceId ?? '',
                options: files,
                empty: 'None yet',
              },
            ]
          : []),
      ]}
      save={saveCertificateAction}
      remove={removeCertificateAction}
      removal={{
        title: 'Remove this certificate',
        says: certificate?.validUntil
          ? '1 duty ends: to ask for the next. The history goes on naming it.'
          : 'It leaves the page. The history goes on naming it.',
        label: 'Remove the certificate',
      }}
    />
  )
}
