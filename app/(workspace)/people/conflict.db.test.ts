import { describe, expect, it } from 'vitest'
import { formObject } from '#lib/base/form-data'
import type { Answers } from '#lib/base/merge-answers'
import type { Actor } from '#lib/kernel/access'
import { createPerson, editPerson } from '#lib/people/commands'
import { getPerson } from '#lib/people/detail-queries'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { personValues, refusedChange } from './conflict.ts'

const database = useTestDatabase()

async function setUp() {
  const practice = await createPractice(database.owner)
  const mine = await practice.actor('officer')
  const other = await practice.actor('it')
  const facts = {
    name: 'Dana Ellis',
    email: '',
    jobTitle: 'Nurse',
    staffNumber: '7',
    startedOn: '',
    siteIds: [practice.siteA],
  }
  const { id } = valueOf(await createPerson(mine, facts))
  const version = await versionOf(mine, id)
  const opened = { ...(await answersOf(mine, id)) }
  return { practice, mine, other, facts, id, version, opened }
}

async function personOf(actor: Actor, id: string) {
  const person = await getPerson(actor, id)
  if (!person) throw new Error('the person is not there')
  return person
}
const versionOf = async (actor: Actor, id: string) => (await personOf(actor, id)).version
const answersOf = async (actor: Actor, id: string) => personValues(await personOf(actor, id))

/** What a browser sends for these answers. */
function formOf(id: string, version: number, answers: Answers, opened: Answers | null): FormData {
  const form = new FormData()
  form.set('id', id)
  form.set('version', String(version))
  if (opened) form.set('$opened', JSON.stringify(opened))
  for (const [name, values] of Object.entries(answers)) for (const value of values) form.append(name, value)
  form.append('siteIds[]', '')
  return form
}

async function save(actor: Actor, form: FormData) {
  const result = await editPerson(actor, formObject(form))
  return result.ok ? null : await refusedChange(actor, result, form)
}

describe('two people who edit the same person', () => {
  it('both keep what they changed: the second try saves mine and leaves theirs', async () => {
    const { practice, mine, other, facts, id, version, opened } = await setUp()
    const theirs = { ...facts, jobTitle: 'Nurse lead', siteIds: [practice.siteB] }
    valueOf(await editPerson(other, { ...theirs, id, version }))

    const entered = { ...opened, staffNumber: ['8'] }
    const state = await save(mine, formOf(id, version, entered, opened))
    expect(state).toMatchObject({ version: version + 1, merged: { clashes: [] }, fields: {} })
    expect(state?.message).toContain(`${other.name} changed this person while you had it open`)
    expect(state?.message).toContain('Saving keeps theirs and adds yours.')

    const { id: _, version: __, ...again } = state?.values ?? {}
    expect(await save(mine, formOf(id, state?.version ?? 0, again, state?.merged?.opened ?? null))).toBeNull()
    expect(await personOf(mine, id)).toMatchObject({
      jobTitle: 'Nurse lead',
      staffNumber: '8',
      sites: [{ id: practice.siteB }],
    })
  })

  it('are asked only about what both changed, with both answers in sight', async () => {
    const { mine, other, facts, id, version, opened } = await setUp()
    valueOf(await editPerson(other, { ...facts, jobTitle: 'Lead', staffNumber: '9', id, version }))
    const state = await save(mine, formOf(id, version, { ...opened, jobTitle: ['Manager'] }, opened))
    expect(state?.merged?.clashes).toEqual(['jobTitle'])
    expect(state?.values).toMatchObject({ jobTitle: ['Manager'], staffNumber: ['9'] })
    expect(Object.keys(state?.fields ?? {})).toEqual(['jobTitle'])
    expect(state?.fields?.jobTitle).toContain('They saved “Lead”.')
    expect(state?.message).toContain('You both changed “Job title”')
  })

  it('without script every difference is marked, since nobody can tell who changed what', async () => {
    const { mine, other, facts, id, version, opened } = await setUp()
    valueOf(await editPerson(other, { ...facts, jobTitle: 'Lead', id, version }))
    const state = await save(mine, formOf(id, version, { ...opened, staffNumber: ['8'] }, null))
    expect(state?.merged?.clashes).toEqual(['jobTitle', 'staffNumber'])
    expect(state?.values).toMatchObject({ jobTitle: ['Nurse'], staffNumber: ['8'] })
  })

  it('keep their place when the try after a conflict is refused for another reason', async () => {
    const { mine, id, version, opened } = await setUp()
    const state = await save(mine, formOf(id, version, { ...opened, name: [''] }, opened))
    expect(state).toMatchObject({ version, fields: { name: 'Write first and last name.' } })
  })
})
