import { addMonths, type Day, day } from '#lib/base/days'
import type { AssignmentState } from './options.ts'

/** The first day of a calendar quarter: '2026-10-01'. */
export type Quarter = Day

/** The calendar quarter that a day lies in. */
export function quarterOf(of: Day): Quarter {
  const month = Number(of.slice(5, 7))
  return day(`${of.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`)
}

/** 'Q4 2026'. */
export function quarterName(quarter: Quarter): string {
  return `Q${(Number(quarter.slice(5, 7)) + 2) / 3} ${quarter.slice(0, 4)}`
}

/** So many quarters, newest first, of which `last` is the newest. */
export function quartersUntil(last: Quarter, many: number): Quarter[] {
  return Array.from({ length: many }, (_, index) => addMonths(last, -3 * index))
}

/** From the one to look at first to what nobody has to look at. */
const worstFirst: readonly AssignmentState[] = [
  'late',
  'closed',
  'started',
  'open',
  'paused',
  'signed-late',
  'excused',
  'signed',
  'not-meant',
  'left',
]

/** The state that somebody has to look at first; null of none. */
export function worstOf(states: readonly AssignmentState[]): AssignmentState | null {
  return worstFirst.find((state) => states.includes(state)) ?? null
}

/** Whether somebody did not sign in time: late now, signed late, or not signed when it was closed. */
export function wasLate(state: AssignmentState): boolean {
  return state === 'late' || state === 'signed-late' || state === 'closed'
}
