import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { detail, facts } from '#lib/testing/ai-systems'
import { importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { createSystem } from './commands.ts'
import { flowRecord } from './flow-record.ts'

const database = useTestDatabase()
const imports = defineImportCommands(flowRecord)
const driver = importDriver(imports, () => database.owner)

let practice: TestPractice
let officer: Actor
let scribe: string

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  const add = async (name: string) => valueOf(await createSystem(officer, { ...facts, name })).id
  scribe = await add('Scribe')
  await add('Twin')
  await add('Twin')
})

const header = 'AI system,Purpose,Identifiers,Where it goes,Used to train'

describe('bringing patient data flows in', () => {
  it('describes what goes into a system, which changes its tier and duties, and takes that back', async () => {
    const before = await detail(officer, scribe)
    expect([before.patientData, before.tier]).toEqual(['unknown', 'moderate'])
    const { id } = await driver.bringIn(
      officer,
      [
        header,
        'AI-001,Write notes,"Names; Fingerprints, voice prints and other biometrics",Acme cloud,No',
      ].join('\n'),
      { columns: { system: 0, purpose: 1 } },
    )
    const after = await detail(officer, scribe)
    expect(after).toMatchObject({ patientData: 'yes', version: before.version + 1 })
    expect(after.flows).toMatchObject([{ ref: 'FLOW-001', purpose: 'Write notes', identifiers: [] }])

    valueOf(await imports.undo(officer, { id }))
    const undone = await detail(officer, scribe)
    expect(undone).toMatchObject({ patientData: 'unknown', tier: 'moderate', flows: [] })
  })

  it('raises the tier of a system that is trained with identifiable data', async () => {
    await driver.bringIn(officer, [header, 'Scribe,Write notes,Names,Acme cloud,Yes'].join('\n'))
    const after = await detail(officer, scribe)
    expect(after.tier).toBe('high')
    expect(after.flows[0]).toMatchObject({
      identifiers: ['A'],
      destination: 'Acme cloud',
      trainsModel: 'yes',
    })
  })

  it('changes a flow that is there, finds it by system and purpose, and puts it back', async () => {
    await driver.bringIn(officer, [header, 'AI-001,Write notes,Names,Acme cloud,No'].join('\n'))
    const { id, rows } = await driver.bringIn(
      officer,
      [header, 'scribe,write  NOTES,Names; Phone numbers,Acme cloud,No'].join('\n'),
    )
    expect(rows).toMatchObject([{ action: 'update', reason: 'Changes purpose and identifiers.' }])
    expect((await detail(officer, scribe)).flows[0]).toMatchObject({ identifiers: ['A', 'D'], version: 2 })
    valueOf(await imports.undo(officer, { id }))
    expect((await detail(officer, scribe)).flows[0]).toMatchObject({
      purpose: 'Write notes',
      identifiers: ['A'],
      version: 3,
    })
  })

  it('says which system it cannot find or tell apart, and what contradicts itself', async () => {
    const { rows } = await driver.check(
      officer,
      [
        `${header},De-identification`,
        'Nothing,Write notes,,,,',
        'Twin,Write notes,,,,',
        ',Write notes,,,,',
        'AI-001,Count visits,Names,,,Safe Harbor',
      ].join('\n'),
    )
    expect(rows.map(({ reason }) => reason)).toEqual([
      'AI system: There is no AI system “Nothing”. Bring in the systems first.',
      'AI system: 2 AI systems are called “Twin”. Write its reference (AI-002, AI-003).',
      'AI system is missing.',
      'De-identification: Safe Harbor means that none of the 18 identifiers is left. Take them off, or choose another method.',
    ])
  })

  it('keeps out what is meant for a system of another site', async () => {
    await database.owner.query(
      `INSERT INTO "AiSystemSite" ("practiceId", "systemId", "siteId") VALUES ($1, $2, $3)`,
      [practice.id, scribe, practice.siteB],
    )
    const local = await practice.actor('officer', [practice.siteA])
    const { rows } = await driver.check(local, [header, 'AI-001,Write notes,,,'].join('\n'))
    expect(rows.map(({ reason }) => reason)).toEqual([
      'AI system: There is no AI system “AI-001”. Bring in the systems first.',
    ])
  })
})
