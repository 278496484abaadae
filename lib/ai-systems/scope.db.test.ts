import { describe, expect, it } from 'vitest'
import { parseListState } from '#lib/kernel/table'
import { facts, flowFacts, practiceWithSystem } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { archiveSystem, createSystem, duplicateSystem, editSystem, proposeSystem } from './commands.ts'
import { moveSystem, overrideTier, recordReview } from './decisions.ts'
import { createFlow, editFlow } from './flow-commands.ts'
import { getFlow, listFlows } from './flow-queries.ts'
import { flowTable } from './flow-table.ts'
import { getSystem, listSystems } from './queries.ts'
import { systemTable } from './table.ts'
import { toolsPage } from './tool-queries.ts'

const database = useTestDatabase()
const setUp = () => practiceWithSystem(database.owner)

describe('who sees and does what', () => {
  it('another practice sees nothing and changes nothing', async () => {
    const { officer, id } = await setUp()
    const flow = valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
    const stranger = await (await createPractice(database.owner)).actor('officer')
    expect(await getSystem(stranger, id)).toBeNull()
    expect(await getFlow(stranger, flow.id)).toBeNull()
    expect(await editSystem(stranger, { ...facts, id, version: 2 })).toMatchObject({ code: 'not-found' })
    expect(await createFlow(stranger, { ...flowFacts, systemId: id })).toMatchObject({ code: 'not-found' })
    expect(await editFlow(stranger, { ...flowFacts, id: flow.id, version: 1 })).toMatchObject({
      code: 'not-found',
    })
    expect(await duplicateSystem(stranger, { id })).toMatchObject({ code: 'not-found' })
    expect(await createSystem(stranger, { ...facts, ownerId: officer.personId })).toMatchObject({ ok: false })
    expect((await listSystems(stranger, parseListState(systemTable, {}))).total).toBe(0)
    expect((await listFlows(stranger, parseListState(flowTable, {}))).total).toBe(0)
  })

  it('a site lead sees the systems of their sites and of the whole practice, and edits only those of their sites', async () => {
    const { practice, officer, id } = await setUp()
    const there = valueOf(await createSystem(officer, { ...facts, name: 'There', siteIds: [practice.siteB] }))
    const here = valueOf(await createSystem(officer, { ...facts, name: 'Here', siteIds: [practice.siteA] }))
    const lead = await practice.actor('site-lead', [practice.siteA])
    const { rows } = await listSystems(lead, parseListState(systemTable, {}))
    expect(rows.map((row) => row.name).sort()).toEqual(['Ambient scribe', 'Here'])
    expect(await getSystem(lead, there.id)).toBeNull()
    expect(await editSystem(lead, { ...facts, id, version: 1 })).toMatchObject({ code: 'forbidden' })
    expect(
      await editSystem(lead, {
        ...facts,
        siteIds: [practice.siteA, practice.siteB],
        id: here.id,
        version: 1,
      }),
    ).toMatchObject({ code: 'forbidden' })
    expect(await createSystem(lead, { ...facts, name: 'Nowhere', siteIds: [] })).toMatchObject({
      code: 'invalid',
      fields: { siteIds: 'Tick at least one of the sites you answer for.' },
    })
    valueOf(await editSystem(lead, { ...facts, siteIds: [practice.siteA], id: here.id, version: 1 }))
  })

  it('nobody is led to a record by an address that is no id', async () => {
    const { officer } = await setUp()
    expect(await getSystem(officer, 'new')).toBeNull()
    expect(await getFlow(officer, '../etc')).toBeNull()
  })

  it('staff ask for a tool, see what became of it, and see only approved tools of their site besides', async () => {
    const { practice, officer } = await setUp()
    const staff = await practice.actor('staff', [practice.siteA])
    const asked = valueOf(
      await proposeSystem(staff, { name: 'Chat helper', purpose: 'Draft letters', patientData: 'no' }),
    )
    const tools = () => toolsPage(staff, { words: '', page: 1 })
    expect(await tools()).toMatchObject({ asked: [{ name: 'Chat helper', stage: 'proposed' }], tools: [] })
    valueOf(
      await moveSystem(officer, { id: asked.id, version: 1, to: 'retired', reason: 'We have one already.' }),
    )
    expect((await tools()).asked).toMatchObject([{ stage: 'retired', stageReason: 'We have one already.' }])
    expect(await getSystem(staff, asked.id)).toBeNull()
    expect((await listSystems(staff, parseListState(systemTable, {}))).total).toBe(0)
    for (const command of [createSystem, editSystem, moveSystem, archiveSystem])
      expect(await command(staff, {})).toMatchObject({ code: 'forbidden' })
    const review = { id: asked.id, version: 2, what: 'review', on: '2026-02-01', note: 'Looked at it' }
    expect(await recordReview(staff, review)).toMatchObject({ code: 'not-found' })
  })

  it('an auditor reads everything and changes nothing', async () => {
    const { practice, id } = await setUp()
    const auditor = await practice.actor('auditor')
    expect(await getSystem(auditor, id)).not.toBeNull()
    for (const command of [
      createSystem,
      editSystem,
      proposeSystem,
      moveSystem,
      overrideTier,
      recordReview,
      archiveSystem,
      createFlow,
    ])
      expect(await command(auditor, {})).toMatchObject({ code: 'forbidden' })
  })
})
