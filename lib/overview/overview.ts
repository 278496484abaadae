import { visible } from '#lib/ai-systems/policy'
import { visible as visibleAssessments } from '#lib/assessments/policy'
import { type Day, lastQuarterEnd } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { dutyScope } from '#lib/kernel/due-scope'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import { visible as visibleRisks } from '#lib/risks/policy'
import { agreementStanding, type Endings } from './agreement-standing.ts'
import { decisionsFor } from './decision-queries.ts'
import type { Decision } from './decisions.ts'
import { countByPerson, countDuties, type DueCounts, type OverduePeople } from './due-counts.ts'
import { overdueAt } from './overdue-at.ts'
import { headlineOf, judge, type NoPast, type Past, type Posture } from './posture.ts'
import type { AreaKey } from './posture-area.ts'
import { countSystems, countVendors, dutyNumbers, type PostureNumbers } from './posture-numbers.ts'
import { reachOf } from './reach.ts'
import { countOpenRisks } from './risk-numbers.ts'
import { countAssessments, countControls } from './rule-numbers.ts'
import { lastQuarter } from './snapshot.ts'
import { trainingNumbers } from './training-numbers.ts'

export interface Overview {
  today: Day
  headline: string
  numbers: PostureNumbers
  postures: Posture[]
  due: DueCounts
  people: OverduePeople
  endings: Endings
  decisions: Decision[]
  /** The sites it is limited to, by name; null for somebody who sees the whole practice. */
  siteNames: string[] | null
}

/** So many agreements and people are named; the rest is a number that leads to its list. */
const mostEndings = 12
const mostPeople = 5

/**
 * Everything on the overview within the actor's view, in transactions side by side: what each counts takes about as long
 * as the rest of the page.
 */
export async function overviewFor(actor: Actor): Promise<Overview> {
  const today = todayFor(actor)
  const reach = reachOf(actor)
  const quarterEnd = lastQuarterEnd(today)
  const [counted, registers, risk, decisions] = await Promise.all([
    read(actor, async (tx) => ({
      due: await countDuties(tx, reach, today),
      wasOverdue: await overdueAt(tx, reach, quarterEnd),
      people: await countByPerson(tx, reach, today, mostPeople),
    })),
    read(actor, async (tx) => ({
      numbers: await countSystems(tx, visible(actor)),
      vendors: await countVendors(tx),
      agreements: await agreementStanding(tx, today, mostEndings),
      kept: await lastQuarter(tx, today),
      siteNames: await limitedTo(tx, actor),
    })),
    read(actor, async (tx) => {
      const within = { assessments: visibleAssessments(actor), systems: visible(actor) }
      return {
        ...(await countOpenRisks(tx, visibleRisks(actor), today)),
        ...(await countControls(tx)),
        ...(await countAssessments(tx, within, today)),
        ...(await trainingNumbers(tx, sitesWith(actor, 'training.read'), today)),
      }
    }),
    decisionsFor(actor, today),
  ])
  const { due, people, wasOverdue } = counted
  const { agreements, kept, siteNames } = registers
  const duties: Past | NoPast =
    wasOverdue === null ? 'not-kept' : { on: quarterEnd, numbers: { overdue: wasOverdue } }
  const numbers = {
    ...registers.numbers,
    ...registers.vendors,
    ...agreements.numbers,
    ...risk,
    ...dutyNumbers(due),
  }
  const postures = judge(numbers, (area) => (area === 'duties' ? duties : pastOf(area, kept, reach.all)))
  return {
    ...{ today, numbers, postures, due, people, decisions },
    headline: headlineOf(numbers, postures),
    endings: agreements.endings,
    siteNames,
  }
}

/** Duties carry their own past. Other past numbers are the whole practice's: for those who see all of it, and about what belongs to everybody. */
function pastOf(area: AreaKey, kept: Past | null, all: boolean): Past | NoPast {
  return all || area === 'agreements' || area === 'controls' ? (kept ?? 'not-kept') : 'other-reach'
}

/** The sites that somebody's view is limited to, by name; null without a limit. */
export async function limitedTo(tx: Tx, actor: Actor): Promise<string[] | null> {
  const { all, siteIds } = dutyScope(actor)
  if (all) return null
  const sites = await tx.site.findMany({
    where: { id: { in: siteIds } },
    select: { name: true },
    orderBy: { name: 'asc' },
  })
  return sites.map(({ name }) => name)
}
