import type { Option } from './table.ts'

/** What a question may be answered with while not everything is known. `aliases` are words other inventories use. */
export const answers = [
  { value: 'yes', label: 'Yes', aliases: ['Y', 'True', '1'] },
  { value: 'no', label: 'No', aliases: ['N', 'False', '0'] },
  { value: 'unknown', label: 'Not known yet', aliases: ['Unknown', '?', 'Not sure'] },
] as const satisfies readonly Option[]

export type Answer = (typeof answers)[number]['value']

/** The values of an option list, in the shape z.enum wants. */
export function valuesOf<const T extends readonly Option[]>(
  options: T,
): [T[number]['value'], ...T[number]['value'][]] {
  const [head, ...rest] = options.map((option): T[number]['value'] => option.value)
  if (head === undefined) throw new RangeError('a field needs at least one option')
  return [head, ...rest]
}
