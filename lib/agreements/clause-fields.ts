import { type Field, optionLabel } from '#lib/kernel/table'
import { agreementClauses } from '#lib/law/agreement-clauses'
import { clauseStates } from './options.ts'

interface WithClauses {
  clauses: readonly { key: string; state: string }[]
}

/** A column for each clause, in files only: lists would be too wide. */
export function clauseFields<Row extends WithClauses, Where>(): Record<string, Field<Row, Where>> {
  return Object.fromEntries(
    agreementClauses.map(({ key, label }): [string, Field<Row, Where>] => {
      const state = (row: Row) => row.clauses.find((clause) => clause.key === key)?.state ?? 'unknown'
      return [
        `clause-${key}`,
        {
          label: `Clause: ${label}`,
          options: clauseStates,
          cell: (row) => optionLabel(clauseStates, state(row)),
          import: { value: state, parse: 'option' },
          column: 'file',
        },
      ]
    }),
  )
}
