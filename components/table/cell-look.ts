import type { ReactNode } from 'react'
import { type Day, formatDay } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import type { Cell, Field } from '#lib/kernel/table'
import type { Tone } from '../ui/badge.tsx'
import type { DayInWords, DueStanding } from '../ui/due-day.tsx'
import { dayInWords } from '../ui/relative-day.tsx'

const listed = 2
const longText = 24

/** What a table cell shows, in as little as it can be drawn from: a string is plain text. */
export type CellLook =
  | string
  | null
  | { text: string; look: 'none' | 'num' | 'text'; title?: string }
  | { badge: Tone; text: string }
  | { at: DayInWords; due?: DueStanding }
  /** Drawn by the page in its own way. */
  | { own: ReactNode }

/** How a cell looks unless the page says otherwise: states as badges, due days as due, lists cut short, the rest as text. */
export function cellLook<Row, Where>(field: Field<Row, Where>, cell: Cell, today: Day): CellLook {
  if (cell === null || cell === '')
    return field.filter?.by === 'person' ? { text: 'Nobody', look: 'none' } : null
  if (typeof cell === 'number') return { text: cell.toLocaleString('en-US'), look: 'num' }
  if (typeof cell === 'string') return textLook(field, cell)
  if ('list' in cell)
    return cell.list.length === 0 && field.filter?.by === 'site' ? 'Whole practice' : listLook(cell.list)
  if (field.filter?.by === 'due') return { at: dayInWords(cell.day, today), due: dueStatus(cell.day, today) }
  return { at: { day: cell.day, words: formatDay(cell.day) } }
}

function textLook<Row, Where>(field: Field<Row, Where>, text: string): CellLook {
  const option = field.options?.find(({ label }) => label === text)
  if (option?.tone) return { badge: option.tone, text }
  const title = text.length > longText ? { title: text } : {}
  if (option?.value === 'unknown') return { text, look: 'none', ...title }
  return text.length > longText ? { text, look: 'text', title: text } : text
}

function listLook(list: readonly string[]): CellLook {
  const rest = list.length - listed
  const shown = list.slice(0, listed).join(', ')
  const text = rest > 0 ? `${shown} and ${rest} more` : shown
  return list.length > 1 ? { text, look: 'text', title: list.join('; ') } : text
}
