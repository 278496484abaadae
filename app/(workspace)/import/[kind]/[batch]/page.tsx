import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import type { SearchParams } from '#lib/kernel/table'
import { batchPageSize, batchRows, type RowAction, rowActions } from '#lib/transfer/queries'
import { BatchStateBadge } from '../../batch-state.tsx'
import '../../import.css'
import { batchHref, requireBatch } from '../../registers.ts'
import { ImportSteps } from '../../steps.tsx'
import { Applying } from './applying.tsx'
import { CheckedActions } from './checked-actions.tsx'
import { Outcome } from './outcome.tsx'
import { RowList } from './row-list.tsx'

export const metadata: Metadata = { title: 'Import' }

interface Props {
  params: Promise<{ kind: string; batch: string }>
  searchParams: Promise<SearchParams>
}

export default async function BatchPage({ params, searchParams }: Props) {
  const { kind, batch: id } = await params
  const { register, actor, batch } = await requireBatch(kind, id)
  if (batch.state === 'uploaded') redirect(batchHref(batch))
  const query = await searchParams
  const action = rowActions.find((known) => known === query.rows) ?? null
  const page = Math.max(1, Math.min(10_000, Number(query.page) || 1))
  const { table } = register.record
  const waiting = batch.state === 'applying'
  const step = stepOf[batch.state]
  const rows = waiting ? [] : await batchRows(actor, batch, action, page)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/import', label: 'Import' }]} />}
        title={titles[batch.state]}
        lede={
          <>
            {batch.fileName}, {count(batch.rowCount, 'row')}, to bring in {table.many}. Uploaded by{' '}
            {batch.createdByName}. <BatchStateBadge state={batch.state} />
          </>
        }
      />
      {step ? <ImportSteps current={step} /> : null}
      <div className="grid grid-cols-1 gap-8">
        {batch.state === 'checked' ? (
          <CheckedActions batch={batch} one={table.one} many={table.many} />
        ) : waiting ? (
          <Applying batch={batch} />
        ) : (
          <Outcome batch={batch} table={table} timeZone={actor.timeZone} />
        )}
        {waiting ? null : (
          <RowList
            batch={batch}
            rows={rows}
            action={action}
            page={page}
            pageSize={batchPageSize}
            total={totalOf(batch, action)}
            href={batch.state === 'applied' ? register.record.href : null}
          />
        )}
      </div>
    </>
  )
}

const titles = {
  uploaded: 'Match the columns',
  checked: 'What would happen',
  applying: 'Bringing it in',
  applied: 'Brought in',
  undone: 'Import undone',
  failed: 'Not brought in',
  discarded: 'Thrown away',
} as const

const stepOf = {
  uploaded: 'Columns',
  checked: 'Check',
  applying: 'Bring in',
  applied: null,
  undone: null,
  failed: null,
  discarded: null,
} as const

interface Counts {
  createCount: number
  updateCount: number
  skipCount: number
  errorCount: number
}

function totalOf(batch: Counts, action: RowAction | null): number {
  const counts = {
    create: batch.createCount,
    update: batch.updateCount,
    skip: batch.skipCount,
    error: batch.errorCount,
  }
  return action ? counts[action] : Object.values(counts).reduce((sum, number) => sum + number, 0)
}
