import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#components/ui/section'
import { FileForm } from '../../file-form.tsx'
import { type FilePage, loadFile } from '../../load-file.tsx'
import { keptTyped } from '../../typed.ts'

export const metadata: Metadata = { title: 'Renew a file' }

export default async function RenewFilePage(page: FilePage) {
  const { actor, file, record, mayAdd, backHref, crumbs } = await loadFile(page, 'evidence.add')
  if (!mayAdd || file.withdrawn || file.renewedById) notFound()
  const typed = await keptTyped(actor.personId)
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
        typed={{ title: file.title, ...typed }}
        backHref={backHref}
      />
    </>
  )
}
