import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import '../../../import.css'
import { requireBatch } from '../../../registers.ts'
import { ImportSteps } from '../../../steps.tsx'
import { ColumnsForm } from './columns-form.tsx'

export const metadata: Metadata = { title: 'Match the columns' }

export default async function ColumnsPage({ params }: { params: Promise<{ kind: string; batch: string }> }) {
  const { kind, batch: id } = await params
  const { register, actor, batch } = await requireBatch(kind, id)
  const view = await register.importViews.columns(actor, id)
  if (!view) notFound()
  const { table } = register.record
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/import', label: 'Import' },
              { href: `/import/${kind}`, label: `Bring in ${table.many}` },
            ]}
          />
        }
        title="Match the columns"
        lede={`${batch.fileName}, ${count(view.rowCount, 'row')}. Say which of its columns fills which of our fields; what was chosen before is chosen again, and where names are alike we guessed.`}
      />
      <ImportSteps current="Columns" />
      {view.notices.length > 0 ? (
        <Callout tone="attention" title="Worth a look before you go on">
          <ul className="import-notices">
            {view.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <ColumnsForm kind={kind} id={id} view={view} cancelHref="/import" />
    </>
  )
}
