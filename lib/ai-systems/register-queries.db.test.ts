import { describe, expect, it } from 'vitest'
import { parseListState } from '#lib/kernel/table'
import { facts, flowFacts, practiceWithSystem } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { archiveSystem, createSystem } from './commands.ts'
import { recordReview } from './decisions.ts'
import { createFlow } from './flow-commands.ts'
import { flowRegisterPage } from './flow-queries.ts'
import { flowTable } from './flow-table.ts'
import { registerPage } from './register-queries.ts'
import { systemTable } from './table.ts'

const database = useTestDatabase()
const stateOf = (params: Record<string, string>) => parseListState(systemTable, params)

describe('the page of the register', () => {
  it('counts what matches among what is there, and says so also when nothing matches', async () => {
    const { officer, id } = await practiceWithSystem(database.owner)
    valueOf(await createSystem(officer, { ...facts, name: 'Coding assistant', category: 'coding-billing' }))
    expect(await registerPage(officer, stateOf({ category: 'coding-billing' }))).toMatchObject({
      total: 1,
      all: 2,
    })
    expect(await registerPage(officer, stateOf({ q: 'nothing like it' }))).toMatchObject({
      total: 0,
      all: 2,
      rows: [],
    })
    valueOf(await archiveSystem(officer, { id, version: 1, reason: 'Entered twice' }))
    expect(await registerPage(officer, stateOf({}))).toMatchObject({ total: 1, all: 1 })
    expect(await registerPage(officer, stateOf({ archived: 'yes' }))).toMatchObject({ total: 1, all: 1 })
  })

  it('stands in the order of words: capitals do not come first, and 2 stands before 10', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    for (const name of ['ZIO', 'iCAD', 'AIDOC', 'Reader 10', 'Reader 2', 'émail helper', 'AccessGUDID'])
      valueOf(await createSystem(officer, { ...facts, name }))
    const { rows } = await registerPage(officer, stateOf({ sort: 'name' }))
    expect(rows.map(({ name }) => name)).toEqual([
      'AccessGUDID',
      'AIDOC',
      'émail helper',
      'iCAD',
      'Reader 2',
      'Reader 10',
      'ZIO',
    ])
  })

  it('names for each row the duty that is due first, until it is done', async () => {
    const { officer, id } = await practiceWithSystem(database.owner)
    const [before] = (await registerPage(officer, stateOf({}))).rows
    expect(before?.nextDuty).toMatchObject({ key: 'first-review' })
    expect(before?.nextDuty?.dueOn).toBe(before?.nextDueOn)
    const on = before?.proposedOn ?? ''
    valueOf(await recordReview(officer, { id, version: 1, what: 'review', on, note: 'Looked at it' }))
    const [after] = (await registerPage(officer, stateOf({}))).rows
    expect(after).toMatchObject({ nextDuty: null, nextDueOn: null })
  })

  it('offers as owners those who own or back something, and the sites that the reader answers for', async () => {
    const { practice, officer, owner } = await practiceWithSystem(database.owner)
    await practice.actor('staff')
    const lead = await practice.actor('site-lead', [practice.siteA])
    const page = await registerPage(officer, stateOf({}))
    expect(page.people.map((choice) => choice.value).sort()).toEqual(
      [officer.personId, owner.personId].sort(),
    )
    expect(page.sites.map((choice) => choice.label)).toEqual(['Downtown', 'Northside'])
    expect((await registerPage(lead, stateOf({}))).sites.map((choice) => choice.value)).toEqual([
      practice.siteA,
    ])
  })

  it('shows another practice nothing of all this', async () => {
    await practiceWithSystem(database.owner)
    const stranger = await (await createPractice(database.owner)).actor('officer')
    expect(await registerPage(stranger, stateOf({}))).toMatchObject({
      rows: [],
      total: 0,
      all: 0,
      people: [],
    })
  })
})

describe('the page of all patient data flows', () => {
  it('counts what matches among what is there', async () => {
    const { officer, id } = await practiceWithSystem(database.owner)
    valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
    const page = (params: Record<string, string>) =>
      flowRegisterPage(officer, parseListState(flowTable, params))
    expect(await page({})).toMatchObject({ total: 1, all: 1 })
    expect(await page({ trainsModel: 'yes' })).toMatchObject({ total: 0, all: 1 })
  })
})
