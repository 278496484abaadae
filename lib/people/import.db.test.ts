import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { ImportValues } from '#lib/kernel/record'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { giveAccount } from '#lib/testing/accounts'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { getPerson } from './detail-queries.ts'
import { personImportTarget as target } from './import.ts'
import { createInvitation } from './links.ts'
import { listPeople, personRows } from './queries.ts'
import { personTable } from './table.ts'

const database = useTestDatabase()
const cause = 'by import of “staff.csv”'

/** Runs one step of an import as the kernel does: in one transaction, with its events. */
const step = (name: 'create' | 'update' | 'retract', rows: unknown) =>
  defineCommand({
    name: `person.import-${name}`,
    permission: 'person.import',
    input: z.object({}),
    run: async (context) => {
      const written =
        name === 'create'
          ? await target.create(context, rows as ImportValues[], cause)
          : name === 'update'
            ? await target.update(context, rows as { id: string; values: ImportValues }[], cause)
            : await target.retract(context, rows as string[], cause, new Map())
      return {
        value: written.records,
        events: [{ sentence: 'Imported' }, ...written.events],
        due: written.due,
      }
    },
  })

const create = (actor: Actor, rows: ImportValues[]) => step('create', rows)(actor, {})
const update = (actor: Actor, id: string, values: ImportValues) => step('update', [{ id, values }])(actor, {})
const retract = (actor: Actor, ids: string[]) => step('retract', ids)(actor, {})

async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const add = async (values: ImportValues) => valueOf(await create(officer, [values]))[0]?.id ?? ''
  const person = async (id: string) => {
    const found = await getPerson(officer, id)
    if (!found) throw new Error('not visible')
    return found
  }
  return { practice, officer, add, person }
}

describe('a staff list', () => {
  it('adds people in the order of its rows, with names turned round and addresses in lower case', async () => {
    const { practice, officer, person } = await setUp()
    const records = valueOf(
      await create(officer, [
        {
          name: 'Ellis, Dana',
          email: 'Dana@Example.org',
          jobTitle: 'Nurse',
          sites: [practice.siteB, practice.siteA],
        },
        { name: 'Sam Ortiz', staffNumber: '0042', startedOn: '2024-01-31' },
        { name: 'Kim Lee', leftOn: '2025-06-30' },
      ]),
    )
    expect(records.map(({ label }) => label)).toEqual([
      'P-001 Dana Ellis',
      'P-002 Sam Ortiz',
      'P-003 Kim Lee',
    ])
    const [dana, sam, kim] = await Promise.all(records.map(({ id }) => person(id)))
    expect(dana).toMatchObject({
      email: 'dana@example.org',
      sites: [{ name: 'Downtown' }, { name: 'Northside' }],
      history: [{ sentence: `Added P-001 Dana Ellis to the directory ${cause}` }],
    })
    expect(sam).toMatchObject({ staffNumber: '0042', startedOn: '2024-01-31', active: true })
    expect(kim).toMatchObject({ active: false, leftOn: '2025-06-30' })
  })

  it('recognises people by e-mail, else staff number, else name', async () => {
    const { officer, add } = await setUp()
    const dana = await add({ name: 'Dana Ellis', email: 'dana@example.org', staffNumber: '7' })
    const keys = await read(officer, (tx) => target.keys(tx, officer))
    const find = (values: ImportValues) => keys.find(({ name }) => name === target.nameOf(values))?.id
    expect(find({ name: 'Dana Miller', email: 'DANA@example.org' })).toBe(dana)
    expect(find({ name: 'Somebody', staffNumber: ' 7 ' })).toBe(dana)
    expect(find({ name: 'ELLIS, DANA' })).toBe(dana)
    expect(find({ name: 'Dana Ellis', email: 'other@example.org' })).toBeUndefined()
    expect(['e-mail x', 'number x', 'name x'].map((name) => target.isUnique?.(name))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('changes what it says and nothing else', async () => {
    const { practice, add, officer, person } = await setUp()
    const id = await add({
      name: 'Dana Ellis',
      email: 'dana@example.org',
      jobTitle: 'Nurse',
      sites: [practice.siteA],
    })
    valueOf(await update(officer, id, { jobTitle: 'Head nurse', sites: [practice.siteB] }))
    const after = await person(id)
    expect(after).toMatchObject({
      jobTitle: 'Head nurse',
      email: 'dana@example.org',
      version: 2,
      sites: [{ name: 'Northside' }],
    })
    expect(after.history[0]?.sentence).toBe(
      `Changed job title from “Nurse” to “Head nurse”; changed sites from “Downtown” to “Northside”, ${cause}`,
    )
  })

  it('reads capitals in an address and a name turned round as the same', async () => {
    const { add, officer, person } = await setUp()
    const id = await add({ name: 'Dana Ellis', email: 'dana@example.org' })
    valueOf(await update(officer, id, { name: 'Ellis, Dana', email: 'DANA@EXAMPLE.ORG' }))
    const after = await person(id)
    expect(after).toMatchObject({ name: 'Dana Ellis', email: 'dana@example.org', version: 2 })
    expect(after.history[0]?.sentence).toBe(`Saved them without changes, ${cause}`)
  })

  it('is given what an export says in the form in which it compares it', async () => {
    const { practice, officer, add } = await setUp()
    const id = await add({
      name: 'Dana Ellis',
      email: 'dana@example.org',
      staffNumber: '1',
      startedOn: '2020-02-29',
      sites: [practice.siteA],
    })
    const [row] = await read(officer, (tx) => personRows(tx, officer, [id]))
    if (!row) throw new Error('not visible')
    const values = Object.fromEntries(
      Object.entries(personTable.fields).flatMap(([key, field]) =>
        field.import && field.import.parse !== 'key' ? [[key, field.import.value(row)]] : [],
      ),
    )
    expect(
      target.refuses(values, 'update', { actor: officer, today: todayFor(officer), before: values }),
    ).toBeNull()
    valueOf(await update(officer, id, values))
    expect((await read(officer, (tx) => personRows(tx, officer, [id])))[0]).toEqual({ ...row, version: 2 })
  })

  it('is told in words what is wrong with a row', async () => {
    const { practice, officer } = await setUp()
    const today = todayFor(officer)
    const refuses = (values: ImportValues, actor = officer) =>
      target.refuses({ name: 'Dana Ellis', ...values }, 'create', { actor, today, before: null })
    expect(refuses({})).toBeNull()
    expect(refuses({ email: 'dana at example' })).toBe('E-mail: Write an address such as dana@example.org.')
    expect(refuses({ name: 'D' })).toBe('Name: Write first and last name.')
    expect(refuses({ startedOn: '2026-02-01', leftOn: '2026-01-31' })).toBe(
      'Left on: Jan 31, 2026 is before the first day, Feb 1, 2026.',
    )
    const itAtA = await practice.actor('it', [practice.siteA])
    expect(refuses({ sites: [practice.siteA] }, itAtA)).toBeNull()
    expect(refuses({ sites: [practice.siteB] }, itAtA)).toBe(
      'Sites: you bring in people of your own sites only.',
    )
    expect(refuses({}, itAtA)).toBe('Sites: you bring in people of your own sites only.')
  })

  it('brings nothing in when two people would share an address', async () => {
    const { officer, add } = await setUp()
    await add({ name: 'Dana Ellis', email: 'dana@example.org' })
    const before = (await listPeople(officer, parseListState(personTable, {}))).total
    expect(
      await create(officer, [{ name: 'Sam Ortiz' }, { name: 'Kim Lee', email: 'DANA@example.org' }]),
    ).toMatchObject({
      code: 'invalid',
      message:
        'Kim Lee: Dana Ellis (P-001) has the address dana@example.org already. Nothing was brought in.',
    })
    expect(
      await create(officer, [
        { name: 'Sam Ortiz', email: 'one@example.org' },
        { name: 'Kim Lee', email: 'one@example.org' },
      ]),
    ).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Sam Ortiz has the same address') as unknown,
    })
    expect((await listPeople(officer, parseListState(personTable, {}))).total).toBe(before)
  })

  it('changes what people sign in with along with their address, and never empties it', async () => {
    const { practice, officer, person } = await setUp()
    const staff = await practice.actor('staff')
    await giveAccount(database.owner, staff)
    valueOf(await update(officer, staff.personId, { email: 'new@example.org' }))
    valueOf(await update(officer, staff.personId, { email: '' }))
    expect(await person(staff.personId)).toMatchObject({ email: 'new@example.org' })
    const { rows } = await database.owner.query(`SELECT email FROM "Account" WHERE "personId" = $1`, [
      staff.personId,
    ])
    expect(rows).toEqual([{ email: 'new@example.org' }])
  })

  it('lets somebody leave who looks after nothing, voiding their invitation; anybody else stays until that is recorded', async () => {
    const { practice, officer, add, person } = await setUp()
    const free = await add({ name: 'Dana Ellis', email: 'dana@example.org' })
    const link = valueOf(await createInvitation(officer, { personId: free }))
    valueOf(await update(officer, free, { leftOn: '2026-01-31' }))
    expect(await person(free)).toMatchObject({ active: false, leftOn: '2026-01-31' })
    const { rows } = await database.owner.query<{ revokedAt: Date | null }>(
      `SELECT "revokedAt" FROM "OneTimeLink" WHERE id = $1`,
      [link.linkId],
    )
    expect(rows[0]?.revokedAt).toBeInstanceOf(Date)
    valueOf(await update(officer, free, { leftOn: null }))
    expect(await person(free)).toMatchObject({ active: true, leftOn: null })

    const staff = await practice.actor('staff')
    valueOf(await update(officer, staff.personId, { leftOn: '2026-01-31' }))
    const stays = await person(staff.personId)
    expect(stays).toMatchObject({ active: true, leftOn: null, version: 2 })
    expect(stays.history.map(({ sentence }) => sentence)).toContain(
      `Noted ${cause} that their last day is Jan 31, 2026; what they look after and their sign-in stay until that is recorded here`,
    )
    const tomorrow = addDays(todayFor(officer), 1)
    const going = await add({ name: 'Sam Ortiz' })
    valueOf(await update(officer, going, { leftOn: tomorrow }))
    expect(await person(going)).toMatchObject({ active: true, leftOn: null })
  })

  it('can be taken back until somebody it added has a sign-in, a role or something to look after', async () => {
    const { practice, officer, add, person } = await setUp()
    const id = await add({ name: 'Dana Ellis', email: 'dana@example.org' })
    valueOf(await retract(officer, [id]))
    expect(await person(id)).toMatchObject({ archived: true, email: '' })
    expect(
      (await listPeople(officer, parseListState(personTable, {}))).rows.map((row) => row.id),
    ).not.toContain(id)
    expect(await read(officer, (tx) => target.keys(tx, officer))).not.toContainEqual(
      expect.objectContaining({ id }) as unknown,
    )
    await add({ name: 'Dana Ellis', email: 'dana@example.org' })
    const staff = await practice.actor('staff')
    expect(await retract(officer, [staff.personId])).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(staff.name) as unknown,
    })
  })

  it('is brought in by those who may, at their sites', async () => {
    const { practice, officer, add } = await setUp()
    const id = await add({ name: 'Dana Ellis', sites: [practice.siteB] })
    for (const role of ['owner', 'site-lead', 'staff', 'auditor'] as const)
      expect(await create(await practice.actor(role), [{ name: 'Mine' }])).toMatchObject({
        code: 'forbidden',
      })
    const itAtA = await practice.actor('it', [practice.siteA])
    expect(await create(itAtA, [{ name: 'Mine' }])).toMatchObject({ code: 'forbidden' })
    valueOf(await update(itAtA, id, { jobTitle: 'Mine' }))
    const stranger = await (await createPractice(database.owner)).actor('officer')
    valueOf(await update(stranger, id, { jobTitle: 'Mine' }))
    expect((await getPerson(officer, id))?.jobTitle).toBe('')
  })
})
