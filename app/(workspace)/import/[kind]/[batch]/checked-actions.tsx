import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { count } from '#lib/base/text'
import { undoDays } from '#lib/transfer/batch'
import type { BatchSummary } from '#lib/transfer/queries'
import { discardImport, startImport } from '../../actions.ts'

/** What the dry run found, in a sentence, and what can be done about it. */
export function CheckedActions({
  batch,
  warned,
  byName,
  one,
  many,
}: {
  batch: BatchSummary
  /** Rows that look as if they held patient data. */
  warned: number
  /** Rows that would change a record known by its name alone. */
  byName: number
  one: string
  many: string
}) {
  const { createCount: created, updateCount: updated, skipCount: same, errorCount: errors } = batch
  const page = `/import/${batch.kind}/${batch.id}`
  const writes = created + updated
  const parts = [
    created > 0 ? `add ${count(created, one, many)}` : '',
    updated > 0
      ? `change ${updated.toLocaleString('en-US')} that ${updated === 1 ? 'is' : 'are'} here already`
      : '',
  ].filter(Boolean)
  return (
    <Callout
      tone={writes === 0 ? (errors > 0 ? 'danger' : 'ok') : errors + warned > 0 ? 'attention' : 'neutral'}
      title={
        writes > 0
          ? `This will ${parts.join(' and ')}.`
          : errors > 0
            ? 'No row can be brought in as it is.'
            : 'There is nothing to do: every row says what is here already.'
      }
      actions={
        <>
          {writes > 0 ? (
            <form action={startImport}>
              <BatchFields batch={batch} />
              <SubmitButton pendingLabel="Starting…">Bring in {count(writes, 'row')}</SubmitButton>
            </form>
          ) : null}
          {errors > 0 ? (
            <ButtonLink href={`${page}/errors`} icon="download" data-hard>
              Download the {count(errors, 'row')} with errors
            </ButtonLink>
          ) : null}
          <ButtonLink href={`${page}/columns`}>Change columns or words</ButtonLink>
          <form action={discardImport}>
            <BatchFields batch={batch} />
            <SubmitButton variant="quiet" pendingLabel="Throwing away…">
              Throw the upload away
            </SubmitButton>
          </form>
        </>
      }
    >
      {same > 0 && writes > 0 ? (
        <p>{count(same, 'row')} already say what is here and change nothing.</p>
      ) : null}
      {errors > 0 ? (
        <p>
          {count(errors, 'row')} cannot be brought in; the reasons stand below.{' '}
          {writes > 0
            ? 'You can bring in the others now, correct these in the downloaded file, and upload that one afterwards.'
            : 'Correct them in the downloaded file and upload that, or look at the columns again.'}
        </p>
      ) : null}
      {byName > 0 ? (
        <p>
          <a href={`${page}?rows=update`}>
            {count(byName, 'row is', 'rows are')} taken, by the name alone, to be{' '}
            {byName === 1 ? 'a record that is' : 'records that are'} here already.
          </a>{' '}
          Look whether that is meant: what the record has would be replaced.
        </p>
      ) : null}
      {warned > 0 ? (
        <p>
          <a href={`${page}?rows=warned`}>
            {count(warned, 'row looks', 'rows look')} as if {warned === 1 ? 'it' : 'they'} held patient data.
          </a>{' '}
          Please take such details out of the file before you bring it in.
        </p>
      ) : null}
      {writes > 0 ? (
        <p>
          Nothing is changed yet.{' '}
          {writes === 1
            ? 'You can take it back'
            : `These ${writes.toLocaleString('en-US')} rows come in together or not at all, and you can take them back`}{' '}
          for {undoDays} days.
        </p>
      ) : null}
    </Callout>
  )
}

/** What every form about an upload sends. */
export function BatchFields({ batch }: { batch: { kind: string; id: string } }) {
  return (
    <>
      <input type="hidden" name="kind" value={batch.kind} />
      <input type="hidden" name="id" value={batch.id} />
    </>
  )
}
