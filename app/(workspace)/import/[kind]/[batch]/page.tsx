import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import type { SearchParams } from '#lib/kernel/table'
import {
  batchPageSize,
  batchRows,
  countByName,
  countWarned,
  type RowFilter,
  rowActions,
} from '#lib/transfer/queries'
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
  const filter = ([...rowActions, 'warned'] as const).find((known) => known === query.rows) ?? null
  const page = Math.max(1, Math.min(10_000, Number(query.page) || 1))
  const { table } = register.record
  const waiting = batch.state === 'applying'
  const step = stepOf[batch.state]
  const warned = batch.state === 'checked' ? await countWarned(actor, batch) : 0
  const byName = batch.state === 'checked' ? await countByName(actor, batch) : 0
  const changed = batch.undoUntil ? ((await register.importViews.undo(actor, id))?.changed ?? []) : []
  const rows = waiting ? [] : await batchRows(actor, batch, filter, page)
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
          <CheckedActions batch={batch} warned={warned} byName={byName} one={table.one} many={table.many} />
        ) : waiting ? (
          <Applying batch={batch} />
        ) : (
          <Outcome batch={batch} changed={changed} table={table} timeZone={actor.timeZone} />
        )}
        {waiting ? null : (
          <RowList
            batch={batch}
            rows={rows}
            filter={filter}
            page={page}
            pageSize={batchPageSize}
            total={totalOf(batch, filter, warned)}
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

function totalOf(batch: Counts, filter: RowFilter | null, warned: number): number {
  const counts = {
    create: batch.createCount,
    update: batch.updateCount,
    skip: batch.skipCount,
    error: batch.errorCount,
  }
  if (filter === 'warned') return warned
  return filter ? counts[filter] : Object.values(counts).reduce((sum, number) => sum + number, 0)
}
