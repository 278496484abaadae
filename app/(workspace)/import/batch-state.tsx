import { StatusBadge, type Tone } from '#components/ui/badge'
import { count } from '#lib/base/text'
import type { BatchState } from '#lib/transfer/batch'
import type { BatchSummary } from '#lib/transfer/queries'

const states: Readonly<Record<BatchState, { label: string; tone: Tone }>> = {
  uploaded: { label: 'Columns to match', tone: 'attention' },
  checked: { label: 'Checked, not brought in', tone: 'attention' },
  applying: { label: 'Being brought in', tone: 'neutral' },
  applied: { label: 'Brought in', tone: 'ok' },
  undone: { label: 'Undone', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'danger' },
  discarded: { label: 'Thrown away', tone: 'neutral' },
}

export function BatchStateBadge({ state }: { state: BatchState }) {
  const { label, tone } = states[state]
  return <StatusBadge tone={tone}>{label}</StatusBadge>
}

/** '2 new, 498 the same' of what a check found; the number of rows before there was one. */
export function countsInWords(batch: BatchSummary): string {
  if (batch.state === 'uploaded') return count(batch.rowCount, 'row')
  const parts = [
    [batch.createCount, 'new'],
    [batch.updateCount, 'changed'],
    [batch.skipCount, 'the same'],
    [batch.errorCount, 'with errors'],
  ] as const
  const said = parts.filter(([number]) => number > 0)
  return said.map(([number, words]) => `${number.toLocaleString('en-US')} ${words}`).join(', ') || 'Nothing'
}
