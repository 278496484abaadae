import { describe, expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { safeguards } from '#lib/ai-systems/safeguards'
import type { Actor } from '#lib/kernel/access'
import { facts, flowFacts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { overviewDetail } from './detail.ts'

const database = useTestDatabase()

describe('AI systems', () => {
  const set = (id: string, values: string) =>
    database.owner.query(`UPDATE "AiSystem" SET ${values} WHERE id = $1`, [id])

  async function system(by: Actor, over: Record<string, unknown> = {}, values?: string): Promise<string> {
    const { id } = valueOf(await createSystem(by, { ...facts, ...over }))
    if (values) await set(id, values)
    return id
  }

  const allMet = Object.fromEntries(safeguards.map(({ key }) => [key, { state: 'met', note: 'yes' }]))
  const { mfa: _unasked, ...allButMfa } = allMet

  it('are counted by stage and tier without archived ones', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    await system(officer, {}, "stage = 'in-use', tier = 'high'")
    await system(officer, {}, "stage = 'in-use', tier = 'low'")
    await system(officer, {}, "stage = 'retired', tier = 'low'")
    await system(officer, {}, 'stage = \'in-use\', "archivedAt" = now()')
    const { systems } = await overviewDetail(officer)
    expect([systems.all, systems.current]).toEqual([3, 2])
    expect(systems.byStage['in-use']).toEqual({ high: 1, moderate: 0, low: 1 })
    expect(systems.byStage.retired).toEqual({ high: 0, moderate: 0, low: 1 })
  })

  it('in use lack an owner, an answer about patient data, or a safeguard; unknown is a gap', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const whole = { safeguards: allMet, ownerId: officer.personId, patientData: 'no' }
    await system(officer, whole, "stage = 'in-use'")
    await system(officer, { ...whole, ownerId: '' }, "stage = 'in-use'")
    await system(officer, { ...whole, patientData: 'unknown' }, "stage = 'in-use'")
    await system(
      officer,
      { ...whole, safeguards: { ...allMet, mfa: { state: 'not-met', note: '' } } },
      "stage = 'in-use'",
    )
    await system(officer, { ...whole, safeguards: allButMfa }, "stage = 'in-use'")
    await system(
      officer,
      { ...whole, safeguards: { ...allMet, mfa: { state: 'not-applicable', note: 'Has no sign-in' } } },
      "stage = 'in-use'",
    )
    await system(officer, { ...facts, ownerId: '' })
    expect((await overviewDetail(officer)).systems.inUse).toEqual({
      all: 6,
      withoutOwner: 1,
      dataUnknown: 1,
      lacksSafeguard: 2,
    })
  })

  it('take identifiable data when any flow that is not archived does', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const withFlow = async (flow: Record<string, unknown>, values?: string) => {
      const id = await system(officer, {}, values)
      return valueOf(await createFlow(officer, { ...flowFacts, ...flow, systemId: id }))
    }
    await withFlow({})
    await withFlow({ deidentification: 'pseudonymised' })
    await withFlow({ deidentification: 'safe-harbor', identifiers: [] })
    await withFlow({}, "stage = 'retired'")
    const archived = await withFlow({})
    await database.owner.query('UPDATE "PhiFlow" SET "archivedAt" = now() WHERE id = $1', [archived.id])
    await system(officer, { patientData: 'no' })
    await system(officer, { patientData: 'unknown' })
    expect((await overviewDetail(officer)).systems.data).toEqual({
      identifiable: 2,
      other: 2,
      none: 1,
      unknown: 1,
    })
  })

  it('of other sites are not counted for a site lead', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    await system(officer, { siteIds: [practice.siteA] })
    await system(officer, { siteIds: [practice.siteB] })
    await system(officer)
    const lead = await practice.actor('site-lead', [practice.siteA])
    expect((await overviewDetail(lead)).systems.all).toBe(2)
  })
})
