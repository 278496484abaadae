import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { formatInstant } from '#lib/base/days'
import { count, listInWords } from '#lib/base/text'
import type { BatchSummary } from '#lib/transfer/queries'
import { startImport } from '../../actions.ts'
import { BatchFields } from './checked-actions.tsx'

interface Words {
  path: string
  one: string
  many: string
}

/** What became of an import, and what can still be done. */
export function Outcome({
  batch,
  changed,
  table,
  timeZone,
}: {
  batch: BatchSummary
  /** Records that were changed since: they stand in the way of an undo. */
  changed: readonly string[]
  table: Words
  timeZone: string
}) {
  const page = `/import/${batch.kind}/${batch.id}`
  const errors = batch.errorCount
  const correct =
    errors > 0 ? (
      <ButtonLink href={`${page}/errors`} icon="download" data-hard>
        Download the {count(errors, 'row')} with errors
      </ButtonLink>
    ) : null
  if (batch.state === 'applied')
    return (
      <Callout
        tone="ok"
        title={`${countWritten(batch, table)}.`}
        actions={
          <>
            <ButtonLink href={table.path} variant="primary">
              Go to {table.many}
            </ButtonLink>
            {correct}
            {batch.undoUntil && changed.length === 0 ? (
              <ButtonLink href={`${page}/undo`}>Undo this import…</ButtonLink>
            ) : null}
          </>
        }
      >
        <p>
          {batch.appliedAt ? `On ${formatInstant(batch.appliedAt, timeZone)}. ` : ''}
          {batch.undoUntil && changed.length > 0
            ? `Cannot be undone any more: ${changedInWords(changed)} changed.`
            : batch.undoUntil
              ? `It can be undone until ${formatInstant(batch.undoUntil, timeZone)}, unless one of its records is changed.`
              : 'The time in which it could be undone is over.'}
        </p>
        {errors > 0 ? (
          <p>{count(errors, 'row was', 'rows were')} left out because of errors; the reasons stand below.</p>
        ) : null}
      </Callout>
    )
  if (batch.state === 'undone')
    return (
      <Callout
        tone="neutral"
        title="This import was taken back."
        actions={<ButtonLink href={`/import/${batch.kind}`}>Bring in another file</ButtonLink>}
      >
        <p>
          {batch.undoneAt ? `On ${formatInstant(batch.undoneAt, timeZone)}. ` : ''}
          What it had added is in the archive; what it had changed is as it was.
        </p>
      </Callout>
    )
  return (
    <Callout
      tone="danger"
      title={batch.state === 'failed' ? 'It could not be brought in.' : 'This upload was thrown away.'}
      actions={
        batch.state === 'failed' ? (
          <>
            <form action={startImport}>
              <BatchFields batch={batch} />
              <SubmitButton pendingLabel="Starting…">Try again</SubmitButton>
            </form>
            <ButtonLink href={`/import/${batch.kind}`}>Upload the file again</ButtonLink>
          </>
        ) : (
          <ButtonLink href={`/import/${batch.kind}`}>Upload another file</ButtonLink>
        )
      }
    >
      <p>{batch.message ?? 'Nothing was changed.'}</p>
    </Callout>
  )
}

const mostNamed = 3

/** 'AI-501 Scribe, AI-502 Bot, AI-503 Reader and 4 more were'. */
function changedInWords(labels: readonly string[]): string {
  const more = labels.length - mostNamed
  const named = [...labels.slice(0, mostNamed), ...(more > 0 ? [`${more.toLocaleString('en-US')} more`] : [])]
  return `${listInWords(named)} ${labels.length === 1 ? 'was' : 'were'}`
}

function countWritten({ createCount, updateCount }: BatchSummary, { one, many }: Words): string {
  const parts = [
    createCount > 0 ? `${count(createCount, one, many)} added` : '',
    updateCount > 0 ? `${updateCount.toLocaleString('en-US')} changed` : '',
  ]
  return parts.filter(Boolean).join(', ')
}
