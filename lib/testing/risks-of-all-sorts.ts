import fc from 'fast-check'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { saveAction, settleAction } from '#lib/risks/action-commands'
import { createRisk } from '#lib/risks/commands'
import { acceptRisk, scoreRisk } from '#lib/risks/decisions'
import { valueOf } from './practice.ts'
import { riskDetail, riskFacts } from './risks.ts'

interface Around {
  systemIds: readonly string[]
  vendorIds: readonly string[]
  siteIds: readonly string[]
  controlIds: readonly string[]
  /** Who may own an action. */
  people: readonly string[]
}

/** Risks of all sorts about these AI systems, vendors and sites, with actions, scores and acceptances. */
export function risksWith(around: Around, text: fc.Arbitrary<string>) {
  const some = (ids: readonly string[]) => fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 })
  const step = fc.integer({ min: 1, max: 5 })
  const long = text.map((value) => value.slice(0, 1_900))
  return fc.record({
    facts: fc.record({
      title: text.map((value) => `risk ${value}`.slice(0, 250)),
      category: fc.constantFrom('privacy', 'bias', 'clinical-safety'),
      treatment: fc.constantFrom('undecided', 'reduce', 'transfer'),
      cause: long,
      event: long,
      consequence: long,
      threat: text.map((value) => value.slice(0, 400)),
      notes: text,
      generativeRisk: fc.constantFrom('', '2.4', '2.10'),
      requirements: fc.subarray([
        'nist-ai-rmf:GOVERN 1.1',
        'nist-ai-600-1:2.4',
        'hipaa-security:164.308(a)(1)(ii)(A)',
      ]),
      reviewEveryMonths: fc.constantFrom('1', '12', '36'),
      identifiedOn: fc.constantFrom('', '2026-01-31'),
      systemIds: some(around.systemIds),
      vendorIds: some(around.vendorIds),
      siteIds: some(around.siteIds),
      controlIds: some(around.controlIds),
    }),
    actions: fc.array(
      fc.record({
        title: text.map((value) => `Then ${value}`.slice(0, 290)),
        ownerId: fc.constantFrom(...around.people),
        days: fc.integer({ min: -20, max: 90 }),
        how: fc.constantFrom('', 'done', 'dropped'),
        outcome: text.map((value) => `Then ${value}`),
      }),
      { maxLength: 2 },
    ),
    scores: fc.option(
      fc.record({
        currentLikelihood: step,
        currentImpact: step,
        targetLikelihood: step,
        targetImpact: step,
      }),
      { nil: null },
    ),
    accepted: fc.option(text, { nil: null }),
  })
}

type AnyRisk = ReturnType<typeof risksWith> extends fc.Arbitrary<infer Risk> ? Risk : never

/** Enters such a risk as people do; `owner` accepts it where it has a score. Gives what an edit of it sends. */
export async function enterRisk(officer: Actor, owner: Actor, risk: AnyRisk) {
  const { id } = valueOf(await createRisk(officer, { ...riskFacts, ...risk.facts }))
  let version = 1
  const seen = () => ({ id, version: version++ })
  for (const { title, ownerId, days } of risk.actions) {
    const dueOn = addDays(todayFor(officer), days)
    valueOf(await saveAction(officer, { ...seen(), partId: '', title, ownerId, dueOn }))
  }
  const blank = { inherentLikelihood: '', inherentImpact: '', note: '' }
  if (risk.scores) valueOf(await scoreRisk(officer, { ...blank, ...risk.scores, ...seen() }))
  if (risk.scores && risk.accepted !== null) {
    const until = addDays(todayFor(officer), 90)
    valueOf(await acceptRisk(owner, { ...seen(), until, reason: `Because ${risk.accepted}` }))
  }
  const over = risk.actions.filter(({ how }) => how !== '')
  const { steps } = over.length > 0 ? await riskDetail(officer, id) : { steps: [] }
  for (const { title, how, outcome } of over) {
    const actionId = steps.find((step) => step.title === title.trim())?.id
    const result = await settleAction(officer, { actionId, how, outcome })
    if (result.ok) version += 1
  }
  return { id, version }
}
