import type { ReactNode } from 'react'
import { type Day, formatDay } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import type { Cell, Field } from '#lib/kernel/table'
import { StatusBadge } from '../ui/badge.tsx'
import { DueBadge } from '../ui/relative-day.tsx'

const listed = 2
const longText = 24

/** What a table cell is filled with, and what its element carries: a list of fifty rows should not wrap each text in one more. */
export interface CellLook {
  content: ReactNode
  className?: string | undefined
  title?: string | undefined
}

/** How a cell looks unless the page says otherwise: states as badges, due days as due, lists cut short, the rest as text. */
export function cellLook<Row, Where>(field: Field<Row, Where>, cell: Cell, today: Day): CellLook {
  if (cell === null || cell === '')
    return field.filter?.by === 'person' ? { content: 'Nobody', className: 'cell-none' } : { content: null }
  if (typeof cell === 'number') return { content: cell.toLocaleString('en-US'), className: 'num' }
  if (typeof cell === 'string') return textLook(field, cell)
  if ('list' in cell) {
    if (cell.list.length === 0 && field.filter?.by === 'site')
      return { content: 'Whole practice', className: 'cell-text' }
    return listLook(cell.list)
  }
  if (field.filter?.by === 'due')
    return { content: <DueBadge status={dueStatus(cell.day, today)} day={cell.day} today={today} /> }
  return { content: <time dateTime={cell.day}>{formatDay(cell.day)}</time> }
}

function textLook<Row, Where>(field: Field<Row, Where>, text: string): CellLook {
  const option = field.options?.find(({ label }) => label === text)
  if (option?.tone) return { content: <StatusBadge tone={option.tone}>{text}</StatusBadge> }
  return {
    content: text,
    className: option?.value === 'unknown' ? 'cell-text cell-none' : 'cell-text',
    ...(text.length > longText ? { title: text } : {}),
  }
}

function listLook(list: readonly string[]): CellLook {
  const rest = list.length - listed
  const shown = list.slice(0, listed).join(', ')
  return {
    content: rest > 0 ? `${shown} and ${rest} more` : shown,
    className: 'cell-text',
    ...(list.length > 1 ? { title: list.join('; ') } : {}),
  }
}
