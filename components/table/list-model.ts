import {
  columnVisibilityFeature,
  constructTable,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/table-core'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import { type Cell, type Field, type ListState, listQuery, type Table } from '#lib/kernel/table'

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnVisibilityFeature,
  rowSortingFeature,
})

/** One column as the list draws it. */
export interface ListColumn<Row, Where> {
  key: string
  field: Field<Row, Where>
  sorted: 'asc' | 'desc' | false
  /** Where the header leads: this order, or its reverse when the list has it already. Absent when it cannot be sorted. */
  sortQuery: string | undefined
}

export interface ListModel<Row, Where> {
  /** The column that names the row, always first. */
  head: ListColumn<Row, Where>
  columns: ListColumn<Row, Where>[]
  rows: { row: Row; cell: (key: string) => Cell }[]
}

/**
 * What a list draws, computed on the server by TanStack Table from the declaration and the URL. Sorting and paging were
 * done by the database. Columns are read through the rows without making an object per cell, which halves the cost.
 */
export function listModel<Row extends { id: string }, Where>(
  declared: Table<Row, Where>,
  state: ListState,
  rows: readonly Row[],
): ListModel<Row, Where> {
  const fields = Object.entries<Field<Row, Where>>(declared.fields).filter(
    ([, field]) => field.column !== 'file',
  )
  const [headKey = ''] = fields[0] ?? []
  const helper = createColumnHelper<typeof features, Row>()
  const table = constructTable({
    features,
    columns: helper.columns(
      fields.map(([key, field]) =>
        helper.accessor((row: Row): Cell => field.cell(row), {
          id: key,
          header: field.label,
          enableSorting: field.sort !== undefined,
        }),
      ),
    ),
    data: [...rows],
    getRowId: (row) => row.id,
    manualSorting: true,
    state: {
      sorting: [{ id: state.sort.key, desc: state.sort.descending }],
      columnVisibility: Object.fromEntries(
        fields.map(([key]) => [key, key === headKey || state.columns.includes(key)]),
      ),
    },
  })
  const drawn = table.getVisibleLeafColumns().flatMap((column): ListColumn<Row, Where>[] => {
    const field = declared.fields[column.id]
    if (!field) return []
    const sorted = column.getIsSorted()
    const sort = { key: column.id, descending: sorted === 'asc' }
    const sortQuery = column.getCanSort() ? listQuery(declared, { ...state, sort, page: 1 }) : undefined
    return [{ key: column.id, field, sorted, sortQuery }]
  })
  const [head, ...columns] = drawn
  if (!head) throw new RangeError(`the table ${declared.kind} has no column`)
  return {
    head,
    columns,
    rows: table.getRowModel().rows.map((row) => ({
      row: row.original,
      cell: (key) => row.getValue<Cell>(key),
    })),
  }
}
