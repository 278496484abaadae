import { addDays, type Day, dateOf, daysBetween } from '#lib/base/days'

/** How much it hurts when missed: 3 patients or the law, 2 the practice, 1 housekeeping. */
export type Harm = 1 | 2 | 3

/** One duty of one record, as its `due.ts` computes it. Pure data. */
export interface Duty {
  /** Which duty: 'yearly-review', or 'certificate:ID' of several of a kind. One open obligation per record and key. */
  key: string
  title: string
  /** What the due date was counted from. A new `sinceOn` means the previous occurrence was done. */
  sinceOn: Day
  dueOn: Day
  /** Set when the duty is over because it was done, not because it no longer applies. */
  doneOn?: Day
  harm: Harm
  citation?: string
  /** What many people each do themselves: those who keep what is due are told of all of it together, not of each. */
  isPersonal?: boolean
}

export const dueStatuses = ['overdue', 'due-soon', 'on-track'] as const
export type DueStatus = (typeof dueStatuses)[number]

/** Days ahead that count as soon. */
const soonDays = 30

/** The one definition of overdue: the day after the due date, in the practice's time zone. */
export function dueStatus(dueOn: Day, today: Day): DueStatus {
  if (dueOn < today) return 'overdue'
  return daysBetween(today, dueOn) <= soonDays ? 'due-soon' : 'on-track'
}

/** The due dates that have a status today, as a condition on a DATE column. */
export function dueRange(status: DueStatus, today: Day): { gte?: Date; lte?: Date } {
  if (status === 'overdue') return { lte: dateOf(addDays(today, -1)) }
  if (status === 'due-soon') return { gte: dateOf(today), lte: dateOf(addDays(today, soonDays)) }
  return { gte: dateOf(addDays(today, soonDays + 1)) }
}

/** The earliest due date among duties that are not done; null when there is none. */
export function earliestDue(duties: readonly Duty[]): Day | null {
  let earliest: Day | null = null
  for (const duty of duties)
    if (!duty.doneOn && (earliest === null || duty.dueOn < earliest)) earliest = duty.dueOn
  return earliest
}

/** What a change of a record does to its duties. */
export interface DutyChanges {
  ends: Duty[]
  begins: Duty[]
}

/** Compares the open duties before and after a change; said before the button is pressed. */
export function changesOf(before: readonly Duty[], after: readonly Duty[]): DutyChanges {
  const [now, then] = [before, after].map((duties) => duties.filter((duty) => !duty.doneOn))
  const missing = (from: readonly Duty[] = [], others: readonly Duty[] = []) =>
    from.filter((duty) => others.every((other) => other.key !== duty.key))
  return { ends: missing(now, then), begins: missing(then, now) }
}

export const dueStatusLabels: Record<DueStatus, string> = {
  overdue: 'Overdue',
  'due-soon': 'Due in 30 days',
  'on-track': 'Later',
}

export const ageBands = ['1-30', '31-60', '61-90', '90+'] as const
export type AgeBand = (typeof ageBands)[number]

export const ageBandLabels: Record<AgeBand, string> = {
  '1-30': '1–30 days',
  '31-60': '31–60 days',
  '61-90': '61–90 days',
  '90+': 'Over 90 days',
}

/** Days since the due date; fewer than 0 before it. */
export function daysLate(dueOn: Day, today: Day): number {
  return daysBetween(dueOn, today)
}

/** How long an overdue duty has been overdue; null when it is not. */
export function ageBand(dueOn: Day, today: Day): AgeBand | null {
  const late = daysLate(dueOn, today)
  if (late < 1) return null
  if (late <= 30) return '1-30'
  if (late <= 60) return '31-60'
  return late <= 90 ? '61-90' : '90+'
}

/** What the planner compares: the open obligation of a key, or none. */
export interface OpenObligation {
  id: string
  key: string
  title: string
  sinceOn: Day
  dueOn: Day
}

export interface DuePlan {
  open: Duty[]
  move: { id: string; duty: Duty }[]
  done: { id: string; on: Day }[]
  cancel: string[]
}

/**
 * Compares the duties a record should have with the obligations it has open.
 * Done: its key is marked done, or is counted from a later day. Cancelled: its key is gone. Moved: same count, other date.
 */
export function planDuties(wanted: readonly Duty[], existing: readonly OpenObligation[]): DuePlan {
  const plan: DuePlan = { open: [], move: [], done: [], cancel: [] }
  const wantedByKey = new Map(wanted.map((duty) => [duty.key, duty]))
  const openKeys = new Set<string>()
  for (const row of existing) {
    const duty = wantedByKey.get(row.key)
    if (!duty) plan.cancel.push(row.id)
    else if (duty.doneOn) plan.done.push({ id: row.id, on: duty.doneOn })
    else if (duty.sinceOn > row.sinceOn) plan.done.push({ id: row.id, on: duty.sinceOn })
    else {
      openKeys.add(row.key)
      if (duty.dueOn !== row.dueOn || duty.title !== row.title || duty.sinceOn !== row.sinceOn)
        plan.move.push({ id: row.id, duty })
    }
  }
  for (const duty of wanted) if (!duty.doneOn && !openKeys.has(duty.key)) plan.open.push(duty)
  return plan
}
