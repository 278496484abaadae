import type { Day } from '#lib/base/days'
import type { Field } from '#lib/kernel/table'

/** Builders for two kinds of fields that agreements have besides those of most registers. */
export function moreFieldsOf<Row, Where>() {
  type F = Field<Row, Where>
  return {
    /** A whole number, read from words such as '60 days'. */
    number: (
      label: string,
      value: (row: Row) => number | null,
      column: 'hidden' | 'file',
      ...aliases: string[]
    ): F => ({
      label,
      cell: value,
      column,
      import: { value: (row) => String(value(row) ?? ''), parse: 'text', aliases },
    }),

    /** A day that follows from others, and that no file sets. */
    shownDay: (label: string, value: (row: Row) => Day | null, sort: string): F => ({
      label,
      cell: (row) => {
        const found = value(row)
        return found ? { day: found } : null
      },
      sort: [sort],
    }),
  }
}
