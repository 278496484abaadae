import { visible as visibleAssessments } from '#lib/assessments/policy'
import { assessmentTable } from '#lib/assessments/table'
import { type Day, dayOrNull } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { listConditions, parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import { visible as visibleRisks } from '#lib/risks/policy'
import { riskTable } from '#lib/risks/table'
import { limitedTo } from './overview.ts'
import { countOpenRisks, type RiskNumbers, riskQueries } from './risk-numbers.ts'
import { type TopRisks, topRisks } from './top-risks.ts'

/** Something with a last day. */
export interface Ends {
  id: string
  label: string
  on: Day
  /** Who has to act, or who acted; null when nobody is named. */
  byName: string | null
}

/** Those whose day comes first, of so many. */
export interface Ending {
  rows: Ends[]
  total: number
}

export interface RiskOverview {
  today: Day
  numbers: RiskNumbers
  top: TopRisks
  /** Acceptances that ended or end within 30 days. */
  acceptances: Ending
  /** Open assessments, and signed ones that are to be done again. */
  assessments: Ending
  /** The sites it is limited to, by name; null for somebody who sees the whole practice. */
  siteNames: string[] | null
}

const mostTop = 8
const mostEnding = 6

/** The filters of the lists behind two tables: what is shown and what they lead to is the same. */
export const endingAcceptances = { ...riskQueries.acceptancesEnding, acceptance: 'ended,ending' }
export const dueAssessments = { nextDue: 'overdue,due-soon' }

/** Risks, acceptances and assessments within the actor's view, asked side by side. A constant number of statements. */
export async function riskOverview(actor: Actor): Promise<RiskOverview> {
  const today = todayFor(actor)
  const [numbers, top, acceptances, assessments, siteNames] = await Promise.all([
    read(actor, (tx) => countOpenRisks(tx, visibleRisks(actor), today)),
    read(actor, (tx) => topRisks(tx, visibleRisks(actor), today, mostTop)),
    read(actor, (tx) => acceptancesEnding(tx, actor, today)),
    read(actor, (tx) => assessmentsDue(tx, actor, today)),
    read(actor, (tx) => limitedTo(tx, actor)),
  ])
  return { today, numbers, top, acceptances, assessments, siteNames }
}

async function acceptancesEnding(tx: Tx, actor: Actor, today: Day): Promise<Ending> {
  const conditions = listConditions(riskTable, parseListState(riskTable, endingAcceptances), {
    today,
    personId: actor.personId,
  })
  const where = { AND: [visibleRisks(actor), { archivedAt: null }, ...conditions] }
  const found = await tx.risk.findMany({
    where,
    select: {
      id: true,
      ref: true,
      title: true,
      acceptedUntil: true,
      acceptedBy: { select: { name: true } },
    },
    orderBy: [{ acceptedUntil: 'asc' }, { id: 'asc' }],
    take: mostEnding,
  })
  return {
    rows: found.map(({ id, ref, title, acceptedUntil, acceptedBy }) => ({
      ...{ id, label: `${ref} ${title}`, byName: acceptedBy?.name ?? null },
      on: dayOrNull(acceptedUntil) ?? today,
    })),
    total: found.length < mostEnding ? found.length : await tx.risk.count({ where }),
  }
}

async function assessmentsDue(tx: Tx, actor: Actor, today: Day): Promise<Ending> {
  const conditions = listConditions(assessmentTable, parseListState(assessmentTable, dueAssessments), {
    today,
    personId: actor.personId,
  })
  const where = { AND: [visibleAssessments(actor), { archivedAt: null }, ...conditions] }
  const found = await tx.assessment.findMany({
    where,
    select: { id: true, ref: true, title: true, nextDueOn: true, owner: { select: { name: true } } },
    orderBy: [{ nextDueOn: 'asc' }, { id: 'asc' }],
    take: mostEnding,
  })
  return {
    rows: found.map(({ id, ref, title, nextDueOn, owner }) => ({
      ...{ id, label: `${ref} ${title}`, byName: owner?.name ?? null },
      on: dayOrNull(nextDueOn) ?? today,
    })),
    total: found.length < mostEnding ? found.length : await tx.assessment.count({ where }),
  }
}
