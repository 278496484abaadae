import type pg from 'pg'
import { addDays, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { saveAction } from '#lib/risks/action-commands'
import { createRisk } from '#lib/risks/commands'
import { getRisk } from '#lib/risks/detail-queries'
import { createPractice, valueOf } from './practice.ts'

/** What the form of a sound risk sends. */
export const riskFacts = {
  title: 'A note is signed unread',
  category: 'clinical-safety',
  cause: 'The note looks finished.',
  event: 'A clinician signs it without reading.',
  consequence: 'A wrong dose stays in the chart.',
  threat: 'Haste',
  vulnerability: 'Nobody samples notes',
  treatment: 'undecided',
  treatmentNote: '',
  identifiedOn: '',
  reviewEveryMonths: '12',
  generativeRisk: '2.7',
  requirements: ['nist-ai-rmf:GOVERN 3.2', 'hipaa-security:164.308(a)(1)(ii)(A)'],
  ownerId: '',
  backupId: '',
  notes: '',
  systemIds: [] as string[],
  vendorIds: [] as string[],
  siteIds: [] as string[],
  controlIds: [] as string[],
}

/** What the score form sends. */
export const scoreFacts = {
  inherentLikelihood: '4',
  inherentImpact: '5',
  currentLikelihood: '3',
  currentImpact: '4',
  targetLikelihood: '1',
  targetImpact: '4',
  note: 'As we saw it.',
}

/** The risk's page; throws when the actor does not see it. */
export async function riskDetail(actor: Actor, id: string) {
  const found = await getRisk(actor, id)
  if (!found) throw new Error('not visible')
  return found
}

/** A practice whose register holds one risk, RISK-001, of the whole practice and owned by its officer. */
export async function practiceWithRisk(pool: pg.Pool) {
  const practice = await createPractice(pool)
  const officer = await practice.actor('officer')
  const { id } = valueOf(await createRisk(officer, { ...riskFacts, ownerId: officer.personId }))
  const seen = async () => ({ id, version: (await riskDetail(officer, id)).version })
  return { practice, officer, id, seen }
}

export interface RiskIds {
  id: string
  actionId: string
}

/** Adds a risk with one open action of its owner. */
export async function riskWithAction(officer: Actor, change: object = {}): Promise<RiskIds> {
  const { id } = valueOf(await createRisk(officer, { ...riskFacts, ownerId: officer.personId, ...change }))
  const dueOn = addDays(todayFor(officer), 30)
  valueOf(await saveAction(officer, { ...actionFacts, dueOn, id, version: 1 }))
  return { id, actionId: (await riskDetail(officer, id)).steps[0]?.id ?? '' }
}

const actionFacts = { partId: '', title: 'Sample ten notes a month', ownerId: '' }

/** One input for each command on a risk, in an order in which all of them can be called. */
export function riskInputs(
  ids: () => { systemId: string; risk: RiskIds },
  seen: () => Promise<{ id: string; version: number }>,
  more: () => { today: string; ownerId: string; reason: string },
): Record<string, () => unknown> {
  const on = (input: () => object) => async () => ({ ...input(), ...(await seen()) })
  const named = () => ({ ...riskFacts, systemIds: [ids().systemId] })
  const until = () => addDays(day(more().today), 90)
  return {
    'risk.create': named,
    'risk.adopt': () => ({ keys: ['invented-dose'], systemId: ids().systemId, ownerId: more().ownerId }),
    'risk.edit': on(() => ({ ...named(), title: 'Renamed' })),
    'risk.requirements': on(() => ({
      framework: 'nist-ai-rmf',
      requirements: ['', 'nist-ai-rmf:GOVERN 1.1'],
    })),
    'risk.score': on(() => scoreFacts),
    'risk.review': on(() => ({ on: more().today, note: more().reason })),
    'risk.accept': on(() => ({ until: until(), reason: more().reason })),
    'risk.end-acceptance': on(() => ({ reason: more().reason })),
    'risk.save-action': on(() => ({ ...actionFacts, partId: ids().risk.actionId, dueOn: until() })),
    'risk.settle-action': () => ({
      actionId: ids().risk.actionId,
      how: 'done',
      outcome: more().reason,
    }),
    'risk.close': on(() => ({ on: more().today, reason: more().reason })),
    'risk.reopen': on(() => ({ reason: more().reason })),
    'risk.archive': on(() => ({ reason: more().reason })),
    'risk.restore': seen,
  }
}

/** Commands that name no risk: they can only touch the practice of whoever calls them. */
export const unaimedRiskInputs: Record<string, () => unknown> = {
  'risk.scale': () => ({ words: { 'likelihood-1': { word: 'Never', meaning: '' } } }),
  'risk.appetite': () => ({ most: { privacy: '6' } }),
}
