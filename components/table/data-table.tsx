import type { ReactNode } from 'react'
import type { Day } from '#lib/base/days'
import type { ListState, Table } from '#lib/kernel/table'
import { ButtonLink } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { type CellLook, cellLook } from './cell-look.tsx'
import { type ListColumn, listModel } from './list-model.ts'

/** What a page adds to the declared list: where rows lead, cells drawn its own way, and the one next step of a row. */
export interface RowLooks<Row> {
  /** The record's page, with the way back to this list already in it. */
  href: (row: Row) => string
  cells?: Readonly<Record<string, (row: Row) => ReactNode>> | undefined
  /** The step that this row asks for now; null when there is nothing to do. */
  next?: ((row: Row) => { label: string; href: string } | null) | undefined
}

/** A register's rows: a table, and on a phone a list of cards. Rendered on the server; the browser gets no script for it. */
export function DataTable<Row extends { id: string }, Where>({
  table,
  state,
  rows,
  today,
  href,
  cells = {},
  next,
}: RowLooks<Row> & {
  table: Table<Row, Where>
  state: ListState
  rows: readonly Row[]
  today: Day
}) {
  const model = listModel(table, state, rows)
  return (
    <div className="list-wrap">
      <table className="table list-table">
        <caption className="sr-only">{table.many}</caption>
        <thead>
          <tr>
            {[model.head, ...model.columns].map((column) => (
              <HeaderCell key={column.key} column={column} path={table.path} />
            ))}
            {next ? (
              <th scope="col" className="list-next">
                Next step
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {model.rows.map(({ row, cell }) => {
            const step = next?.(row)
            const name = cellLook(model.head.field, cell(model.head.key), today)
            return (
              <tr key={row.id}>
                <th scope="row">
                  <a href={href(row)}>{cells[model.head.key]?.(row) ?? name.content}</a>
                </th>
                {model.columns.map(({ key, field }) => {
                  const own = cells[key]?.(row)
                  const { content, ...attributes }: CellLook =
                    own === undefined ? cellLook(field, cell(key), today) : { content: own }
                  return (
                    <td key={key} data-label={field.label} {...attributes}>
                      {content}
                    </td>
                  )
                })}
                {next ? (
                  <td className="list-next">
                    {step ? (
                      <ButtonLink
                        href={step.href}
                        size="small"
                        aria-label={
                          typeof name.content === 'string' ? `${step.label}: ${name.content}` : undefined
                        }
                      >
                        {step.label}
                      </ButtonLink>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell<Row, Where>({ column, path }: { column: ListColumn<Row, Where>; path: string }) {
  const { field, sorted, sortQuery } = column
  const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={order}>
      {sortQuery === undefined ? (
        field.label
      ) : (
        <a href={`${path}${sortQuery}`} className="list-sort">
          {field.label}
          {sorted ? <Icon name="chevronDown" /> : null}
        </a>
      )}
    </th>
  )
}
