import type { ReactNode } from 'react'
import { type Day, formatDay } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import type { Cell, Field } from '#lib/kernel/table'
import { StatusBadge } from '../ui/badge.tsx'
import { DueBadge } from '../ui/relative-day.tsx'

const listed = 2
const longText = 24

/** How a cell looks unless the page says otherwise: states as badges, due days as due, lists cut short, the rest as text. */
export function CellView<Row, Where>({
  field,
  cell,
  today,
}: {
  field: Field<Row, Where>
  cell: Cell
  today: Day
}): ReactNode {
  if (cell === null || cell === '')
    return field.filter?.by === 'person' ? <span className="cell-none">Nobody</span> : null
  if (typeof cell === 'number') return cell.toLocaleString('en-US')
  if (typeof cell === 'string') return <TextCell field={field} text={cell} />
  if ('list' in cell) return <ListCell list={cell.list} />
  if (field.filter?.by === 'due')
    return <DueBadge status={dueStatus(cell.day, today)} day={cell.day} today={today} />
  return <time dateTime={cell.day}>{formatDay(cell.day)}</time>
}

function TextCell<Row, Where>({ field, text }: { field: Field<Row, Where>; text: string }) {
  const option = field.options?.find(({ label }) => label === text)
  if (option?.tone) return <StatusBadge tone={option.tone}>{text}</StatusBadge>
  return (
    <span
      className={option?.value === 'unknown' ? 'cell-text cell-none' : 'cell-text'}
      title={text.length > longText ? text : undefined}
    >
      {text}
    </span>
  )
}

function ListCell({ list }: { list: readonly string[] }) {
  if (list.length === 0) return null
  const rest = list.length - listed
  return (
    <span className="cell-text" title={list.length > 1 ? list.join('; ') : undefined}>
      {list.slice(0, listed).join(', ')}
      {rest > 0 ? ` and ${rest} more` : null}
    </span>
  )
}
