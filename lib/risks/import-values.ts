import type { ImportValues } from '#lib/kernel/record'
import { requirementRef } from '#lib/law/frameworks/all-frameworks'
import { importInput } from './schema.ts'
import { noNumbers, type Pair, pairOf, type SixNumbers, sides } from './scores.ts'
import { riskTable } from './table.ts'

/** Fields of the table whose column has another name. */
const columnOf: Readonly<Record<string, string>> = {
  owner: 'ownerId',
  backup: 'backupId',
  system: 'systems',
  vendor: 'vendors',
  site: 'sites',
  starter: 'starterKey',
}

/** A row of a file under the names of the schema. */
export const byColumn = (values: ImportValues): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [columnOf[field] ?? field, value]))

/** What a column of the schema is called on screen. */
export function labelOf(column: string): string {
  const found = Object.entries(riskTable.fields).find(([field]) => (columnOf[field] ?? field) === column)
  return found?.[1].label ?? column
}

type Given = ReturnType<typeof importInput.parse>

/** The numbers of one side as a row leaves them: the pair where it is given, else the single numbers over what was there. */
function sideOf(given: Given, before: SixNumbers, side: (typeof sides)[number]): Partial<SixNumbers> {
  const [likelihoodKey, impactKey] = [`${side}Likelihood`, `${side}Impact`] as const
  const set = (pair: Pair | null) => ({
    [likelihoodKey]: pair?.likelihood ?? null,
    [impactKey]: pair?.impact ?? null,
  })
  const pair = given[side]
  if (pair !== undefined) return set(pair)
  const [likelihood, impact] = [given[likelihoodKey], given[impactKey]]
  if (likelihood === undefined && impact === undefined) return {}
  return {
    [likelihoodKey]: likelihood === undefined ? before[likelihoodKey] : likelihood,
    [impactKey]: impact === undefined ? before[impactKey] : impact,
  }
}

/** The six numbers as a row leaves them. */
function numbersAfter(given: Given, before: SixNumbers): SixNumbers {
  const after: SixNumbers = {
    inherentLikelihood: before.inherentLikelihood,
    inherentImpact: before.inherentImpact,
    currentLikelihood: before.currentLikelihood,
    currentImpact: before.currentImpact,
    targetLikelihood: before.targetLikelihood,
    targetImpact: before.targetImpact,
  }
  for (const side of sides) Object.assign(after, sideOf(given, before, side))
  return after
}

/** Why the scores of a row cannot be taken: the two ways to write them say different things, or half of one is missing. */
export function scoreProblem(given: Given, changed: ReadonlySet<string>, before: SixNumbers): string | null {
  for (const side of sides) {
    const [likelihoodKey, impactKey] = [`${side}Likelihood`, `${side}Impact`] as const
    const singles = changed.has(likelihoodKey) || changed.has(impactKey)
    const alone = sideOf({ ...given, [side]: undefined }, before, side)
    const likelihood = alone[likelihoodKey] ?? null
    const impact = alone[impactKey] ?? null
    if (!singles) continue
    if ((likelihood === null) !== (impact === null))
      return `${labelOf(likelihood === null ? likelihoodKey : impactKey)}: likelihood and impact are given together or not at all.`
    const pair = given[side]
    if (!changed.has(side) || pair === undefined) continue
    if ((pair?.likelihood ?? null) !== likelihood || (pair?.impact ?? null) !== impact)
      return `${labelOf(side)}: it says something else than the columns with the single numbers.`
  }
  return null
}

/** A row apart: the columns of the table, the scores and their day, what the risk concerns and is tied to, and its actions. */
export function factsOf(values: ImportValues, before: SixNumbers) {
  const given = importInput.parse(byColumn(values))
  const { systems, vendors, sites, controls, requirements, actions, scoredOn, ...rest } = given
  const scored: readonly string[] = [...sides, ...Object.keys(noNumbers)]
  const facts = Object.fromEntries(Object.entries(rest).filter(([key]) => !scored.includes(key)))
  const links = {
    systemIds: systems,
    vendorIds: vendors,
    siteIds: sites,
    controlIds: controls,
    requirements: requirements?.flatMap((key) => requirementRef(key) ?? []),
  }
  return { given, facts, links, actions, scoredOn, numbers: numbersAfter(given, before) }
}

/** Whether two states of the numbers differ. */
export const differ = (a: SixNumbers, b: SixNumbers): boolean =>
  sides.some((side) => {
    const [one, other] = [pairOf(a, side), pairOf(b, side)]
    return one?.likelihood !== other?.likelihood || one?.impact !== other?.impact
  })
