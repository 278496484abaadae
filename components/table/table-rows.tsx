'use client'
import type { ReactNode } from 'react'
import { StatusBadge } from '../ui/badge.tsx'
import { buttonClass } from '../ui/button.tsx'
import { DueDay } from '../ui/due-day.tsx'
import type { CellLook } from './cell-look.ts'

/** A row as little as it can be drawn from. */
export interface DrawnRow {
  id: string
  href: string
  name: ReactNode
  /** One for each column after the name. */
  cells: CellLook[]
  /** The step it asks for now, and how that is said to who cannot see the row. Absent in a list without steps. */
  next?: { label: string; href: string; says: string } | null
}

/**
 * The rows of a list, drawn from data on both sides: sent as drawn they are in the page twice, in its HTML and in what React
 * reads, and that was half of what a list costs.
 */
export function TableRows({ labels, rows }: { labels: readonly string[]; rows: readonly DrawnRow[] }) {
  return (
    <tbody>
      {rows.map(({ id, href, name, cells, next }) => (
        <tr key={id}>
          <th scope="row">
            <a href={href}>{name}</a>
          </th>
          {labels.map((label, at) => (
            <TableCell key={label} label={label} look={cells[at] ?? null} />
          ))}
          {next === undefined ? null : (
            <td className="list-next">
              {next ? (
                <a href={next.href} aria-label={next.says} className={buttonClass({ size: 'small' })}>
                  {next.label}
                </a>
              ) : null}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  )
}

const textClass = { none: 'cell-text cell-none', num: 'num', text: 'cell-text' } as const

function TableCell({ label, look }: { label: string; look: CellLook }) {
  if (look === null) return <td data-label={label} />
  if (typeof look === 'string')
    return (
      <td data-label={label} className="cell-text">
        {look}
      </td>
    )
  if ('look' in look)
    return (
      <td data-label={label} className={textClass[look.look]} title={look.title}>
        {look.text}
      </td>
    )
  if ('badge' in look)
    return (
      <td data-label={label}>
        <StatusBadge tone={look.badge}>{look.text}</StatusBadge>
      </td>
    )
  if ('own' in look) return <td data-label={label}>{look.own}</td>
  return (
    <td data-label={label}>
      <DueDay {...look} />
    </td>
  )
}
