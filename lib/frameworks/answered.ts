import { dayOf } from '#lib/base/days'
import type { Requirement } from '#lib/law/framework'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import type { Tx } from '#lib/platform/db'
import { type CatalogFramework, catalogFrameworks, listFrameworks } from './catalog.ts'
import {
  type Answered,
  type Cover,
  type CoverCounts,
  countStates,
  coverOf,
  type Force,
  forceOf,
} from './coverage.ts'

interface AnsweredRow extends Answered {
  framework: string
  requirement: string
}

/** What the controls in the register say of each requirement that one of them names, by key. One statement. */
export async function answeredByControls(
  tx: Tx,
  framework: string | null,
): Promise<Map<string, AnsweredRow>> {
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
export async function outOfScope(tx: Tx, framework: string | null) {
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

/** The requirements of a framework, each with how it stands. */
export function coveredRows(
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
