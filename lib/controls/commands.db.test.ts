import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#lib/base/days'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { starterControls } from '#lib/law/library/controls'
import { write } from '#lib/platform/db'
import { controlDetail, controlFacts, insertOwnFramework, practiceWithControl } from '#lib/testing/controls'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { adoptControls, controlLibrary } from './adopt.ts'
import { answerRequirement, archiveControl, createControl, editControl, setRequirements } from './commands.ts'
import { setControlState, testControl } from './keep-commands.ts'
import { controlToKeep } from './keep-queries.ts'
import { listControls } from './queries.ts'
import { controlTable } from './table.ts'

const database = useTestDatabase()
const withControl = () => practiceWithControl(database.owner)
const duties = async (id: string, state = 'open') => {
  const { rows } = await database.owner.query<{ key: string }>(
    `SELECT key FROM "Obligation" WHERE "recordId" = $1 AND state = $2 ORDER BY key`,
    [id, state],
  )
  return rows.map(({ key }) => key)
}

describe('a control', () => {
  it('is added with the requirements that it answers, and refuses what no framework has', async () => {
    const { officer, id } = await withControl()
    const control = await controlDetail(officer, id)
    expect(control).toMatchObject({ ref: 'CTL-001', requirementWords: ['GOVERN 6.1'], state: 'in-place' })
    expect(await duties(id)).toEqual(['test'])
    const unknown = { ...controlFacts, requirements: ['nist-ai-rmf:GOVERN 99.1'] }
    expect(await createControl(officer, unknown)).toMatchObject({
      ok: false,
      fields: { requirements: expect.stringContaining('in no framework here') as string },
    })
  })

  it('names requirements of the practice’s own frameworks, and none of another practice’s', async () => {
    const { officer } = await withControl()
    const other = await withControl()
    const own = await insertOwnFramework(database.owner, officer, {
      ref: 'FW-001',
      name: 'Ours',
      codes: ['X'],
    })
    const facts = { ...controlFacts, requirements: [`${own}:X`] }
    const { id } = valueOf(await createControl(officer, facts))
    expect((await controlDetail(officer, id)).requirementWords).toEqual(['Ours: X'])
    expect((await createControl(other.officer, facts)).ok).toBe(false)
  })

  it('does not apply only with a reason, and then has no duties', async () => {
    const { officer, id, seen } = await withControl()
    const without = { ...(await seen()), state: 'not-applicable', stateReason: '' }
    expect(await setControlState(officer, without)).toMatchObject({
      ok: false,
      fields: { stateReason: 'Say why it does not apply.' },
    })
    valueOf(await setControlState(officer, { ...without, stateReason: 'We have no portal.' }))
    expect(await controlDetail(officer, id)).toMatchObject({ stateReason: 'We have no portal.' })
    expect(await duties(id)).toEqual([])
    valueOf(await setControlState(officer, { ...(await seen()), state: 'partly', stateReason: 'old' }))
    expect(await controlDetail(officer, id)).toMatchObject({ state: 'partly', stateReason: '' })
  })

  it('keeps what it answers elsewhere when one framework is ticked', async () => {
    const { officer, id, seen } = await withControl()
    const security = ['hipaa-security:164.312(d)', 'hipaa-security:164.312(b)']
    const ticked = { framework: 'hipaa-security', requirements: ['', ...security, 'nist-ai-rmf:GOVERN 1.1'] }
    valueOf(await setRequirements(officer, { ...(await seen()), ...ticked }))
    expect((await controlDetail(officer, id)).requirements.toSorted()).toEqual(
      [...security, 'nist-ai-rmf:GOVERN 6.1'].toSorted(),
    )
    const none = { framework: 'nist-ai-rmf', requirements: [''] }
    valueOf(await setRequirements(officer, { ...(await seen()), ...none }))
    expect((await controlDetail(officer, id)).requirements).toHaveLength(2)
    valueOf(await answerRequirement(officer, { controlId: id, requirement: 'nist-ai-rmf:MAP 1.1' }))
    expect((await controlDetail(officer, id)).history[0]?.sentence).toBe('Said that it answers MAP 1.1')
  })

  it('is changed by one of two who had it open, and the other is told who was first', async () => {
    const { officer, practice, seen } = await withControl()
    const it = await practice.actor('it')
    const opened = await seen()
    valueOf(await editControl(it, { ...controlFacts, ...opened, notes: 'Theirs' }))
    const second = await editControl(officer, { ...controlFacts, ...opened })
    expect(second).toMatchObject({ ok: false, code: 'conflict' })
    expect(second.ok ? '' : second.message).toContain(it.name)
  })
})

describe('a test of a control', () => {
  const tested = async () => {
    const made = await withControl()
    const today = todayFor(made.officer)
    const test = async (result: string, on: Day = today) =>
      testControl(made.officer, { ...(await made.seen()), on, result, note: 'Looked at ten accounts.' })
    return { ...made, today, test }
  }

  it('stands on it and among its tests, and makes a duty when it found something', async () => {
    const { officer, id, test, today } = await tested()
    valueOf(await test('fails'))
    const control = await controlDetail(officer, id)
    expect(control).toMatchObject({ testResult: 'fails', testedOn: today })
    expect(control.tests).toMatchObject([{ result: 'fails', byName: officer.name }])
    expect(await duties(id)).toEqual(['mend', 'test'])
    valueOf(await test('works'))
    expect((await controlDetail(officer, id)).tests).toHaveLength(2)
    expect(await duties(id)).toEqual(['test'])
    expect(await duties(id, 'done')).toContain('mend')
  })

  it('is of a day that has come, and not before the last one', async () => {
    const { test, today } = await tested()
    expect(await test('works', addDays(today, 1))).toMatchObject({
      ok: false,
      fields: { on: 'This day has not come yet.' },
    })
    valueOf(await test('works'))
    expect(await test('weak', day('2020-01-01'))).toMatchObject({
      ok: false,
      fields: { on: 'There is a later one already.' },
    })
  })

  it('is recorded by its owner, who does not read controls, and by nobody else of the staff', async () => {
    const { practice, officer, seen, id } = await withControl()
    const [nurse, clerk] = [await practice.actor('staff'), await practice.actor('staff')]
    valueOf(await editControl(officer, { ...controlFacts, ...(await seen()), ownerId: nurse.personId }))
    const input = { ...(await seen()), on: todayFor(officer), result: 'works', note: 'Seen.' }
    expect(await testControl(clerk, input)).toMatchObject({ ok: false, code: 'not-found' })
    expect(await controlToKeep(clerk, id)).toBeNull()
    expect(await controlToKeep(nurse, id)).toMatchObject({ isReadable: false })
    valueOf(await testControl(nurse, input))
  })

  it('can be added to and never altered, not even by the application', async () => {
    const { officer, id, test } = await tested()
    valueOf(await test('weak'))
    for (const sql of [
      `UPDATE "ControlTest" SET result = 'works'`,
      'DELETE FROM "ControlTest"',
      'TRUNCATE "ControlTest"',
    ])
      await expect(write(officer, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied/)
    expect((await controlDetail(officer, id)).tests).toHaveLength(1)
  })
})

describe('the starter controls', () => {
  it('come in at once, each one time, and from the archive as they were', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    const keys = starterControls.map(({ key }) => key)
    expect(valueOf(await adoptControls(officer, { keys })).ids).toHaveLength(keys.length)
    expect(await adoptControls(officer, { keys })).toMatchObject({ ok: false, code: 'conflict' })
    const library = await controlLibrary(officer)
    expect(library.every(({ made, starter }) => made !== null && starter.requirements.length > 0)).toBe(true)
    const [first] = library
    const id = first?.made?.id ?? ''
    const before = await controlDetail(officer, id)
    expect(before.requirements).toHaveLength(first?.starter.requirements.length ?? 0)
    valueOf(await archiveControl(officer, { id, version: 1, reason: 'Not for us' }))
    expect(valueOf(await adoptControls(officer, { keys: [first?.starter.key] })).ids).toEqual([id])
    expect((await controlDetail(officer, id)).archived).toBe(false)
    expect(await adoptControls(officer, { keys: ['no-such-control'] })).toMatchObject({ ok: false })
  })
})

it('the list is narrowed by state, test, result, framework and owner', async () => {
  const { officer, seen, id } = await withControl()
  const total = async (query: Record<string, string>) =>
    (await listControls(officer, parseListState(controlTable, query))).total
  valueOf(
    await testControl(officer, {
      ...(await seen()),
      on: todayFor(officer),
      result: 'weak',
      note: 'Half of it.',
    }),
  )
  const own = await insertOwnFramework(database.owner, officer, { ref: 'FW-001', name: 'Ours', codes: ['X'] })
  expect(await total({ state: 'in-place', result: 'weak', owner: 'me', requirements: 'nist-ai-rmf' })).toBe(1)
  expect(await total({ requirements: 'own' })).toBe(0)
  expect(await total({ requirements: 'none' })).toBe(0)
  valueOf(await answerRequirement(officer, { controlId: id, requirement: `${own}:X` }))
  expect(await total({ requirements: 'own' })).toBe(1)
  expect(await total({ testDue: 'on-track' })).toBe(1)
  expect(await total({ testDue: 'overdue,none,never' })).toBe(0)
  expect(await total({ result: 'none' })).toBe(0)
})
