import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import '../../../import.css'
import { requireBatch } from '../../../registers.ts'
import { UndoForm } from './undo-form.tsx'

export const metadata: Metadata = { title: 'Undo an import' }

const named = 20

export default async function UndoPage({ params }: { params: Promise<{ kind: string; batch: string }> }) {
  const { kind, batch: id } = await params
  const { register, actor, batch } = await requireBatch(kind, id)
  const view = await register.importViews.undo(actor, id)
  if (!view) notFound()
  const { one, many } = register.record.table
  const page = `/import/${kind}/${id}`
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/import', label: 'Import' },
              { href: page, label: batch.fileName },
            ]}
          />
        }
        title="Undo this import?"
        lede={`${batch.fileName}, brought in by ${batch.createdByName}${batch.appliedAt ? ` on ${formatInstant(batch.appliedAt, actor.timeZone)}` : ''}.`}
      />
      {view.changed.length > 0 ? (
        <Callout
          tone="danger"
          title={`It cannot be undone: ${count(view.changed.length, 'of its records was', 'of its records were')} changed since.`}
          actions={<ButtonLink href={page}>Back to the import</ButtonLink>}
        >
          <p>Undoing would throw those changes away. Change or archive the records one by one instead:</p>
          <ul className="import-notices">
            {view.changed.slice(0, named).map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
          {view.changed.length > named ? <p>and {view.changed.length - named} more.</p> : null}
        </Callout>
      ) : (
        <div className="grid grid-cols-1 gap-6">
          <ul className="import-notices">
            {view.created > 0 ? (
              <li>
                {count(view.created, one, many)} that it added {view.created === 1 ? 'leaves' : 'leave'} the
                register; what was due for them is cancelled. They stay in the archive with their history.
              </li>
            ) : null}
            {view.updated > 0 ? (
              <li>
                {count(view.updated, one, many)} that it changed {view.updated === 1 ? 'gets' : 'get'} back
                what was there before.
              </li>
            ) : null}
            <li>The audit trail keeps both: that it was brought in, and that it was undone.</li>
          </ul>
          <UndoForm kind={kind} id={id} cancelHref={page} />
        </div>
      )}
    </>
  )
}
