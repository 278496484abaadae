import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { listAgreements } from '#lib/agreements/queries'
import { agreementTable } from '#lib/agreements/table'
import { listSystems } from '#lib/ai-systems/queries'
import { systemTable } from '#lib/ai-systems/table'
import { listAssessments } from '#lib/assessments/queries'
import { assessmentTable } from '#lib/assessments/table'
import { addDays, day } from '#lib/base/days'
import { coverageOfAll } from '#lib/flows/framework-coverage'
import { gapPage } from '#lib/flows/framework-gaps'
import { gapKinds } from '#lib/frameworks/gaps'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { atTime } from '#lib/platform/clock'
import { listRisks } from '#lib/risks/queries'
import { riskTable } from '#lib/risks/table'
import { fillWithAll } from '#lib/testing/many-records'
import { fillWithRisks } from '#lib/testing/many-risks'
import { fillWithRules } from '#lib/testing/many-rules'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { fillWithLateTraining } from '#lib/testing/training-people'
import { matrixPath, parseMatrixQuery } from '#lib/training/matrix-filter'
import { matrixPage } from '#lib/training/matrix-queries'
import { listVendors } from '#lib/vendors/queries'
import { vendorTable } from '#lib/vendors/table'
import { dueListPage } from './due-list.ts'
import { type Overview, overviewFor } from './overview.ts'
import { coverHref } from './posture-areas.ts'

const database = useTestDatabase()
const today = day('2026-11-22')
const noon = new Date('2026-11-22T18:00:00Z')
const overview = (actor: Actor) => atTime(noon, () => overviewFor(actor))

/** How many rows the list shows behind a link. */
function rowsAt(actor: Actor, href: string): Promise<number> {
  const url = new URL(href, 'http://localhost')
  const params = Object.fromEntries(url.searchParams)
  const total = async (list: Promise<{ total: number }>) => (await list).total
  return atTime(noon, () => {
    if (url.pathname === systemTable.path)
      return total(listSystems(actor, parseListState(systemTable, params)))
    if (url.pathname === vendorTable.path)
      return total(listVendors(actor, parseListState(vendorTable, params)))
    if (url.pathname === agreementTable.path)
      return total(listAgreements(actor, parseListState(agreementTable, params)))
    if (url.pathname === riskTable.path) return total(listRisks(actor, parseListState(riskTable, params)))
    if (url.pathname === matrixPath) return total(matrixPage(actor, parseMatrixQuery(params, today)))
    if (url.pathname === assessmentTable.path)
      return total(listAssessments(actor, parseListState(assessmentTable, params)))
    if (url.pathname === '/frameworks/gaps') {
      const kind = gapKinds.find(({ value }) => value === params['kind'])?.value ?? null
      return total(gapPage(actor, kind, 1))
    }
    if (url.pathname === '/frameworks') return inPlace(actor)
    if (url.pathname === '/due') return total(dueListPage(actor, params))
    throw new Error(`no list at ${href}`)
  })
}

/** How many requirements of what is followed the page of the frameworks says have a control in place. */
async function inPlace(actor: Actor): Promise<number> {
  const followed = (await coverageOfAll(actor)).filter((framework) => framework.followed)
  return followed.reduce((sum, { counts }) => sum + counts.covered, 0)
}

let practice: TestPractice
let officer: Actor
let lead: Actor
beforeAll(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  lead = await practice.actor('site-lead', [practice.siteA])
  const fill = {
    practiceId: practice.id,
    sites: [practice.siteA, practice.siteB],
    people: [officer.personId, lead.personId],
    today,
  }
  await fillWithAll(database.owner, fill)
  await fillWithRisks(database.owner, fill)
  await fillWithLateTraining(database.owner, officer, lead, today)
  await fillWithRules(database.owner, fill)
})

/** What each link says, and what its list shows, one below the other. */
async function compare(actor: Actor, links: readonly { says: string; href: string; number: number }[]) {
  const shown = await Promise.all(
    links.map(async ({ says, href }) => ({ says, number: await rowsAt(actor, href) })),
  )
  return { shown, said: links.map(({ says, number }) => ({ says, number })) }
}

describe.each(['officer', 'lead'] as const)('every number that the %s sees', (who) => {
  const actor = () => (who === 'officer' ? officer : lead)

  it('of a rule opens as many rows as it says', async () => {
    const { postures } = await overview(actor())
    const { shown, said } = await compare(
      actor(),
      postures.flatMap(({ rules }) => rules),
    )
    expect(shown).toEqual(said)
    expect(said).toHaveLength(37)
  })

  it('in a sentence opens as many rows as it says', async () => {
    const { postures } = await overview(actor())
    const links = postures.flatMap(({ sentence }) =>
      sentence.flatMap(({ text, href }) => {
        const number = Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', ''))
        return href ? [{ says: text, href, number }] : []
      }),
    )
    const { shown, said } = await compare(actor(), links)
    expect(shown).toEqual(said)
    expect(said.length).toBeGreaterThan(15)
  })

  it('of the bar opens as many rows as it says, and the bar is all systems that count', async () => {
    const { numbers: n } = await overview(actor())
    const parts = {
      ...{ covered: n.covered, lapsing: n.lapsing, override: n.override, uncovered: n.uncovered },
      ...{ undescribed: n.undescribed, 'not-needed': n.notNeeded },
    }
    const links = Object.entries(parts).map(([says, number]) => ({ says, href: coverHref(says), number }))
    const all = Object.values(parts).reduce((sum, number) => sum + number, 0)
    const { shown, said } = await compare(actor(), [
      ...links,
      { says: 'all', href: coverHref(...Object.keys(parts)), number: all },
    ])
    expect(shown).toEqual(said)
  })

  it('of overdue duties by person opens as many rows, and all people together own all of them', async () => {
    const { people, due } = await overview(actor())
    const links = people.rows.map(({ person, overdue }) => ({
      says: person?.name ?? 'Nobody',
      href: `/due?owner=${person?.id ?? 'none'}&due=overdue`,
      number: overdue,
    }))
    const { shown, said } = await compare(actor(), links)
    expect(shown).toEqual(said)
    expect(people.people).toBe(said.length)
    expect(said.reduce((sum, { number }) => sum + number, 0)).toBe(due.all.overdue)
  })
})

it('is tried with something behind every number', async () => {
  const { numbers } = await overview(officer)
  expect(Object.entries(numbers).filter(([, number]) => number === 0)).toEqual([])
})

describe('the timeline of agreements', () => {
  it('names the twelve that end first of as many as its list shows', async () => {
    const { endings } = await overview(officer)
    expect(endings.total).toBe(await rowsAt(officer, '/agreements?ending=soon'))
    expect(endings.total).toBeGreaterThan(12)
    const all = await atTime(noon, () =>
      listAgreements(officer, parseListState(agreementTable, { ending: 'soon', size: '100' })),
    )
    const lastDays = all.rows
      .map(({ termEndsOn, terminatedOn }) => {
        const until = terminatedOn && addDays(terminatedOn, -1)
        return until && (!termEndsOn || until < termEndsOn) ? until : (termEndsOn ?? '')
      })
      .sort()
    expect(all.rows).toHaveLength(endings.total)
    expect(endings.rows.map(({ endsOn }) => endsOn)).toEqual(lastDays.slice(0, 12))
    expect(lastDays[0]?.localeCompare(today)).toBeGreaterThanOrEqual(0)
    expect(lastDays.at(-1)?.localeCompare(addDays(today, 180))).toBeLessThanOrEqual(0)
  })

  it('shows a day for notice only while it is still to come', async () => {
    const days = (await overview(officer)).endings.rows.flatMap(({ noticeByOn, endsOn }) =>
      noticeByOn ? [[today, noticeByOn, endsOn]] : [],
    )
    expect(days).toEqual(days.map((row) => row.toSorted()))
  })
})

describe('what is to be decided', () => {
  const kindsOf = ({ decisions }: Overview) => [...new Set(decisions.map(({ kind }) => kind))].sort()

  it('is what this reader may decide, five at most', async () => {
    const forOfficer = await overview(officer)
    expect(forOfficer.decisions).toHaveLength(5)
    expect(kindsOf(forOfficer)).toEqual(['determination', 'exposed', 'stopped'])
    expect(forOfficer.decisions.find(({ kind }) => kind === 'exposed')?.href).toMatch(/\/cover$/)
    const forOwner = await overview(await practice.actor('owner'))
    expect(kindsOf(forOwner)).toEqual(['exposed', 'stopped'])
    expect(forOwner.decisions.find(({ kind }) => kind === 'exposed')?.href).not.toMatch(/\/cover$/)
    for (const role of ['auditor', 'it'] as const)
      expect((await overview(await practice.actor(role))).decisions).toEqual([])
    expect((await overview(lead)).decisions).toEqual([])
  })
})

it('asks the database a constant number of questions, however much there is', async () => {
  const count = async (actor: Actor) => {
    const before = statements
    await overview(actor)
    return statements - before
  }
  const small = await createPractice(database.owner)
  const few = await count(await small.actor('officer'))
  expect(few).toBeGreaterThan(10)
  // Whether patient data is covered is asked of the systems that wait for a move, where there are any; so are vendors of renewals.
  expect(await count(officer)).toBeLessThanOrEqual(few + 1)
  expect(await count(officer)).toBeLessThan(60)
})

let statements = 0
const prototype: { query: (...args: unknown[]) => unknown } = pg.Client.prototype
prototype.query = new Proxy(prototype.query, {
  apply: (send, client, args) => {
    statements += 1
    return Reflect.apply(send, client, args)
  },
})
