import type { Day } from '#lib/base/days'
import { type Field, type ImportField, type Option, optionLabel } from './table.ts'

/** The keys of a row whose values have a type. */
type KeysOf<Row, Value> = { [K in keyof Row & string]: Row[K] extends Value ? K : never }[keyof Row & string]

type More<Row, Where> = Partial<Omit<Field<Row, Where>, 'import'>> & {
  import?: Partial<ImportField<Row>> | null
}

/** Builders for the fields that most registers have. A field of another kind is written out by hand. */
export function fieldsOf<Row, Where>() {
  type F = Field<Row, Where>
  type Extra = More<Row, Where>

  const field = (base: F, extra: Extra): F => {
    const { import: change, ...more } = extra
    const merged: F = { ...base, ...more }
    if (change === null) delete merged.import
    else if (change && base.import) merged.import = { ...base.import, ...change }
    return merged
  }

  return {
    /** Free text. */
    text: <K extends KeysOf<Row, string>>(label: string, key: K, extra: Extra = {}): F =>
      field(
        {
          label,
          cell: (row) => String(row[key]),
          import: { value: (row) => String(row[key]), parse: 'text' },
        },
        extra,
      ),

    /** One of a list, filtered by the column of the same name. */
    choice: <K extends KeysOf<Row, string>>(
      label: string,
      key: K,
      options: readonly Option[],
      extra: Extra = {},
    ): F =>
      field(
        {
          label,
          options,
          cell: (row) => optionLabel(options, String(row[key])),
          filter: { by: 'options', options, where: (values) => ({ [key]: { in: [...values] } }) as Where },
          import: { value: (row) => String(row[key]), parse: 'option' },
        },
        extra,
      ),

    /** Several of a list. */
    choices: <K extends KeysOf<Row, readonly string[]>>(
      label: string,
      key: K,
      options: readonly Option[],
      extra: Extra = {},
    ): F => {
      const values = (row: Row) => row[key] as readonly string[]
      return field(
        {
          label,
          options,
          cell: (row) => ({ list: values(row).map((value) => optionLabel(options, value)) }),
          filter: {
            by: 'options',
            options,
            where: (wanted) => ({ [key]: { hasSome: [...wanted] } }) as Where,
          },
          import: { value: values, parse: 'options', hint: 'Several values separated by semicolons.' },
        },
        extra,
      )
    },

    /** A business day. */
    day: <K extends KeysOf<Row, Day | null>>(label: string, key: K, extra: Extra = {}): F => {
      const value = (row: Row) => row[key] as Day | null
      return field(
        {
          label,
          cell: (row) => {
            const day = value(row)
            return day ? { day } : null
          },
          import: { value, parse: 'day' },
        },
        extra,
      )
    },

    /** A person of the directory: `id` is the stored column, `name` what is shown. 'none' filters for nobody. */
    person: <I extends KeysOf<Row, string | null>, N extends KeysOf<Row, string | null>>(
      label: string,
      id: I,
      name: N,
      extra: Extra = {},
    ): F =>
      field(
        {
          label,
          cell: (row) => row[name] as string | null,
          filter: {
            by: 'person',
            where: (values) =>
              ({
                OR: [
                  { [id]: { in: values.filter((value) => value !== 'none') } },
                  ...(values.includes('none') ? [{ [id]: null }] : []),
                ],
              }) as Where,
          },
          import: {
            value: (row) => row[id] as string | null,
            parse: 'person',
            hint: 'Matched by e-mail, reference or name in the directory.',
          },
        },
        extra,
      ),

    /** The short reference that finds a record again. */
    reference: <K extends KeysOf<Row, string>>(key: K): F => ({
      label: 'Reference',
      cell: (row) => String(row[key]),
      sort: [key],
      column: 'hidden',
      import: {
        value: (row) => String(row[key]),
        aliases: ['ID', 'Ref'],
        parse: 'key',
        hint: 'Finds the record that a row updates.',
      },
    }),
  }
}
