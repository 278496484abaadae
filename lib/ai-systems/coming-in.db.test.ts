import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { detail, facts } from '#lib/testing/ai-systems'
import { importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { createSystem, duplicateSystem, editSystem, proposeSystem } from './commands.ts'
import { systemRecord } from './record.ts'

const database = useTestDatabase()
const driver = importDriver(defineImportCommands(systemRecord), () => database.owner)

let practice: TestPractice
let officer: Actor

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})

async function idOf(name: string): Promise<string> {
  const { rows } = await database.owner.query<{ id: string }>(
    'SELECT id FROM "AiSystem" WHERE "practiceId" = $1 AND name = $2',
    [practice.id, name],
  )
  return rows[0]?.id ?? ''
}

describe('a system that is older than the register', () => {
  it('owes its first review a month after it was brought in, not decades ago', async () => {
    await driver.bringIn(
      officer,
      'Name,Stage,Proposed on,Approved on,Last reviewed on\r\nOld scribe,In use,3/1/1996,1/1/1997,\r\nOld bot,In use,3/1/1996,1/1/1997,5/5/2019',
    )
    const today = todayFor(officer)
    const due = async (name: string) => {
      const system = await detail(officer, await idOf(name))
      expect(system.nextDueOn).toBe(system.duties[0]?.dueOn)
      return Object.fromEntries(system.duties.map(({ key, dueOn }) => [key, dueOn > today]))
    }
    expect(await due('Old scribe')).toEqual({ 'first-review': true, 'log-review': true })
    expect(await due('Old bot')).toEqual({ 'log-review': true, 'yearly-review': true })
    const scribe = await detail(officer, await idOf('Old scribe'))
    expect(scribe.duties[0]?.dueOn).toBe(addDays(today, 30))
  })

  it('has a due date moved, and no duty called done, when it is next saved', async () => {
    const { id } = valueOf(await createSystem(officer, facts))
    await database.owner.query(`UPDATE "AiSystem" SET "proposedOn" = '1996-03-01' WHERE id = $1`, [id])
    await database.owner.query(
      `UPDATE "Obligation" SET "sinceOn" = '1996-03-01', "dueOn" = '1996-03-31' WHERE "recordId" = $1`,
      [id],
    )
    valueOf(await editSystem(officer, { ...facts, id, version: 1 }))
    const duties = await read(officer, (tx) => tx.obligation.findMany({ where: { recordId: id } }))
    expect(duties.map(({ state, dueOn }) => [state, dayOf(dueOn)])).toEqual([
      ['open', addDays(todayFor(officer), 30)],
    ])
    expect(duties[0]?.sinceOn).toEqual(dateOf('1996-03-01'))
  })
})

describe('who asked for a system', () => {
  it('is said of what somebody asked for, not of what was added to the register or copied', async () => {
    const added = valueOf(await createSystem(officer, facts))
    const copy = valueOf(await duplicateSystem(officer, { id: added.id }))
    const asked = valueOf(
      await proposeSystem(officer, { name: 'Letters', purpose: 'Drafts letters', patientData: 'no' }),
    )
    const names = await Promise.all(
      [added, copy, asked].map(async ({ id }) => (await detail(officer, id)).proposedByName),
    )
    expect(names).toEqual([null, null, officer.name])
  })
})

describe('whoever answers for a system', () => {
  const gone = 'This person does not work here any more, or may only look on. Choose somebody else.'
  const leaves = (person: Actor) =>
    database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = current_date WHERE id = $1`, [
      person.personId,
    ])
  const archive = (person: Actor) =>
    database.owner.query(`UPDATE "Person" SET "archivedAt" = now() WHERE id = $1`, [person.personId])

  it('works here: not somebody who left, is archived, or belongs to another practice', async () => {
    const [left, archived] = [await practice.actor('staff'), await practice.actor('staff')]
    const stranger = await (await createPractice(database.owner)).actor('staff')
    await leaves(left)
    await archive(archived)
    for (const { personId } of [left, archived, stranger]) {
      const refused = { ok: false, code: 'invalid' }
      expect(await createSystem(officer, { ...facts, ownerId: personId })).toMatchObject({
        ...refused,
        fields: { ownerId: gone },
      })
      expect(await createSystem(officer, { ...facts, backupId: personId })).toMatchObject({
        ...refused,
        fields: { backupId: gone },
      })
    }
  })

  it('may stay while other things change, but is not put in again', async () => {
    const [owner, backup] = [await practice.actor('staff'), await practice.actor('staff')]
    const { id } = valueOf(
      await createSystem(officer, { ...facts, ownerId: owner.personId, backupId: backup.personId }),
    )
    await leaves(owner)
    const kept = { ...facts, id, ownerId: owner.personId, backupId: backup.personId }
    valueOf(await editSystem(officer, { ...kept, version: 1, notes: 'Renewed' }))
    valueOf(await editSystem(officer, { ...kept, version: 2, ownerId: '' }))
    expect(await editSystem(officer, { ...kept, version: 3 })).toMatchObject({ fields: { ownerId: gone } })
  })

  it('is left out of a copy when they have left', async () => {
    const [owner, backup] = [await practice.actor('staff'), await practice.actor('staff')]
    const { id } = valueOf(
      await createSystem(officer, { ...facts, ownerId: owner.personId, backupId: backup.personId }),
    )
    await leaves(owner)
    const copy = valueOf(await duplicateSystem(officer, { id }))
    expect(await detail(officer, copy.id)).toMatchObject({ ownerId: null, backupId: backup.personId })
  })
})
