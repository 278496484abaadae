import type { ReactNode } from 'react'
import type { Day } from '#lib/base/days'
import type { ListState, Table } from '#lib/kernel/table'
import { Icon } from '../ui/icon.tsx'
import { type CellLook, cellLook } from './cell-look.ts'
import { type ListColumn, listModel } from './list-model.ts'
import { type DrawnRow, TableRows } from './table-rows.tsx'

/** What a page adds to the declared list: where rows lead, cells drawn its own way, and the one next step of a row. */
export interface RowLooks<Row> {
  /** The record's page, with the way back to this list already in it. */
  href: (row: Row) => string
  cells?: Readonly<Record<string, (row: Row) => ReactNode>> | undefined
  /** The step that this row asks for now; null when there is nothing to do. */
  next?: ((row: Row) => { label: string; href: string } | null) | undefined
}

/** A register's rows: a table, and on a phone a list of cards. What it shows is worked out on the server. */
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
  const drawn = ({ row, cell }: (typeof model.rows)[number]): DrawnRow => {
    const named = cell(model.head.key)
    const name = typeof named === 'string' ? named : ''
    const step = next?.(row)
    return {
      id: row.id,
      href: href(row),
      name: cells[model.head.key]?.(row) ?? name,
      cells: model.columns.map(({ key, field }): CellLook => {
        const own = cells[key]?.(row)
        return own === undefined ? cellLook(field, cell(key), today) : { own }
      }),
      ...(next ? { next: step ? { ...step, says: `${step.label}: ${name}` } : null } : {}),
    }
  }
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
        <TableRows labels={model.columns.map(({ field }) => field.label)} rows={model.rows.map(drawn)} />
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
