import { describe, expect, it } from 'vitest'
import { keepGate } from '#lib/flows/phi-gate'
import { coverAcme } from '#lib/testing/agreements'
import { facts, flowFacts } from '#lib/testing/ai-systems'
import { importDriver } from '#lib/testing/imports'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { createSystem, duplicateSystem, proposeSystem } from './commands.ts'
import { createFlow } from './flow-commands.ts'
import { systemRecord } from './record.ts'
import { askedTools, toolsPage, toolsPerPage } from './tool-queries.ts'

const database = useTestDatabase()
const driver = importDriver(defineImportCommands(systemRecord), () => database.owner)
const everything = { words: '', page: 1 }

describe('the tools that staff see', () => {
  it('does not let patient data into what a spreadsheet called in use, and says so of what was approved here', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const staff = await practice.actor('staff')
    const { id } = valueOf(await createSystem(officer, { ...facts, name: 'Scribe' }))
    valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
    await driver.bringIn(
      officer,
      'Name,Stage,PHI,Approved on,Purpose\r\nA bot,In use,yes,1/1/2020,\r\nB bot,Approved,no,,Letters',
    )
    await database.owner.query(
      `UPDATE "AiSystem" SET stage = 'in-use', "approvedOn" = current_date, "stageReason" = 'Agreed' WHERE id = $1`,
      [id],
    )
    const { tools: uncovered } = await toolsPage(staff, everything)
    expect(uncovered[0]).toMatchObject({ name: 'Scribe', use: 'ask' })
    await coverAcme(officer)
    await keepGate(practice.id)
    const { tools, total, all } = await toolsPage(staff, everything)
    expect(tools.map(({ name, use }) => [name, use])).toEqual([
      ['Scribe', 'patient-data'],
      ['A bot', 'unchecked'],
      ['B bot', 'unchecked'],
    ])
    expect([total, all]).toEqual([3, 3])
    const found = await toolsPage(staff, { words: ' LETTERS b', page: 1 })
    expect(found).toMatchObject({ total: 1, all: 3 })
    expect(found.tools.map(({ name }) => name)).toEqual(['B bot'])
  })

  it('comes in pages that show each tool once, approved ones first', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const rows = Array.from(
      { length: toolsPerPage + 10 },
      (_, at) => `Bot ${String(at).padStart(3, '0')},In use`,
    )
    await driver.bringIn(officer, ['Name,Stage', ...rows].join('\r\n'))
    await database.owner.query(
      `UPDATE "AiSystem" SET "stageReason" = 'Agreed' WHERE "practiceId" = $1 AND name LIKE 'Bot 02%'`,
      [practice.id],
    )
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map((page) => toolsPage(officer, { words: '', page })),
    )
    expect(first?.tools).toHaveLength(toolsPerPage)
    expect(first?.tools.slice(0, 10).every(({ name }) => name.startsWith('Bot 02'))).toBe(true)
    const names = [...(first?.tools ?? []), ...(second?.tools ?? [])].map(({ name }) => name)
    expect(new Set(names).size).toBe(toolsPerPage + 10)
    expect(third?.tools).toEqual([])
  })

  it('counts as asked for only what somebody asked for', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const { id } = valueOf(await createSystem(officer, facts))
    valueOf(await duplicateSystem(officer, { id }))
    valueOf(await proposeSystem(officer, { name: 'Letters', purpose: 'Drafts letters', patientData: 'no' }))
    const { asked } = await toolsPage(officer, everything)
    expect(asked).toMatchObject([{ name: 'Letters', purpose: 'Drafts letters', patientData: 'no' }])
    expect((await toolsPage(officer, { words: 'letters', page: 1 })).asked).toEqual([])
    expect(await askedTools(officer, 1)).toEqual(asked)
  })
})
