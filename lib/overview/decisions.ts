import { addDays, type Day } from '#lib/base/days'
import { addUp } from './add-up.ts'

export const decisionKinds = [
  'exposed',
  'let-through',
  'stopped',
  'renewal',
  'determination',
  'move',
  'request',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Something that waits for this reader's decision. */
export interface Decision {
  kind: DecisionKind
  id: string
  /** The record, as people call it. */
  label: string
  /** What there is to decide, and why now. */
  why: string
  /** The last day for it; null where none is set. */
  by: Day | null
  /** Since when it waits; null where that is not known. */
  since: Day | null
  /** Where it is decided, and what the link says. */
  href: string
  action: string
}

/** How much it hurts to wait: patients or the law first, then what stands still, then what merely waits. */
const gravity: Readonly<Record<DecisionKind, number>> = {
  exposed: 0,
  'let-through': 0,
  stopped: 1,
  determination: 2,
  renewal: 2,
  move: 3,
  request: 4,
}

/** A last day so near comes before everything that has more time, or none. */
const pressingDays = 14
/** Of one kind before the others had their turn: ten alike would hide the one that differs. */
const mostAlike = 2

/** Whether decisions of these kinds leave no room for any that are less grave and have no last day. */
export function leavesNoRoom(found: readonly Decision[], most: number): boolean {
  const number = (kind: DecisionKind) => found.filter((one) => one.kind === kind).length
  return addUp(decisionKinds, (kind) => Math.min(number(kind), mostAlike)) >= most
}

/**
 * The gravest first: what has its last day within two weeks, then by how much it hurts to wait, then by day, then by how
 * long it waits. Of one kind two at first; more only where the others leave room. Pure.
 */
export function rankDecisions(found: readonly Decision[], today: Day, most: number): Decision[] {
  const isPressing = ({ by }: Decision) => by !== null && by <= addDays(today, pressingDays)
  const sorted = [...found].sort(
    (a, b) =>
      Number(isPressing(b)) - Number(isPressing(a)) ||
      gravity[a.kind] - gravity[b.kind] ||
      (a.by ?? '9999').localeCompare(b.by ?? '9999') ||
      (a.since ?? '9999').localeCompare(b.since ?? '9999') ||
      decisionKinds.indexOf(a.kind) - decisionKinds.indexOf(b.kind) ||
      a.label.localeCompare(b.label),
  )
  const seen = new Map<DecisionKind, number>()
  const first: Decision[] = []
  const rest: Decision[] = []
  for (const one of sorted) {
    const before = seen.get(one.kind) ?? 0
    seen.set(one.kind, before + 1)
    ;(before < mostAlike ? first : rest).push(one)
  }
  const chosen = new Set([...first, ...rest].slice(0, most))
  return sorted.filter((one) => chosen.has(one))
}
