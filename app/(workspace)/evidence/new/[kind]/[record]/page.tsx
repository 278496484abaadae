import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { draftOf } from '#lib/people/drafts'
import { evidence, isKind, registry } from '#lib/registry'
import { draftKeys } from '../../../draft-keys.ts'
import { FileForm } from '../../../file-form.tsx'

export const metadata: Metadata = { title: 'Add a file' }

export default async function NewFilePage({ params }: { params: Promise<{ kind: string; record: string }> }) {
  const actor = await requireActor('evidence.add')
  const { kind, record: recordId } = await params
  const label = isKind(kind) ? await evidence.mayAdd(actor, kind, recordId) : null
  if (!isKind(kind) || label === null) notFound()
  const { record } = registry[kind]
  const backHref = `${record.href(recordId)}#evidence`
  return (
    <>
      <PageHeader
        title="Add a file"
        lede={`To ${label}: a certificate, a report, a screenshot, whatever shows that something is as it is said to be.`}
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: record.table.path, label: record.table.many },
              { href: record.href(recordId), label },
            ]}
          />
        }
      />
      <FileForm
        kind={kind}
        recordId={recordId}
        draft={await draftOf(actor, draftKeys.add(kind, recordId))}
        backHref={backHref}
      />
    </>
  )
}
