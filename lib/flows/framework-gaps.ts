import { coverageOfFollowed } from '#lib/frameworks/answered'
import { type GapKind, gapKind, gapKinds } from '#lib/frameworks/gaps'
import type { Actor } from '#lib/kernel/access'
import { linkedTo, requirementKey } from '#lib/law/frameworks/all-frameworks'
import { starterControls } from '#lib/law/library/controls'
import { read, type Tx } from '#lib/platform/db'
import { maySeeCoverage } from './framework-coverage.ts'

/** A starter control that answers a requirement, and whether the practice has it already. */
export interface Mending {
  key: string
  title: string
  madeId: string | null
}

export interface Gap {
  kind: GapKind
  framework: string
  frameworkName: string
  id: string
  title: string
  says: string
  /** Controls that name it and do not count yet, or not fully. */
  controls: number
  mending: Mending[]
  /** How many requirements elsewhere are linked to it: where to look, not what counts. */
  linked: number
}

export interface GapPage {
  gaps: Gap[]
  /** How many there are of each kind, and of the chosen ones. */
  counts: Record<GapKind, number>
  total: number
}

export const gapsPerPage = 50

/** The gaps in what the practice follows, in order of harm. `kind`: only those. */
export function gapPage(actor: Actor, kind: GapKind | null, page: number): Promise<GapPage> {
  const counts = Object.fromEntries(gapKinds.map(({ value }) => [value, 0])) as Record<GapKind, number>
  if (!maySeeCoverage(actor)) return Promise.resolve({ gaps: [], counts, total: 0 })
  return read(actor, async (tx) => {
    const made = await madeFromStarters(tx)
    const all = (await coverageOfFollowed(tx)).flatMap(({ framework, rows }) =>
      rows.flatMap((row) => {
        const found = gapKind(row)
        return found ? [{ found, framework, row }] : []
      }),
    )
    for (const { found } of all) counts[found] += 1
    const rank = new Map<string, number>(gapKinds.map(({ value }, at) => [value, at]))
    const wanted = all
      .filter(({ found }) => kind === null || found === kind)
      .toSorted((a, b) => (rank.get(a.found) ?? 0) - (rank.get(b.found) ?? 0))
    const shown = wanted.slice((page - 1) * gapsPerPage, page * gapsPerPage)
    const gaps = shown.map(({ found, framework, row }): Gap => {
      const ref = { framework: framework.key, requirement: row.id }
      return {
        kind: found,
        framework: framework.key,
        frameworkName: framework.shortName,
        id: row.id,
        title: row.title,
        says: row.says,
        controls: row.cover.controls,
        mending: startersFor(requirementKey(ref)).map(({ key, title }) => ({
          key,
          title,
          madeId: made.get(key) ?? null,
        })),
        linked: linkedTo(ref).length,
      }
    })
    return { gaps, counts, total: wanted.length }
  })
}

const starters = Map.groupBy(
  starterControls.flatMap((starter) =>
    starter.requirements.map((ref) => ({ at: requirementKey(ref), starter })),
  ),
  ({ at }) => at,
)

/** The starter controls that answer a requirement. */
export function startersFor(key: string): readonly { key: string; title: string }[] {
  return (starters.get(key) ?? []).map(({ starter }) => starter)
}

/** Which control of the register was made from which starter control. One statement. */
export async function madeFromStarters(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.control.findMany({
    where: { starterKey: { not: null }, archivedAt: null },
    select: { id: true, starterKey: true },
  })
  return new Map(rows.flatMap(({ id, starterKey }) => (starterKey ? [[starterKey, id]] : [])))
}
