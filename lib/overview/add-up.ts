/** The sum of what is counted of each. */
export function addUp<Row>(rows: readonly Row[], counted: (row: Row) => number): number {
  return rows.reduce((total, row) => total + counted(row), 0)
}
