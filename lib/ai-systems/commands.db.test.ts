import { describe, expect, it } from 'vitest'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { coverAcme } from '#lib/testing/agreements'
import { detail, facts, flowFacts, practiceWithSystem } from '#lib/testing/ai-systems'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { archiveSystem, createSystem, duplicateSystem, editSystem, restoreSystem } from './commands.ts'
import { moveSystem, overrideTier, recordReview } from './decisions.ts'
import { archiveFlow, createFlow, editFlow } from './flow-commands.ts'
import { getFlow } from './flow-queries.ts'
import { listSystems } from './queries.ts'
import { systemTable } from './table.ts'

const database = useTestDatabase()
const setUp = () => practiceWithSystem(database.owner)

describe('an AI system', () => {
  it('begins as proposed, with a reference, a tier with reasons, and a first review due in 30 days', async () => {
    const { officer, id } = await setUp()
    const system = await detail(officer, id)
    expect(system).toMatchObject({
      ref: 'AI-001',
      stage: 'proposed',
      tier: 'moderate',
      proposedOn: todayFor(officer),
    })
    expect(system.duties).toMatchObject([{ key: 'first-review' }])
    expect(system.nextDueOn).toBe(system.duties[0]?.dueOn)
    expect(system.history).toMatchObject([{ sentence: 'Added AI-001 Ambient scribe to the register' }])
  })

  it('goes from proposal to use only when everything asked for is there, each step in the history with its reason', async () => {
    const { officer, id, version } = await setUp()
    const move = async (to: string) =>
      moveSystem(officer, { id, version: await version(), to, reason: `because ${to}` })
    valueOf(await move('in-review'))
    expect(await move('approved')).toMatchObject({
      ok: false,
      code: 'invalid',
      message: expect.stringContaining('a review, written down') as string,
    })
    valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
    valueOf(
      await recordReview(officer, {
        id,
        version: await version(),
        what: 'review',
        on: todayFor(officer),
        note: 'Looks right.',
      }),
    )
    expect(await move('approved')).toMatchObject({
      message: expect.stringContaining('“Acme” is not linked to a vendor of the register') as string,
    })
    await coverAcme(officer)
    valueOf(await move('approved'))
    expect(await move('proposed')).toMatchObject({ ok: false, code: 'conflict' })
    valueOf(await move('in-use'))
    const system = await detail(officer, id)
    expect(system).toMatchObject({
      stage: 'in-use',
      stageReason: 'because in-use',
      patientData: 'yes',
      approvedOn: todayFor(officer),
    })
    expect(system.duties.map((duty) => duty.key).sort()).toEqual([
      'data-review',
      'log-review',
      'yearly-review',
    ])
    expect(system.history[0]).toMatchObject({
      sentence: 'Moved it from approved to in use',
      reason: 'because in-use',
    })
    const done = await read(officer, (tx) =>
      tx.obligation.findMany({ where: { recordId: id, state: 'done' } }),
    )
    expect(done).toMatchObject([{ key: 'first-review', closedByName: officer.name }])
  })

  it('tells what an edit changed, in words', async () => {
    const { officer, owner, practice, id } = await setUp()
    const changed = {
      ...facts,
      name: 'Scribe',
      ownerId: owner.personId,
      siteIds: [practice.siteB],
      safeguards: { mfa: { state: 'met', note: '' } },
    }
    valueOf(await editSystem(officer, { ...changed, id, version: 1 }))
    const [latest] = (await detail(officer, id)).history
    expect(latest?.sentence).toBe(
      `Changed name from “Ambient scribe” to “Scribe”; changed owner from “${officer.name}” to “${owner.name}”; set sites to “Northside”; cleared backup (was “${owner.name}”); changed safeguard: Second factor at sign-in from “Not known yet” to “Met”`,
    )
    const [duty] = await read(officer, (tx) => tx.obligation.findMany({ where: { recordId: id } }))
    expect(duty).toMatchObject({
      recordLabel: 'AI-001 Scribe',
      ownerId: owner.personId,
      backupId: null,
      siteIds: [practice.siteB],
    })
  })

  it('does not let a stale edit overwrite a newer one, and says whose that was', async () => {
    const { officer, owner, id } = await setUp()
    valueOf(await overrideTier(officer, { id, version: 1, tier: 'high', reason: 'New and untried.' }))
    const late = await editSystem(officer, { ...facts, id, version: 1, ownerId: owner.personId })
    expect(late).toMatchObject({
      ok: false,
      code: 'conflict',
      message: expect.stringContaining(`${officer.name} changed this`) as string,
    })
    expect(await detail(officer, id)).toMatchObject({
      tier: 'high',
      tierComputed: 'moderate',
      ownerName: officer.name,
    })
  })

  it('lets exactly one of two simultaneous edits through', async () => {
    const { officer, id } = await setUp()
    const edits = await Promise.all(
      ['A', 'B', 'C'].map((name) => editSystem(officer, { ...facts, name, id, version: 1 })),
    )
    expect(edits.filter((edit) => edit.ok)).toHaveLength(1)
    expect((await detail(officer, id)).version).toBe(2)
  })

  it('loses its duties in the archive and gets them back with it', async () => {
    const { officer, id, version } = await setUp()
    valueOf(await archiveSystem(officer, { id, version: 1, reason: 'Entered twice.' }))
    expect((await detail(officer, id)).duties).toEqual([])
    expect((await listSystems(officer, parseListState(systemTable, {}))).total).toBe(0)
    expect((await listSystems(officer, parseListState(systemTable, { archived: 'yes' }))).total).toBe(1)
    expect(await editSystem(officer, { ...facts, id, version: await version() })).toMatchObject({
      code: 'conflict',
    })
    valueOf(await restoreSystem(officer, { id, version: await version() }))
    expect((await detail(officer, id)).duties).toHaveLength(1)
  })

  it('is copied with its safeguards, as a proposal of its own', async () => {
    const { officer, id } = await setUp()
    const copy = await detail(officer, valueOf(await duplicateSystem(officer, { id })).id)
    expect(copy).toMatchObject({
      ref: 'AI-002',
      name: 'Ambient scribe (copy)',
      stage: 'proposed',
      vendorName: 'Acme',
    })
    expect(copy.safeguards).toHaveLength(2)
  })

  it('takes a review neither from the future nor from before the last one', async () => {
    const { officer, id, version } = await setUp()
    const review = async (on: string) =>
      recordReview(officer, { id, version: await version(), what: 'review', on, note: 'Fine.' })
    expect(await review('2199-01-01')).toMatchObject({
      code: 'invalid',
      fields: { on: 'This day has not come yet.' },
    })
    valueOf(await review(todayFor(officer)))
    expect(await review('2020-01-01')).toMatchObject({ code: 'invalid' })
  })
})

describe('a patient data flow', () => {
  it('changes the tier and the duties of its system', async () => {
    const { officer, id, version } = await setUp()
    const flow = valueOf(await createFlow(officer, { ...flowFacts, trainsModel: 'yes', systemId: id }))
    expect((await detail(officer, id)).tier).toBe('high')
    valueOf(await editFlow(officer, { ...flowFacts, id: flow.id, version: 1 }))
    expect((await detail(officer, id)).tier).toBe('moderate')
    const seen = await getFlow(officer, flow.id)
    expect(seen?.history[0]?.sentence).toBe('Changed used to train from “Yes” to “No”')
    valueOf(await archiveFlow(officer, { id: flow.id, version: 2, reason: 'Switched off.' }))
    expect(await detail(officer, id)).toMatchObject({ flows: [] })
    expect(await version()).toBeGreaterThan(1)
  })

  it('is not called Safe Harbor while it names an identifier', async () => {
    const { officer, id } = await setUp()
    const result = await createFlow(officer, { ...flowFacts, deidentification: 'safe-harbor', systemId: id })
    expect(result).toMatchObject({
      code: 'invalid',
      fields: { deidentification: expect.stringContaining('18 identifiers') as string },
    })
  })
})

describe('the list', () => {
  it('filters by what is due today, by owner and by nobody', async () => {
    const { officer } = await setUp()
    valueOf(await createSystem(officer, { ...facts, name: 'Unowned' }))
    const names = async (params: Record<string, string>) =>
      (await listSystems(officer, parseListState(systemTable, params))).rows.map((row) => row.name)
    expect(await names({ owner: 'me' })).toEqual(['Ambient scribe'])
    expect(await names({ owner: 'none' })).toEqual(['Unowned'])
    expect(await names({ nextDue: 'due-soon' })).toEqual(['Ambient scribe', 'Unowned'])
    expect(await names({ nextDue: 'overdue' })).toEqual([])
    expect(await names({ q: 'UNOWN' })).toEqual(['Unowned'])
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ sort: '-name' })).toEqual(['Unowned', 'Ambient scribe'])
  })
})
