import type { Duty } from '#lib/kernel/due'
import { type DueFacts, systemDuties } from './due.ts'

/** What a change of stage, or the archive, does to the duties of a system. */
export interface DutyChanges {
  ends: Duty[]
  begins: Duty[]
}

/** Compares the open duties of a system with those it would have after the change. Pure; said before the button is pressed. */
export function dutyChanges(
  before: DueFacts,
  change: Partial<DueFacts>,
  cadences: Readonly<Record<string, number>>,
): DutyChanges {
  const open = (facts: DueFacts) => systemDuties(facts, cadences).filter((duty) => !duty.doneOn)
  const [now, then] = [open(before), open({ ...before, ...change })]
  const missing = (from: readonly Duty[], others: readonly Duty[]) =>
    from.filter((duty) => others.every((other) => other.key !== duty.key))
  return { ends: missing(now, then), begins: missing(then, now) }
}
