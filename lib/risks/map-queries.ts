import { z } from 'zod'
import { type Day, day, lastQuarterEnd } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { keptUntilWritten } from '#lib/kernel/kept'
import { todayFor } from '#lib/kernel/today'
import { riskLevels } from '#lib/law/library/scale'
import { read, type Tx } from '#lib/platform/db'
import { visible, visibleSystems } from './policy.ts'
import { type Scale, scaleOf } from './scale-queries.ts'
import { isGrave, type Side } from './scores.ts'

/** One field of the map: how many open risks stand there. */
export interface MapCell {
  likelihood: number
  impact: number
  count: number
}

/** Open risks of a category or of an AI system. */
export interface GroupCount {
  value: string
  label: string
  open: number
  /** High and critical as they are now. */
  grave: number
  unscored: number
}

/** How many risks were high or critical at the end of a day. */
export interface QuarterCount {
  on: Day
  high: number
  critical: number
}

export interface Mover {
  id: string
  ref: string
  title: string
  was: number
  is: number
}

export interface RiskMap {
  scale: Scale
  cells: MapCell[]
  /** Open risks that have no score of this side. */
  unscored: number
  open: number
  /** Open risks beyond what the practice accepts. */
  beyond: number
  byCategory: GroupCount[]
  /** The ten AI systems with the most open risks. */
  bySystem: GroupCount[]
  quarters: QuarterCount[]
  /** What moved since the end of the last quarter, the farthest first, at most so many; and how many did. */
  movers: Mover[]
  up: number
  down: number
  since: Day
}

const mostSystems = 10
const mostMovers = 10
const quartersBack = 4

/** The map of one side and what stands beside it; worked out anew once something was written. */
export function riskMap(actor: Actor, side: Side): Promise<RiskMap> {
  return keptUntilWritten(actor, `risk map ${side}`, async () => {
    const [groups, systems, moves] = await Promise.all([
      read(actor, async (tx) => ({ ...(await countGroups(tx, actor, side)), scale: await scaleOf(tx) })),
      read(actor, (tx) => countSystems(tx, actor)),
      read(actor, (tx) => movement(tx, actor)),
    ])
    return { ...groups, bySystem: systems, ...moves }
  })
}

const openRisks = (actor: Actor) => ({ AND: [visible(actor), { archivedAt: null, closedOn: null }] })

/** The fields of the map and the categories, all from one statement. */
async function countGroups(tx: Tx, actor: Actor, side: Side) {
  const [likelihood, impact] = [`${side}Likelihood`, `${side}Impact`] as const
  const groups = await tx.risk.groupBy({
    by: ['category', 'currentScore', 'beyondAppetite', likelihood, impact],
    where: openRisks(actor),
    _count: { _all: true },
  })
  const cells = new Map<string, MapCell>()
  const categories = new Map<string, GroupCount>()
  const totals = { unscored: 0, open: 0, beyond: 0 }
  for (const group of groups) {
    const { category, currentScore, beyondAppetite, _count } = group
    const [row, column, count] = [group[likelihood], group[impact], _count._all]
    totals.open += count
    if (beyondAppetite) totals.beyond += count
    if (row === null || column === null) totals.unscored += count
    else {
      const cell = cells.get(`${row} ${column}`) ?? { likelihood: row, impact: column, count: 0 }
      cell.count += count
      cells.set(`${row} ${column}`, cell)
    }
    const one = categories.get(category) ?? { value: category, label: '', open: 0, grave: 0, unscored: 0 }
    one.open += count
    if (currentScore === null) one.unscored += count
    else if (isGrave(currentScore)) one.grave += count
    categories.set(category, one)
  }
  const byCategory = [...categories.values()].sort((a, b) => b.grave - a.grave || b.open - a.open)
  return { ...totals, cells: [...cells.values()], byCategory }
}

async function countSystems(tx: Tx, actor: Actor): Promise<GroupCount[]> {
  const where = { risk: openRisks(actor), system: visibleSystems(actor) }
  const most = await tx.riskSystem.groupBy({
    by: ['systemId'],
    where,
    _count: { _all: true },
    orderBy: [{ _count: { riskId: 'desc' } }, { systemId: 'asc' }],
    take: mostSystems,
  })
  const ids = most.map(({ systemId }) => systemId)
  if (ids.length === 0) return []
  const of = { systemId: { in: ids } }
  const graves = await tx.riskSystem.groupBy({
    by: ['systemId'],
    where: { AND: [where, of, { risk: { currentScore: { gte: riskLevels.high.from } } }] },
    _count: { _all: true },
  })
  const blanks = await tx.riskSystem.groupBy({
    by: ['systemId'],
    where: { AND: [where, of, { risk: { currentScore: null } }] },
    _count: { _all: true },
  })
  const names = await tx.aiSystem.findMany({
    where: { id: { in: ids } },
    select: { id: true, ref: true, name: true },
  })
  const among = (rows: typeof graves, id: string) =>
    rows.find(({ systemId }) => systemId === id)?._count._all ?? 0
  return most.flatMap(({ systemId, _count }) => {
    const system = names.find(({ id }) => id === systemId)
    if (!system) return []
    const label = `${system.name} (${system.ref})`
    const counts = { grave: among(graves, systemId), unscored: among(blanks, systemId) }
    return [{ value: systemId, label, open: _count._all, ...counts }]
  })
}

const quarterRow = z.object({ on: z.string(), high: z.int(), critical: z.int() })
const moverRow = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  was: z.int(),
  is: z.int(),
  up: z.int(),
  down: z.int(),
})

/** The ends of the last quarters, oldest first, then the day itself. */
function quarterDays(today: Day): Day[] {
  const days = [today]
  for (let n = 0; n < quartersBack; n++) days.unshift(lastQuarterEnd(days[0] ?? today))
  return days
}

/** How many were high or critical at each quarter's end, and what moved since the last one: both from the history of scores. */
async function movement(
  tx: Tx,
  actor: Actor,
): Promise<Pick<RiskMap, 'quarters' | 'movers' | 'up' | 'down' | 'since'>> {
  const days = quarterDays(todayFor(actor))
  const since = days.at(-2) ?? todayFor(actor)
  const scope = visible(actor)
  const all = Object.keys(scope).length === 0
  const seen = all ? [] : await tx.risk.findMany({ where: scope, select: { id: true } })
  const ids = seen.map(({ id }) => id)
  const counted = await tx.$queryRaw`
    WITH spans AS (
      SELECT "riskId", "scoredOn" AS since,
        lead("scoredOn", 1, 'infinity') OVER (PARTITION BY "riskId" ORDER BY "scoredOn", "id") AS until,
        CASE WHEN "isOpen" THEN "currentLikelihood" * "currentImpact" END AS score
      FROM "RiskScore"
      WHERE ${all}::boolean OR "riskId" = ANY(${ids}::uuid[])
    )
    SELECT d.day::text AS "on",
      count(*) FILTER (WHERE r.score BETWEEN ${riskLevels.high.from} AND ${riskLevels.high.to})::int AS high,
      count(*) FILTER (WHERE r.score >= ${riskLevels.critical.from})::int AS critical
    FROM unnest(${days}::date[]) AS d(day)
    LEFT JOIN (
      SELECT s.since, s.until, s.score FROM spans s JOIN "Risk" k ON k."id" = s."riskId" AND k."archivedAt" IS NULL
      WHERE s.score >= ${riskLevels.high.from}
    ) r ON r.since <= d.day AND r.until > d.day
    GROUP BY d.day ORDER BY d.day`
  const moved = z.array(moverRow).parse(
    await tx.$queryRaw`
      SELECT k."id", k."ref", k."title", m.was, m."is", m.up, m.down FROM (
      SELECT r."id", b.score AS was, r."currentScore" AS "is",
        (count(*) FILTER (WHERE r."currentScore" > b.score) OVER ())::int AS up,
        (count(*) FILTER (WHERE r."currentScore" < b.score) OVER ())::int AS down
      FROM (SELECT DISTINCT "riskId" FROM "RiskScore" WHERE "scoredOn" > ${since}::date) c
      JOIN "Risk" r ON r."id" = c."riskId" AND r."archivedAt" IS NULL AND r."closedOn" IS NULL
      JOIN LATERAL (
        SELECT "currentLikelihood" * "currentImpact" AS score FROM "RiskScore"
        WHERE "riskId" = r."id" AND "scoredOn" <= ${since}::date ORDER BY "scoredOn" DESC, "id" DESC LIMIT 1
      ) b ON b.score <> r."currentScore"
      WHERE ${all}::boolean OR r."id" = ANY(${ids}::uuid[])
      ORDER BY abs(r."currentScore" - b.score) DESC, r."id" LIMIT ${mostMovers}
      ) m JOIN "Risk" k ON k."id" = m."id" ORDER BY abs(m."is" - m.was) DESC, k."ref"`,
  )
  return {
    quarters: z
      .array(quarterRow)
      .parse(counted)
      .map((row) => ({ ...row, on: day(row.on) })),
    movers: moved.map(({ up: _up, down: _down, ...mover }) => mover),
    up: moved[0]?.up ?? 0,
    down: moved[0]?.down ?? 0,
    since,
  }
}
