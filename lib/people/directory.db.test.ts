import { expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { createPerson } from './commands.ts'
import { findPeople, personChoices } from './directory.ts'

const database = useTestDatabase()

const offered = async (actor: Actor, named: Parameters<typeof personChoices>[1] = {}) =>
  (await personChoices(actor, named)).people.map(({ label }) => label)

it('offers everybody in a small practice, and in a large one those already named and those whom words find', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const add = async (person: { name: string; siteIds: string[] }) =>
    valueOf(
      await createPerson(officer, {
        email: '',
        jobTitle: 'Nurse',
        staffNumber: '',
        startedOn: '',
        ...person,
      }),
    ).id
  const lead = await practice.actor('site-lead', [practice.siteA])
  const stored = await add({ name: 'Stored Owner', siteIds: [practice.siteB] })
  const entered = await add({ name: 'Entered Backup', siteIds: [practice.siteB] })
  const many = (start: number, end: number) =>
    database.owner.query(
      `INSERT INTO "Person" (id, "practiceId", ref, name, "jobTitle", active, "leftOn")
         SELECT gen_random_uuid(), $1, 'N-' || n, 'Sam Nurse ' || n, 'Nurse', n <> 105, CASE WHEN n = 105 THEN date '2026-01-31' END FROM generate_series($2::int, $3::int) n`,
      [practice.id, start, end],
    )
  await many(1, 100)
  expect(await personChoices(officer)).toMatchObject({ everybody: true })
  expect(await offered(officer)).toHaveLength(104)
  await many(101, 220)
  expect(await personChoices(officer)).toEqual({ people: [], everybody: false })
  const named = { stored: [stored, null], entered: [entered, '', undefined, 'no id'] }
  expect(await offered(officer, named)).toEqual([
    'Entered Backup (Nurse, P-002)',
    'Stored Owner (Nurse, P-001)',
  ])
  expect(await offered(lead, named)).toEqual(['Stored Owner (Nurse, P-001)'])

  const found = async (actor: Actor, words: string) =>
    (await findPeople(actor, words)).people.map(({ label }) => label)
  expect(await found(officer, ' 104  sam')).toEqual(['Sam Nurse 104 (Nurse, N-104)'])
  expect(await found(officer, 'p-002')).toEqual(['Entered Backup (Nurse, P-002)'])
  expect(await found(lead, 'p-002')).toEqual([])
  expect(await found(officer, 'nurse 105')).toEqual([])
  expect(await found(officer, 's_m')).toEqual([])
  expect(await found(officer, ' ')).toEqual([])
  expect(await findPeople(officer, 'nurse')).toMatchObject({ people: { length: 20 }, more: true })
})

it('offers nobody who only looks on', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const auditor = await practice.actor('auditor')
  const both = await practice.actor('auditor')
  const nobody = await practice.actor(null)
  await database.owner.query(
    `INSERT INTO "RoleAssignment" (id, "practiceId", "personId", role) VALUES (gen_random_uuid(), $1, $2, 'staff')`,
    [practice.id, both.personId],
  )
  const offeredHere = await offered(officer)
  expect(offeredHere).toEqual(expect.arrayContaining([officer.name, both.name, nobody.name]))
  expect(offeredHere).not.toContain(auditor.name)
  expect(await findPeople(officer, 't-2')).toEqual({ people: [], more: false })
  expect(await offered(officer, { stored: [auditor.personId] })).toContain(auditor.name)
})
