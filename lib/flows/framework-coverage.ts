import { dayOf } from '#lib/base/days'
import {
  type CatalogFramework,
  catalogFramework,
  catalogFrameworks,
  isFollowed,
  type ListedFramework,
  listFrameworks,
} from '#lib/frameworks/catalog'
import {
  type Answered,
  type Cover,
  type CoverCounts,
  countStates,
  coverOf,
  type Force,
  forceOf,
} from '#lib/frameworks/coverage'
import { type Actor, can } from '#lib/kernel/access'
import type { Requirement } from '#lib/law/framework'
import { frameworkOf, requirementKey } from '#lib/law/frameworks/all-frameworks'
import { read, type Tx } from '#lib/platform/db'

/** Whether somebody may see which controls stand behind requirements: both belong to the whole practice. */
export const maySeeCoverage = (actor: Actor): boolean =>
  can(actor, 'framework.read') && can(actor, 'control.read')

interface AnsweredRow extends Answered {
  framework: string
  requirement: string
}

/** What the controls in the register say of each requirement that one of them names, by key. One statement. */
async function answeredByControls(tx: Tx, framework: string | null): Promise<Map<string, AnsweredRow>> {
  const rows = await tx.$queryRaw<AnsweredRow[]>`
    SELECT r."framework", r."requirement", count(*)::int AS controls,
      bool_or(c."state" = 'in-place' AND coalesce(c."testResult", 'works') = 'works') AS "isCovered",
      bool_or(c."state" IN ('in-place', 'partly')) AS "isBegun",
      bool_or(c."state" IN ('in-place', 'partly') AND coalesce(c."testResult", '') = 'fails') AS "isFailing"
    FROM "ControlRequirement" r
    JOIN "Control" c ON c."practiceId" = r."practiceId" AND c."id" = r."controlId"
    WHERE c."archivedAt" IS NULL AND c."state" <> 'not-applicable'
      AND (${framework}::text IS NULL OR r."framework" = ${framework}::text)
    GROUP BY 1, 2`
  return new Map(rows.map((row) => [requirementKey(row), row]))
}

/** What the practice says does not apply to it, by key. One statement. */
async function outOfScope(tx: Tx, framework: string | null) {
  const rows = await tx.requirementScope.findMany({
    where: framework === null ? {} : { framework },
    select: {
      ...{ framework: true, requirement: true, reason: true, decidedOn: true },
      decidedBy: { select: { name: true } },
    },
  })
  return new Map(
    rows.map((row) => [
      requirementKey(row),
      { reason: row.reason, decidedOn: dayOf(row.decidedOn), byName: row.decidedBy.name },
    ]),
  )
}

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

/** Why a requirement does not apply, who said so and when. */
export interface LeftOut {
  reason: string
  decidedOn: string
  byName: string
}

/** A requirement with how it stands. */
export interface CoveredRequirement extends Requirement {
  cover: Cover
  force: Force
  out: LeftOut | null
}

export interface FrameworkCoverage {
  framework: CatalogFramework
  followed: boolean
  rows: CoveredRequirement[]
  counts: CoverCounts
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

function coveredRows(
  framework: CatalogFramework,
  answered: ReadonlyMap<string, Answered>,
  out: ReadonlyMap<string, LeftOut>,
): CoveredRequirement[] {
  return framework.requirements.map((requirement) => {
    const key = requirementKey({ framework: framework.key, requirement: requirement.id })
    const left = out.get(key) ?? null
    return {
      ...requirement,
      cover: coverOf(answered.get(key), left !== null),
      force: forceOf(framework, requirement),
      out: left,
    }
  })
}

/** The frameworks that the practice follows, with how each requirement stands. For lists of gaps. */
export async function coverageOfFollowed(tx: Tx): Promise<FrameworkCoverage[]> {
  const followed = (await listFrameworks(tx)).filter((one) => one.followed)
  const answered = await answeredByControls(tx, null)
  const out = await outOfScope(tx, null)
  const frameworks = await catalogFrameworks(
    tx,
    followed.map(({ key }) => key),
  )
  return frameworks.map((framework) => {
    const rows = coveredRows(framework, answered, out)
    return { framework, followed: true, rows, counts: countStates(rows.map(({ cover }) => cover)) }
  })
}
