import type pg from 'pg'
import { createControl } from '#lib/controls/commands'
import { getControl } from '#lib/controls/queries'
import type { Actor } from '#lib/kernel/access'
import { createPractice, valueOf } from './practice.ts'

/** What the form of a sound control sends. */
export const controlFacts = {
  title: 'Access is reviewed each quarter',
  does: 'The IT lead goes through every account.',
  evidence: 'The signed list.',
  state: 'in-place',
  stateReason: '',
  testEveryMonths: '12',
  notes: '',
  ownerId: '',
  backupId: '',
}

/** The control's page; throws when the actor does not see it. */
export async function controlDetail(actor: Actor, id: string) {
  const control = await getControl(actor, id)
  if (!control) throw new Error('not visible')
  return control
}

/** Adds a control that answers these requirements and gives its id. */
export async function addControl(officer: Actor, change: object = {}, ...requirements: string[]) {
  return valueOf(await createControl(officer, { ...controlFacts, requirements, ...change })).id
}

/** A practice whose register holds one control, CTL-001, owned by its officer, that answers GOVERN 6.1. */
export async function practiceWithControl(pool: pg.Pool) {
  const practice = await createPractice(pool)
  const officer = await practice.actor('officer')
  const id = await addControl(officer, { ownerId: officer.personId }, 'nist-ai-rmf:GOVERN 6.1')
  const seen = async () => ({ id, version: (await controlDetail(officer, id)).version })
  return { practice, officer, id, seen }
}

/** One input for each command on a control, in an order in which all of them can be called. */
export function controlInputs(
  id: () => string,
  seen: () => Promise<{ id: string; version: number }>,
  more: () => { today: string; ownerId: string; reason: string },
): Record<string, () => unknown> {
  const on = (input: () => object) => async () => ({ ...input(), ...(await seen()) })
  return {
    'control.edit': on(() => ({ ...controlFacts, title: 'Renamed', ownerId: more().ownerId })),
    'control.requirements': on(() => ({
      framework: 'hipaa-security',
      requirements: ['', 'hipaa-security:164.308(a)(4)(ii)(B)'],
    })),
    'control.answer': () => ({ controlId: id(), requirement: 'nist-ai-rmf:GOVERN 1.1' }),
    'control.test': on(() => ({ on: more().today, result: 'weak', note: more().reason })),
    'control.state': on(() => ({ state: 'not-applicable', stateReason: more().reason })),
    'control.archive': on(() => ({ reason: more().reason })),
    'control.restore': seen,
  }
}

/** Inputs of the commands that name no control: they only touch the caller's own practice. */
export const unaimedControlInputs: Record<string, () => unknown> = {
  'control.create': () => ({ ...controlFacts, requirements: [] }),
  'control.adopt': () => ({ keys: ['ai-policy', 'access-review'] }),
  'framework.choose': () => ({ framework: 'hicp', followed: 'yes' }),
  'requirement.leave-out': () => ({
    framework: 'nist-ai-rmf',
    requirement: 'GOVERN 6.1',
    reason: 'Because of the test',
  }),
  'requirement.take-in': () => ({ framework: 'nist-ai-rmf', requirement: 'GOVERN 6.1' }),
}
