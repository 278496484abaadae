import { answeredByControls, coveredRows, type FrameworkCoverage, outOfScope } from '#lib/frameworks/answered'
import { catalogFramework, isFollowed, type ListedFramework, listFrameworks } from '#lib/frameworks/catalog'
import { type CoverCounts, countStates, coverOf } from '#lib/frameworks/coverage'
import { type Actor, can } from '#lib/kernel/access'
import { frameworkOf, requirementKey } from '#lib/law/frameworks/all-frameworks'
import { read } from '#lib/platform/db'

/** Whether somebody may see which controls stand behind requirements: both belong to the whole practice. */
export const maySeeCoverage = (actor: Actor): boolean =>
  can(actor, 'framework.read') && can(actor, 'control.read')

/** A framework with how many of its requirements are in each state. */
export interface CoveredFramework extends ListedFramework {
  counts: CoverCounts
}

/** Every framework in use with its counts. A constant number of statements, however many controls and requirements. */
export function coverageOfAll(actor: Actor): Promise<CoveredFramework[]> {
  if (!maySeeCoverage(actor)) return Promise.resolve([])
  return read(actor, async (tx) => {
    const frameworks = await listFrameworks(tx)
    const answered = await answeredByControls(tx, null)
    const out = await outOfScope(tx, null)
    // Of what was brought in only the answered and the left out are known here; the rest has no control.
    const known = Map.groupBy([...new Set([...answered.keys(), ...out.keys()])], (key) =>
      key.slice(0, key.indexOf(':')),
    )
    return frameworks.map((framework) => {
      const keys =
        frameworkOf(framework.key)?.requirements.map(({ id }) =>
          requirementKey({ framework: framework.key, requirement: id }),
        ) ??
        known.get(framework.key) ??
        []
      const counts = countStates(keys.map((key) => coverOf(answered.get(key), out.has(key))))
      counts.none += framework.requirements - keys.length
      return { ...framework, counts }
    })
  })
}

/** One framework with how each of its requirements stands; null when there is none or the actor may not see it. */
export function coverageOf(actor: Actor, key: string): Promise<FrameworkCoverage | null> {
  if (!maySeeCoverage(actor)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const framework = await catalogFramework(tx, key)
    if (!framework) return null
    const rows = coveredRows(framework, await answeredByControls(tx, key), await outOfScope(tx, key))
    return {
      framework,
      followed: await isFollowed(tx, framework),
      rows,
      counts: countStates(rows.map(({ cover }) => cover)),
    }
  })
}
