import { expect, it } from 'vitest'
import { createSystem, editSystem } from '#lib/ai-systems/commands'
import { createFlow } from '#lib/ai-systems/flow-commands'
import type { Actor } from '#lib/kernel/access'
import { insertRows } from '#lib/kernel/bulk'
import { read, write } from '#lib/platform/db'
import { facts, flowFacts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { changesOf } from './details.ts'
import { auditPage } from './queries.ts'

const database = useTestDatabase()

const nothing = {
  actorIds: null,
  action: null,
  kind: null,
  recordId: null,
  from: null,
  until: null,
  tables: null,
}

/** The application's events, newest first, each with the rows that are shown for it. */
function told(actor: Actor): Promise<[sentence: string, rows: string[]][]> {
  return read(actor, async (tx) => {
    const filter = { ...nothing, words: '', source: 'application' } as const
    const { entries } = await auditPage(tx, actor, filter, null, 50)
    const events = entries.filter((entry) => entry.type === 'event')
    const changes = await changesOf(tx, actor, events)
    return events.map(({ id, sentence }) => [
      sentence,
      (changes.get(id) ?? []).map(({ operation, table }) => `${operation} ${table}`),
    ])
  })
}

it('an event shows every row that its transaction changed', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const { id } = valueOf(await createSystem(officer, facts))
  valueOf(await editSystem(officer, { ...facts, id, version: 1, name: 'Scribe', siteIds: [practice.siteA] }))
  expect(await told(officer)).toEqual([
    [
      'Changed name from “Ambient scribe” to “Scribe”; set sites to “Downtown”',
      ['update AiSystem', 'insert AiSystemSite'],
    ],
    [
      'Added AI-001 Ambient scribe to the register',
      ['insert AiSystem', 'insert Safeguard', 'insert Safeguard'],
    ],
  ])
})

it('of several events of one transaction each shows the rows of its own record', async () => {
  const officer = await (await createPractice(database.owner)).actor('officer')
  const { id } = valueOf(await createSystem(officer, facts))
  valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
  const rows = new Map((await told(officer)).map(([sentence, shown]) => [sentence.split(' ')[0], shown]))
  expect(rows.get('Described')).toEqual(['update AiSystem'])
  expect((await told(officer)).find(([sentence]) => sentence.startsWith('Added it'))?.[1]).toEqual([
    'insert PhiFlow',
  ])
})

it('an event of a transaction with a great many rows shows those of its record', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const { id } = valueOf(await createSystem(officer, facts))
  const correlationId = crypto.randomUUID()
  await write({ practiceId: practice.id, correlationId }, async (tx) => {
    const rows = Array.from({ length: 60 }, (_, number) => ({
      id: crypto.randomUUID(),
      practiceId: practice.id,
      name: `Site ${number}`,
      state: 'IL',
      version: 1,
      createdAt: '2026-01-01T00:00:00Z',
    }))
    await insertRows(tx, 'Site', rows)
    await tx.aiSystem.update({ where: { id }, data: { notes: 'Opened sixty sites' } })
    await tx.auditEvent.create({
      data: {
        practiceId: practice.id,
        at: new Date('2040-01-01T00:00:00Z'),
        action: 'test.many',
        actorName: 'Somebody',
        actorRole: 'Staff',
        recordKind: 'ai-system',
        recordId: id,
        sentence: 'Opened sixty sites',
        correlationId,
      },
    })
  })
  expect((await told(officer))[0]).toEqual(['Opened sixty sites', ['update AiSystem']])
})
