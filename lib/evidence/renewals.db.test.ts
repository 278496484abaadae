import { beforeAll, describe, expect, it } from 'vitest'
import { createSystem, editSystem } from '#lib/ai-systems/commands'
import { moveSystem } from '#lib/ai-systems/decisions'
import { archiveFlow, createFlow } from '#lib/ai-systems/flow-commands'
import { recordLeave } from '#lib/flows/hand-over-leaver'
import type { Actor } from '#lib/kernel/access'
import { returnPerson } from '#lib/people/commands'
import { evidence } from '#lib/registry'
import { detail, facts, flowFacts } from '#lib/testing/ai-systems'
import { sendFile } from '#lib/testing/evidence'
import { pdfFile } from '#lib/testing/files'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'

const database = useTestDatabase()
let practice: TestPractice
let officer: Actor
let owner: Actor

beforeAll(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  owner = await practice.actor('owner')
})

async function system(): Promise<string> {
  return valueOf(await createSystem(officer, { ...facts, ownerId: officer.personId })).id
}

interface DutyRow {
  title: string
  state: string
  dueOn: string
  ownerId: string | null
  recordLabel: string
}

async function duties(evidenceId: string): Promise<DutyRow[]> {
  const { rows } = await database.owner.query<DutyRow>(
    `SELECT title, state, "dueOn"::text AS "dueOn", "ownerId", "recordLabel" FROM "Obligation"
     WHERE "recordKind" = 'evidence' AND "recordId" = $1 ORDER BY state`,
    [evidenceId],
  )
  return rows
}
const states = async (evidenceId: string) => (await duties(evidenceId)).map(({ state }) => state)

describe('a file that runs out', () => {
  it('on a flow is due from the owner of its system, and no more once the flow is over', async () => {
    const systemId = await system()
    const { id: flowId } = valueOf(await createFlow(officer, { ...flowFacts, systemId }))
    const said = { kind: 'phi-flow', validUntil: '2027-03-01' }
    const { id } = valueOf(await sendFile(officer, flowId, pdfFile('An expert’s determination'), said))
    expect(await duties(id)).toMatchObject([{ state: 'open', ownerId: officer.personId }])
    const changed = { ...facts, id: systemId, ownerId: owner.personId }
    valueOf(await editSystem(officer, { ...changed, version: (await detail(officer, systemId)).version }))
    expect(await duties(id)).toMatchObject([{ state: 'open', ownerId: owner.personId }])
    valueOf(await archiveFlow(officer, { id: flowId, version: 1, reason: 'It ended.' }))
    expect(await states(id)).toEqual(['cancelled'])
  })

  it('is due from the owner of its record, whoever that is', async () => {
    const recordId = await system()
    const { id } = valueOf(await sendFile(officer, recordId, pdfFile('2026'), { validUntil: '2027-03-01' }))
    const open = { title: 'Renew: SOC 2 report', state: 'open', dueOn: '2027-03-01' }
    expect(await duties(id)).toMatchObject([{ ...open, ownerId: officer.personId }])
    const changed = { ...facts, id: recordId, version: 1, name: 'Other name', ownerId: owner.personId }
    valueOf(await editSystem(officer, changed))
    const [duty, ...rest] = await duties(id)
    expect(duty).toMatchObject({ ...open, ownerId: owner.personId })
    expect(duty?.recordLabel).toMatch(/Other name$/)
    expect(rest).toEqual([])
  })

  it('is due until a newer one took its place, and again when that one is withdrawn', async () => {
    const recordId = await system()
    const { id } = valueOf(await sendFile(officer, recordId, pdfFile('old'), { validUntil: '2027-03-01' }))
    const said = { title: 'SOC 2 of 2027', validUntil: '2028-03-01', replacesId: id }
    const newer = valueOf(await sendFile(officer, recordId, pdfFile('2027'), said))
    expect(await states(id)).toEqual(['done'])
    expect(await duties(newer.id)).toMatchObject([{ state: 'open', dueOn: '2028-03-01' }])
    expect((await detail(officer, recordId)).history[0]?.sentence).toMatch(
      /^Renewed the file “SOC 2 report” by “SOC 2 of 2027”/,
    )
    valueOf(await evidence.commands.withdraw(officer, { id: newer.id, reason: 'Wrong year' }))
    expect(await states(newer.id)).toEqual(['cancelled'])
    expect(await states(id)).toEqual(['done', 'open'])
    const elsewhere = await sendFile(officer, await system(), pdfFile('x'), { replacesId: id })
    expect(elsewhere).toMatchObject({ code: 'invalid' })
  })

  it('is due no more when its record is retired', async () => {
    const recordId = await system()
    const { id } = valueOf(await sendFile(officer, recordId, pdfFile('r'), { validUntil: '2027-03-01' }))
    const { version } = await detail(officer, recordId)
    valueOf(await moveSystem(officer, { id: recordId, version, to: 'retired', reason: 'Not needed' }))
    expect(await states(id)).toEqual(['cancelled'])
    const late = valueOf(await sendFile(officer, recordId, pdfFile('l'), { validUntil: '2027-03-01' }))
    expect(await states(late.id)).toEqual([])
  })

  it('is due no more once the person it is about has left, and again when they are back', async () => {
    const { personId } = await practice.actor('staff')
    const said = { kind: 'person', title: 'Licence', validUntil: '2027-05-05' }
    const { id } = valueOf(await sendFile(officer, personId, pdfFile('licence'), said))
    expect(await duties(id)).toMatchObject([{ state: 'open', ownerId: null }])
    const left = { id: personId, version: 1, lastDay: '2026-01-01', reason: 'Moved away' }
    valueOf(await recordLeave(officer, { ...left, successorId: officer.personId }))
    expect(await states(id)).toEqual(['cancelled'])
    valueOf(await returnPerson(officer, { id: personId, version: 2, reason: 'Came back' }))
    expect(await states(id)).toEqual(['cancelled', 'open'])
  })
})
