import { addDays, addMonths, type Day } from '#lib/base/days'

/** How often, or how soon, something is due; the practice may change the number within the limits. */
export interface Cadence {
  key: string
  label: string
  /** Why this is the default, in a sentence. */
  why: string
  unit: 'days' | 'months'
  standard: number
  min: number
  max: number
}

/** The practice's number for a cadence: its own when it set one within the limits, else the standard. */
export function cadenceLength(cadence: Cadence, chosen: Readonly<Record<string, number>>): number {
  const own = chosen[cadence.key]
  return own !== undefined && Number.isInteger(own) && own >= cadence.min && own <= cadence.max
    ? own
    : cadence.standard
}

/** The due date: `from` plus the practice's cadence. */
export function dueAfter(from: Day, cadence: Cadence, chosen: Readonly<Record<string, number>>): Day {
  const length = cadenceLength(cadence, chosen)
  return cadence.unit === 'days' ? addDays(from, length) : addMonths(from, length)
}
