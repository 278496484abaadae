import fc from 'fast-check'
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
    'control.name-requirement': () => ({ controlId: id(), requirement: 'nist-ai-rmf:GOVERN 1.1' }),
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
  'framework.upload': () => ({ fileName: 'list.csv', content: new TextEncoder().encode('Id,Title\nA,B') }),
  'requirement.take-in': () => ({ framework: 'nist-ai-rmf', requirement: 'GOVERN 6.1' }),
}

/** Inserts a framework of the practice's own, past the application's rules, and gives its id. */
export async function insertOwnFramework(
  pool: pg.Pool,
  officer: Actor,
  { ref, name, codes, archived = false }: { ref: string; name: string; codes: string[]; archived?: boolean },
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO "OwnFramework" (id, "practiceId", ref, name, source, sha256, "fileName", "addedById", "addedOn", "archivedAt")
     VALUES (gen_random_uuid(), $1, $2, $3, 'sheet', repeat('0', 64), 'list.csv', $4, '2026-01-01', CASE WHEN $5::boolean THEN now() END) RETURNING id`,
    [officer.practiceId, ref, name, officer.personId, archived],
  )
  const id = rows[0]?.id ?? ''
  await pool.query(
    `INSERT INTO "OwnRequirement" (id, "practiceId", "frameworkId", code, title, position)
     SELECT gen_random_uuid(), $1, $2, code, 'Title of ' || code, n FROM unnest($3::text[]) WITH ORDINALITY AS c(code, n)`,
    [officer.practiceId, id, codes],
  )
  return id
}

/** Controls of all sorts that answer some of these requirements. */
export function controlsWith(
  requirements: readonly string[],
  people: readonly string[],
  text: fc.Arbitrary<string>,
) {
  const state = fc.constantFrom(
    { state: 'not-started', stateReason: '' },
    { state: 'partly', stateReason: '' },
    { state: 'in-place', stateReason: '' },
    { state: 'not-applicable', stateReason: 'Nobody here\ndoes that; "really"' },
  )
  return fc
    .record({
      facts: fc.record({
        title: text.map((value) => `The ${value}`.slice(0, 250)),
        does: text,
        evidence: text,
        notes: text,
        testEveryMonths: fc.constantFrom('', '1', '12', '24'),
        ownerId: fc.constantFrom(...people),
        requirements: fc.subarray([...requirements]),
      }),
      state,
    })
    .map(({ facts, state: said }) => ({ ...controlFacts, ...facts, ...said, backupId: '' }))
}
