import type { RequirementRef } from '../library.ts'
import { requirementOf, shippedFrameworks } from './all-frameworks.ts'

/** What a framework of the practice's own is called where requirements are named. */
export interface OwnName {
  id: string
  ref: string
  name: string
}

/** The names of frameworks as they stand before a requirement: a name that is taken gives way to the reference. */
export function frameworkNames(own: readonly OwnName[]): ReadonlyMap<string, string> {
  const names = new Map(shippedFrameworks.map(({ key, shortName }) => [key, shortName]))
  const taken = new Set([...names.values()].map((name) => name.toLowerCase()))
  const counts = new Map<string, number>()
  for (const { name } of own) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1)
  for (const { id, ref, name } of own) {
    const low = name.toLowerCase()
    names.set(id, taken.has(low) || (counts.get(low) ?? 0) > 1 || /[;\n\r]/.test(name) ? ref : name)
  }
  return names
}

const timesUsed = new Map<string, number>()
for (const { requirements } of shippedFrameworks)
  for (const { id } of requirements) timesUsed.set(id, (timesUsed.get(id) ?? 0) + 1)

/**
 * A requirement as lists and files write it: its id alone where one shipped framework has it, else with the framework
 * before it. What a practice brought in always has its framework named, so that a later file changes no earlier one.
 */
export function requirementWords(ref: RequirementRef, names: ReadonlyMap<string, string>): string {
  const isPlain = requirementOf(ref) !== undefined && timesUsed.get(ref.requirement) === 1
  return isPlain ? ref.requirement : `${names.get(ref.framework) ?? ref.framework}: ${ref.requirement}`
}
