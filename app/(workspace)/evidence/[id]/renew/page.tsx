import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#components/ui/section'
import { draftOf } from '#lib/people/drafts'
import { draftKeys } from '../../draft-keys.ts'
import { FileForm } from '../../file-form.tsx'
import { type FilePage, loadFile } from '../../load-file.tsx'

export const metadata: Metadata = { title: 'Renew a file' }

export default async function RenewFilePage(page: FilePage) {
  const { actor, file, record, mayAdd, backHref, crumbs } = await loadFile(page, 'evidence.add')
  if (!mayAdd || file.withdrawn || file.renewedById) notFound()
  return (
    <>
      <PageHeader
        title={`Renew “${file.title}”`}
        lede="Add the new one. The old one stays with it, and is no longer due."
        crumbs={crumbs}
      />
      <FileForm
        kind={record.kind}
        recordId={record.id}
        renews={file.id}
        title={file.title}
        draft={await draftOf(actor, draftKeys.renew(file.id))}
        backHref={backHref}
      />
    </>
  )
}
