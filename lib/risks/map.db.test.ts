import { beforeAll, expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { addDays, dateOf, lastQuarterEnd } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { atTime } from '#lib/platform/clock'
import { facts } from '#lib/testing/ai-systems'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { riskFacts, scoreFacts } from '#lib/testing/risks'
import { useTestDatabase } from '#lib/testing/test-database'
import { risksAbout } from './about-queries.ts'
import { createRisk } from './commands.ts'
import { closeRisk, scoreRisk } from './decisions.ts'
import { type RiskMap, riskMap } from './map-queries.ts'
import { listRisks } from './queries.ts'
import { riskTable } from './table.ts'

const database = useTestDatabase()
let practice: TestPractice
let officer: Actor
let map: RiskMap
let systemId: string

const at = (likelihood: number, impact: number) => ({
  ...{ inherentLikelihood: '5', inherentImpact: '5', targetLikelihood: '', targetImpact: '', note: '' },
  ...{ currentLikelihood: String(likelihood), currentImpact: String(impact) },
})

beforeAll(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  systemId = valueOf(await createSystem(officer, { ...facts, siteIds: [practice.siteA] })).id
  const lastEnd = lastQuarterEnd(todayFor(officer))
  const then = (daysBefore: number) =>
    new Date(dateOf(addDays(lastEnd, -daysBefore)).getTime() + 18 * 3_600_000)
  const add = async (title: string, change: object = {}) =>
    valueOf(await createRisk(officer, { ...riskFacts, title, ...change })).id
  const score = async (id: string, version: number, numbers: object) =>
    valueOf(await scoreRisk(officer, { ...scoreFacts, ...numbers, id, version }))

  const [up, down, gone, still] = await atTime(then(40), async () => {
    const ids = [
      await add('Went up', { systemIds: [systemId] }),
      await add('Went down'),
      await add('Closed since'),
      await add('As it was'),
    ]
    for (const [n, id] of ids.entries()) await score(id, 1, n === 0 ? at(2, 4) : at(4, 5))
    return ids
  })
  await score(up ?? '', 2, at(3, 4))
  await score(down ?? '', 2, at(2, 2))
  // Scored twice on one day: the later one counts.
  await score(still ?? '', 2, at(1, 1))
  await score(still ?? '', 3, at(4, 5))
  valueOf(
    await closeRisk(officer, { id: gone, version: 2, on: todayFor(officer), reason: 'The tool is gone' }),
  )
  await add('Never scored', { systemIds: [systemId], category: 'bias' })
  map = await riskMap(officer, 'current')
})

it('counts every open risk once: on its field, or apart while it has no score', async () => {
  expect(map.cells.toSorted((a, b) => a.likelihood - b.likelihood)).toEqual([
    { likelihood: 2, impact: 2, count: 1 },
    { likelihood: 3, impact: 4, count: 1 },
    { likelihood: 4, impact: 5, count: 1 },
  ])
  expect(map).toMatchObject({ open: 4, unscored: 1 })
  const target = await riskMap(officer, 'target')
  expect(target).toMatchObject({ cells: [], unscored: 4, open: 4 })
})

it('leads from each number to as many rows', async () => {
  const total = async (params: Record<string, string>) =>
    (await listRisks(officer, parseListState(riskTable, { state: 'open', ...params }))).total
  for (const { likelihood, impact, count } of map.cells)
    expect(await total({ currentLikelihood: `${likelihood}`, currentImpact: `${impact}` })).toBe(count)
  expect(await total({ level: 'unscored' })).toBe(map.unscored)
  expect(await total({ targetLikelihood: 'none' })).toBe(4)
  for (const { value, open, grave, unscored } of map.byCategory) {
    expect(await total({ category: value })).toBe(open)
    expect(await total({ category: value, level: 'high,critical' })).toBe(grave)
    expect(await total({ category: value, level: 'unscored' })).toBe(unscored)
  }
  expect(map.bySystem).toMatchObject([{ value: systemId, open: 2, grave: 1, unscored: 1 }])
  expect(await total({ system: systemId })).toBe(2)
})

it('says how many were high or critical at each quarter’s end, and what moved since the last', () => {
  expect(map.quarters.map(({ high, critical }) => [high, critical])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 3],
    [1, 1],
  ])
  expect(map).toMatchObject({ up: 1, down: 1 })
  expect(map.movers.map(({ title, was, is }) => [title, was, is])).toEqual([
    ['Went down', 20, 4],
    ['Went up', 8, 12],
  ])
})

it('is drawn for a site’s lead from what they may read', async () => {
  const lead = await practice.actor('site-lead', [practice.siteA])
  const theirs = await riskMap(lead, 'current')
  expect(theirs).toMatchObject({ open: 2, unscored: 1, up: 1, down: 0 })
  expect(theirs.quarters.at(-1)).toMatchObject({ high: 1, critical: 0 })
  const nobody = await riskMap(await practice.actor('site-lead', [practice.siteB]), 'current')
  expect(nobody).toMatchObject({ open: 0, cells: [], movers: [], bySystem: [] })
})

it('says on the page of what it concerns what the list behind it shows', async () => {
  const about = await risksAbout(officer, 'system', systemId)
  expect(about).toMatchObject({ open: 2, unscored: 1, gravest: [{ title: 'Went up', score: 12 }] })
  const query = (href = '') => Object.fromEntries(new URLSearchParams(href.split('?')[1]))
  const behind = async (href?: string) =>
    (await listRisks(officer, parseListState(riskTable, query(href)))).rows.map(({ title }) => title)
  expect(await behind(about?.href)).toEqual(['Never scored', 'Went up'])
  expect(await behind(about?.unscoredHref)).toEqual(['Never scored'])
  const elsewhere = await practice.actor('site-lead', [practice.siteB])
  expect(await risksAbout(elsewhere, 'system', systemId)).toMatchObject({ open: 0, gravest: [] })
  expect(await risksAbout(await practice.actor('staff'), 'system', systemId)).toBeNull()
})

it('finds words in brief and in long texts alike, page by page in one order', async () => {
  const other = await createPractice(database.owner)
  const reader = await other.actor('officer')
  await database.owner.query(
    `INSERT INTO "Risk" (id, "practiceId", ref, title, category, event)
     SELECT gen_random_uuid(), $1, 'R-' || n, 'Risk ' || n, 'privacy', repeat('x', n % 3 * 700) || CASE WHEN n % 5 > 0 THEN ' Outage 100%' ELSE '' END
     FROM generate_series(1, 80) n`,
    [other.id],
  )
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) =>
      listRisks(
        reader,
        parseListState(riskTable, { q: 'OUTAGE 100%', sort: '-title', size: '25', page: `${page}` }),
      ),
    ),
  )
  const expected = Array.from({ length: 80 }, (_, at) => 80 - at).filter((n) => n % 5 > 0)
  expect(pages.map(({ total }) => total)).toEqual([64, 64, 64, 64])
  expect(pages.flatMap(({ rows }) => rows.map(({ title }) => title))).toEqual(
    expected.map((n) => `Risk ${n}`),
  )
  const none = await listRisks(reader, parseListState(riskTable, { q: 'outage 100_' }))
  expect(none).toEqual({ rows: [], total: 0 })
})
