import { describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { read } from '#lib/platform/db'
import { giveAccount, sentences } from '#lib/testing/accounts'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { createPerson, editPerson } from './commands.ts'
import { getPerson } from './detail-queries.ts'
import { directoryLookups, personChoices, siteOptions } from './directory.ts'
import { alsoTakenEmail } from './emails.ts'
import { listPeople, peopleForFile } from './queries.ts'
import { directoryPage } from './register-queries.ts'
import { personTable } from './table.ts'

const database = useTestDatabase()

const facts = {
  name: 'Dana Ellis',
  email: 'Dana@Example.org',
  jobTitle: 'Nurse',
  staffNumber: '',
  startedOn: '2024-05-01',
  siteIds: [] as string[],
}

async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const add = async (change: Partial<typeof facts> = {}) =>
    valueOf(await createPerson(officer, { ...facts, email: '', ...change })).id
  return { practice, officer, add }
}

async function person(actor: Actor, id: string) {
  const found = await getPerson(actor, id)
  if (!found) throw new Error('not visible')
  return found
}

const offered = async (actor: Actor, named: Parameters<typeof personChoices>[1] = {}) =>
  (await personChoices(actor, named)).people.map(({ label }) => label)

const names = async (actor: Actor, params: Record<string, string> = {}) =>
  (await listPeople(actor, parseListState(personTable, params))).rows.map(({ name }) => name)

describe('a person', () => {
  it('whose form is refused hears of a taken address in the same round', async () => {
    const { officer, add } = await setUp()
    const id = await add({ email: 'taken@example.org' })
    const input = { ...facts, name: '', email: ' Taken@example.org' }
    const refused = await createPerson(officer, input)
    if (refused.ok) throw new Error('not refused')
    expect((await alsoTakenEmail(officer, refused, input)).fields).toEqual({
      name: 'Write first and last name.',
      email: 'Dana Ellis (P-001) has the address taken@example.org already.',
    })
    expect((await alsoTakenEmail(officer, refused, { ...input, id })).fields).toEqual(refused.fields)
  })

  it('gets a reference, an address in lower case, and a history in sentences', async () => {
    const { practice, officer } = await setUp()
    const { id, ref } = valueOf(await createPerson(officer, { ...facts, siteIds: [practice.siteA] }))
    expect(ref).toBe('P-001')
    expect(await person(officer, id)).toMatchObject({
      name: 'Dana Ellis',
      email: 'dana@example.org',
      active: true,
      signIn: 'never',
      sites: [{ id: practice.siteA, name: 'Downtown' }],
      history: [{ sentence: 'Added P-001 Dana Ellis to the directory' }],
    })
    valueOf(
      await editPerson(officer, {
        ...facts,
        id,
        version: 1,
        jobTitle: 'Head nurse',
        siteIds: [practice.siteB],
      }),
    )
    const after = await person(officer, id)
    expect(after).toMatchObject({ jobTitle: 'Head nurse', version: 2, sites: [{ name: 'Northside' }] })
    expect(after.history[0]?.sentence).toBe(
      'Changed job title from “Nurse” to “Head nurse”; changed sites from “Downtown” to “Northside”',
    )
  })

  it('is not overwritten by somebody who saw an older version', async () => {
    const { officer, add } = await setUp()
    const id = await add()
    const edit = (jobTitle: string) => editPerson(officer, { ...facts, email: '', id, version: 1, jobTitle })
    const results = await Promise.all([edit('First'), edit('Second')])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`${officer.name} changed this while you had it open`) as unknown,
    })
  })

  it('has an address of their own, or none', async () => {
    const { officer, add } = await setUp()
    await add({ email: 'dana@example.org' })
    await add({ name: 'Sam Ortiz' })
    const second = await add({ name: 'Kim Lee' })
    expect(await createPerson(officer, { ...facts, name: 'Other' })).toMatchObject({
      code: 'invalid',
      fields: { email: 'Dana Ellis (P-001) has the address dana@example.org already.' },
    })
    expect(await editPerson(officer, { ...facts, id: second, version: 1 })).toMatchObject({
      code: 'invalid',
      fields: { email: expect.stringContaining('Dana Ellis') as unknown },
    })
    expect(await createPerson(officer, { ...facts, email: 'not an address' })).toMatchObject({
      fields: { email: 'Write an address such as dana@example.org.' },
    })
  })

  it('refuses sites that are closed or another practice’s, and fields that do not exist', async () => {
    const { practice, officer } = await setUp()
    const other = await createPractice(database.owner)
    await database.owner.query(`UPDATE "Site" SET "archivedAt" = now() WHERE id = $1`, [practice.siteB])
    for (const site of [other.siteA, practice.siteB])
      expect(await createPerson(officer, { ...facts, siteIds: [site] })).toMatchObject({
        code: 'invalid',
        fields: { siteIds: 'Choose from the list.' },
      })
    expect(await createPerson(officer, { ...facts, active: false })).toMatchObject({ code: 'invalid' })
  })

  it('signs in with a changed address, which only somebody with the same rights may change', async () => {
    const { practice, officer } = await setUp()
    const other = await practice.actor('officer', [practice.siteA])
    await giveAccount(database.owner, other)
    const edit = (by: Actor, email: string) =>
      editPerson(by, {
        ...facts,
        name: other.name,
        id: other.personId,
        version: 1,
        email,
        siteIds: [practice.siteA],
      })
    for (const by of [await practice.actor('site-lead', [practice.siteA]), await practice.actor('it')])
      expect(await edit(by, 'mine@example.org')).toMatchObject({
        code: 'invalid',
        fields: { email: expect.stringContaining('They sign in with this address') as unknown },
      })
    expect(await edit(officer, '')).toMatchObject({
      fields: { email: expect.stringContaining('cannot be empty') as unknown },
    })

    const elsewhere = await (await createPractice(database.owner)).actor('staff')
    await giveAccount(database.owner, elsewhere)
    expect(await edit(officer, elsewhere.email)).toMatchObject({
      fields: { email: 'Somebody signs in with this address already.' },
    })

    valueOf(await edit(officer, 'New@Example.org'))
    const { rows } = await database.owner.query(`SELECT email FROM "Account" WHERE "personId" = $1`, [
      other.personId,
    ])
    expect(rows).toEqual([{ email: 'new@example.org' }])
  })
})

describe('who sees and does what', () => {
  it('another practice sees nobody and changes nobody', async () => {
    const { add, officer } = await setUp()
    const id = await add()
    const stranger = await (await createPractice(database.owner)).actor('officer')
    expect(await getPerson(stranger, id)).toBeNull()
    expect(await names(stranger, { q: 'Dana' })).toEqual([])
    expect(await editPerson(stranger, { ...facts, email: '', id, version: 1 })).toMatchObject({
      code: 'not-found',
    })
    expect((await person(officer, id)).version).toBe(1)
    expect(await offered(stranger, { stored: [id] })).toEqual([stranger.name])
  })

  it('a site lead sees the people of their sites and of the whole practice, and edits only those of their sites', async () => {
    const { practice, add } = await setUp()
    const here = await add({ name: 'Here', siteIds: [practice.siteA] })
    const both = await add({ name: 'Both', siteIds: [practice.siteA, practice.siteB] })
    const there = await add({ name: 'There', siteIds: [practice.siteB] })
    const nowhere = await add({ name: 'Whole practice' })
    const lead = await practice.actor('site-lead', [practice.siteA])
    expect(await names(lead)).toEqual(expect.arrayContaining(['Here', 'Both', 'Whole practice', lead.name]))
    expect(await names(lead)).not.toContain('There')
    expect(await getPerson(lead, there)).toBeNull()
    expect(await offered(lead)).not.toContain('There')
    expect(await offered(lead, { stored: [there] })).toContain('There')
    expect(await offered(lead, { entered: [there] })).not.toContain('There')
    expect(await directoryPage(lead, parseListState(personTable, {}))).toMatchObject({
      working: (await names(lead)).length,
      left: 0,
      sites: [{ label: 'Downtown' }],
    })

    const edit = (id: string, siteIds: string[], name = 'Renamed') =>
      editPerson(lead, { ...facts, email: '', id, version: 1, name, siteIds })
    expect(await edit(there, [practice.siteB])).toMatchObject({ code: 'not-found' })
    expect(await edit(both, [practice.siteA])).toMatchObject({ code: 'forbidden' })
    expect(await edit(nowhere, [practice.siteA])).toMatchObject({ code: 'forbidden' })
    expect(await edit(here, [practice.siteA, practice.siteB])).toMatchObject({ code: 'forbidden' })
    valueOf(await edit(here, [practice.siteA]))
    expect(await createPerson(lead, { ...facts, email: '' })).toMatchObject({ code: 'forbidden' })
    valueOf(await createPerson(lead, { ...facts, email: '', siteIds: [practice.siteA] }))
    expect(await siteOptions(lead, { at: 'person.edit' })).toEqual([
      { value: practice.siteA, label: 'Downtown' },
    ])
  })

  it('staff see nobody, and an auditor changes nobody', async () => {
    const { practice, add } = await setUp()
    const id = await add()
    const [staff, auditor] = [await practice.actor('staff'), await practice.actor('auditor')]
    expect(await getPerson(staff, id)).toBeNull()
    expect(await names(staff)).toEqual([])
    expect(await offered(staff)).toEqual([])
    expect(await names(auditor)).toContain('Dana Ellis')
    expect(await editPerson(auditor, { ...facts, id, version: 1 })).toMatchObject({ code: 'forbidden' })
    expect(await sentences(database.owner, practice.id)).toHaveLength(1)
  })
})

describe('the list', () => {
  it('shows who works here unless it is asked for those who left, filters, searches and sorts', async () => {
    const { practice, officer, add } = await setUp()
    await add({ name: 'Ana', jobTitle: 'Biller', siteIds: [practice.siteA] })
    await add({ name: 'Bo', jobTitle: 'Nurse_1', email: 'bo@example.org' })
    const left = await add({ name: 'Cy' })
    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-01-31' WHERE id = $1`, [
      left,
    ])
    expect(await names(officer)).toEqual(['Ana', 'Bo', officer.name])
    expect(await names(officer, { standing: 'left' })).toEqual(['Cy'])
    expect(await names(officer, { standing: 'works,left', sort: '-name' })).toEqual([
      officer.name,
      'Cy',
      'Bo',
      'Ana',
    ])
    expect(await names(officer, { sites: practice.siteA, q: 'bill' })).toEqual(['Ana'])
    expect(await names(officer, { q: 'E_1' })).toEqual(['Bo'])
    expect(await names(officer, { q: 'EX_MPLE' })).toEqual([])
    expect(await names(officer, { roles: 'officer' })).toEqual([officer.name])
    expect(await names(officer, { signIn: 'yes' })).toEqual([])
    await giveAccount(database.owner, officer)
    expect(await names(officer, { signIn: 'yes' })).toEqual([officer.name])
    expect(await directoryPage(officer, parseListState(personTable, { standing: 'left' }))).toMatchObject({
      total: 1,
      all: 4,
      working: 3,
      left: 1,
    })
    const file = await peopleForFile(officer, parseListState(personTable, { standing: 'works,left' }), 1, 2)
    expect(file.map(({ name }) => name)).toEqual(['Bo', 'Cy'])
  })

  it('tells two of the same name apart where one is chosen', async () => {
    const { officer, add } = await setUp()
    await add({ name: 'Sam Ortiz', jobTitle: 'Nurse' })
    await add({ name: 'Sam Ortiz', jobTitle: '' })
    expect(await offered(officer)).toEqual([officer.name, 'Sam Ortiz (Nurse, P-001)', 'Sam Ortiz (P-002)'])
  })

  it('looks people and sites up for spreadsheets within the scope of whoever imports', async () => {
    const { practice, add } = await setUp()
    const there = await add({ name: 'There Only', siteIds: [practice.siteB] })
    const officer = await practice.actor('officer')
    const lead = await practice.actor('site-lead', [practice.siteA])
    const lookup = (actor: Actor) => read(actor, (tx) => directoryLookups(tx, actor))
    expect((await lookup(officer)).person?.('only, there')).toEqual({ id: there })
    expect((await lookup(lead)).person?.('only, there')).toHaveProperty('problem')
    expect((await lookup(lead)).site?.('northside')).toEqual({ id: practice.siteB })
  })
})
