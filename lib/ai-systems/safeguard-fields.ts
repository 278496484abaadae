import { type Field, type ImportField, optionLabel } from '#lib/kernel/table'
import { safeguardStates } from './options.ts'
import { safeguards } from './safeguards.ts'

interface WithSafeguards {
  safeguards: readonly { key: string; state: string; note: string }[]
}

/** Two columns for each safeguard, its state and its note, in files only: lists would be too wide. */
export function safeguardFields<Row extends WithSafeguards, Where>(): Record<string, Field<Row, Where>> {
  return Object.fromEntries(
    safeguards.flatMap(({ key, label }): [string, Field<Row, Where>][] => {
      const of = (row: Row) => row.safeguards.find((safeguard) => safeguard.key === key)
      const state: ImportField<Row> = { value: (row) => of(row)?.state ?? 'unknown', parse: 'option' }
      const note: ImportField<Row> = { value: (row) => of(row)?.note ?? '', parse: 'text' }
      return [
        [
          `safeguard-${key}`,
          {
            label: `Safeguard: ${label}`,
            options: safeguardStates,
            cell: (row) => optionLabel(safeguardStates, of(row)?.state ?? 'unknown'),
            import: state,
            column: 'file',
          },
        ],
        [
          `safeguard-${key}-note`,
          {
            label: `Safeguard note: ${label}`,
            cell: (row) => of(row)?.note ?? '',
            import: note,
            column: 'file',
          },
        ],
      ]
    }),
  )
}
