import type { Day } from '#lib/base/days'
import type { Field, ImportField, Option } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import type { RiskRow } from './row.ts'
import { pairOf, pairText, type Side } from './scores.ts'

type Where = Prisma.RiskWhereInput
type F = Field<RiskRow, Where>

const steps: readonly Option[] = [5, 4, 3, 2, 1].map((step) => ({ value: String(step), label: String(step) }))
const notScored: Option = { value: 'none', label: 'Not scored' }

/** A score as a column: '4 x 5' in files and lists alike. */
export const scoreField = (label: string, side: Side, sort: string, column?: 'hidden'): F => ({
  label,
  cell: (row) => pairText(pairOf(row, side)) || null,
  sort: [sort],
  ...(column ? { column } : {}),
  import: {
    value: (row) => pairText(pairOf(row, side)),
    parse: 'text',
    aliases: aliases[side],
    hint: 'Likelihood and impact, 1 to 5 each, such as 4 x 5.',
  },
})

const aliases: Record<Side, readonly string[]> = {
  inherent: ['Inherent risk', 'Inherent rating', 'Gross risk', 'Initial risk', 'Initial score'],
  current: ['Risk score', 'Score', 'Residual risk', 'Residual score', 'Risk rating', 'Rating', 'Net risk'],
  target: ['Target risk', 'Target rating', 'Risk target'],
}

const partAliases: Record<`${Side}${'Likelihood' | 'Impact'}`, readonly string[]> = {
  inherentLikelihood: ['Inherent probability'],
  inherentImpact: ['Inherent severity', 'Inherent consequence'],
  currentLikelihood: ['Likelihood', 'Probability', 'Residual likelihood'],
  currentImpact: ['Impact', 'Severity', 'Residual impact'],
  targetLikelihood: ['Target probability'],
  targetImpact: ['Target severity'],
}

/** One of the two numbers of a score: a column of a file, and a filter of the list and of the map. */
export function stepField(side: Side, part: 'likelihood' | 'impact'): F {
  const key = `${side}${part === 'likelihood' ? 'Likelihood' : 'Impact'}` as const
  return {
    label: `${partLabels[side]} ${part}`,
    cell: (row) => row[key],
    column: 'file',
    filter: {
      by: 'options',
      options: part === 'likelihood' ? [...steps, notScored] : steps,
      where: (values) => ({
        OR: values.map((value) => ({ [key]: value === 'none' ? null : Number(value) })),
      }),
    },
    import: { value: (row) => String(row[key] ?? ''), parse: 'text', aliases: partAliases[key] },
  }
}

const partLabels: Record<Side, string> = { inherent: 'Inherent', current: 'Current', target: 'Target' }

/** A whole number of a file that has no list of choices. */
export const numberField = (label: string, value: (row: RiskRow) => number, ...other: string[]): F => ({
  label,
  cell: value,
  column: 'file',
  import: { value: (row) => String(value(row)), parse: 'text', whenEmpty: 'kept', aliases: other },
})

const byPersonsOnly: Pick<ImportField<RiskRow>, 'whenEmpty' | 'hint'> = {
  whenEmpty: 'kept',
  hint: 'Only an owner of the practice accepts a risk, on its page: a row that says something else is refused.',
}

const acceptanceDay = (label: string, value: (row: RiskRow) => Day | null): F => ({
  label,
  cell: (row) => {
    const found = value(row)
    return found ? { day: found } : null
  },
  import: { value, parse: 'day', ...byPersonsOnly },
})

const acceptanceText = (label: string, value: (row: RiskRow) => string): F => ({
  label,
  cell: value,
  column: 'file',
  import: { value, parse: 'text', ...byPersonsOnly },
})

/** Who accepted a risk, until when and why. A file says it and cannot change it. */
export const acceptanceFields = {
  acceptedBy: acceptanceText('Accepted by', (row) => row.acceptedByName ?? ''),
  acceptedOn: { ...acceptanceDay('Accepted on', (row) => row.acceptedOn), column: 'file' },
  acceptedUntil: {
    ...acceptanceDay('Accepted until', (row) => row.acceptedUntil),
    column: 'hidden',
    sort: ['acceptedUntil'],
  },
  acceptanceReason: acceptanceText('Why it was accepted', (row) => row.acceptanceReason),
} as const satisfies Readonly<Record<string, F>>
