import type { Option } from '#lib/kernel/table'
import type { Framework, Requirement } from '#lib/law/framework'
import { statusOf } from '#lib/law/frameworks/all-frameworks'

/** How a requirement stands, by the controls that name it. */
export const coverStates = [
  { value: 'none', label: 'No control', tone: 'danger' },
  { value: 'partly', label: 'Partly', tone: 'attention' },
  { value: 'covered', label: 'In place', tone: 'ok' },
  { value: 'out', label: 'Does not apply', tone: 'neutral' },
] as const satisfies readonly Option[]

export type CoverState = (typeof coverStates)[number]['value']
export type CoverCounts = Record<CoverState, number>

/** What is said wherever requirements are counted. */
export const countingRule =
  'A requirement counts as in place when a control that names it is in place and its last test, if there was one, found that it works. It counts as partly when such a control is partly in place, or was found weak or failing. A control that is not started, and one that answers only a linked requirement, does not count. It is a count of what is written down here, and no verdict on the practice.'

/** The controls that name a requirement, taken together. */
export interface Answered {
  /** Without those that do not apply. */
  controls: number
  isCovered: boolean
  isBegun: boolean
  /** One of those that are in use failed its last test. */
  isFailing: boolean
}

/** How one requirement stands. */
export interface Cover {
  state: CoverState
  controls: number
  isFailing: boolean
}

/** The state of a requirement. What the practice says does not apply is no gap, whatever controls there are. */
export function coverOf(answered: Answered | undefined, isOut: boolean): Cover {
  const { controls = 0, isCovered = false, isBegun = false, isFailing = false } = answered ?? {}
  const state = isOut ? 'out' : isCovered ? 'covered' : isBegun ? 'partly' : 'none'
  return { state, controls, isFailing: isFailing && !isOut }
}

const noCounts = (): CoverCounts => ({ none: 0, partly: 0, covered: 0, out: 0 })

/** How many of these there are of each state. */
export function countStates(covers: readonly Cover[]): CoverCounts {
  const counts = noCounts()
  for (const { state } of covers) counts[state] += 1
  return counts
}

/** How firmly a requirement binds: what is only proposed never does. */
export type Force = 'required' | 'addressable' | 'voluntary' | 'proposed'

/** The force of a requirement of a framework. Addressable is not optional: it comes right after what is required. */
export function forceOf(framework: Framework, requirement: Requirement): Force {
  const status = statusOf(framework, requirement)
  if (status === 'proposed') return 'proposed'
  if (status !== 'in force') return 'voluntary'
  return requirement.designation === 'addressable' ? 'addressable' : 'required'
}

/** A group with its requirements, and the groups below it. */
export interface GroupNode<Row> {
  id: string
  title: string
  says: string
  rows: Row[]
  groups: GroupNode<Row>[]
  counts: CoverCounts
}

/** Rows in the groups of their framework; each group counts what stands in it and below it. Groups without rows are left out. */
export function groupRows<Row extends { group: string; cover: Cover }>(
  { groups }: Pick<Framework, 'groups'>,
  rows: readonly Row[],
): GroupNode<Row>[] {
  const inGroup = Map.groupBy(rows, ({ group }) => group)
  const below = Map.groupBy(groups, ({ parent }) => parent)
  const build = (parent: string | null): GroupNode<Row>[] =>
    (below.get(parent) ?? []).flatMap(({ id, title, says }) => {
      const own = inGroup.get(id) ?? []
      const parts = build(id)
      if (own.length === 0 && parts.length === 0) return []
      const counts = countStates(own.map(({ cover }) => cover))
      for (const part of parts) for (const { value } of coverStates) counts[value] += part.counts[value]
      return [{ id, title, says, rows: own, groups: parts, counts }]
    })
  return build(null)
}

/** The topmost group over each group, by id. Groups whose parents go in a circle, as a damaged file may have them, stand for themselves. */
export function topGroups({ groups }: Pick<Framework, 'groups'>): ReadonlyMap<string, string> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]))
  return new Map(
    groups.map(({ id }) => {
      let top = id
      for (let steps = 0; steps < groups.length; steps += 1) top = parents.get(top) ?? top
      return [id, parents.get(top) ? id : top]
    }),
  )
}
