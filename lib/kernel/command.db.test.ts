import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { day } from '#lib/base/days'
import { read } from '#lib/platform/db'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineCommand } from './command.ts'
import type { Duty } from './due.ts'
import { conflict } from './errors.ts'

const database = useTestDatabase()

const rename = defineCommand({
  name: 'site.rename',
  permission: 'site.edit',
  input: z.strictObject({
    id: z.uuid(),
    name: z.string().min(1, 'Give it a name.'),
    fail: z.boolean().optional(),
  }),
  run: async ({ tx }, { id, name, fail }) => {
    await tx.site.update({ where: { id }, data: { name } })
    if (fail) throw conflict('Changed my mind.')
    return {
      value: name,
      events: [{ sentence: `Renamed it to ${name}`, record: { kind: 'site', id, label: name } }],
    }
  },
})

const duty = (key: string, since: string, due: string): Duty => ({
  key,
  title: key,
  sinceOn: day(since),
  dueOn: day(due),
  harm: 2,
})

const setDuties = (duties: readonly Duty[]) =>
  defineCommand({
    name: 'test.duties',
    permission: 'workspace.enter',
    input: z.object({ recordId: z.uuid() }),
    run: ({ actor }, { recordId }) =>
      Promise.resolve({
        value: null,
        events: [{ sentence: 'Set duties' }],
        due: [
          {
            kind: 'thing',
            recordId,
            recordLabel: 'T-1',
            siteIds: [],
            ownerId: actor.personId,
            backupId: null,
            duties,
          },
        ],
      }),
  })

async function trail(practice: TestPractice) {
  return read({ practiceId: practice.id }, async (tx) => ({
    events: await tx.auditEvent.findMany({ orderBy: { id: 'asc' } }),
    changes: await tx.rowChange.findMany({ where: { correlationId: { not: null } }, orderBy: { id: 'asc' } }),
  }))
}

describe('a command', () => {
  it('leaves its event and the row change under one correlation id', async () => {
    const practice = await createPractice(database.owner)
    const actor = await practice.actor('officer')
    expect(valueOf(await rename(actor, { id: practice.siteA, name: 'Uptown' }))).toBe('Uptown')
    const { events, changes } = await trail(practice)
    expect(events).toMatchObject([
      {
        action: 'site.rename',
        actorName: actor.name,
        actorRole: 'Compliance officer',
        sentence: 'Renamed it to Uptown',
      },
    ])
    expect(changes).toMatchObject([
      { tableName: 'Site', operation: 'update', before: { name: 'Downtown' }, after: { name: 'Uptown' } },
    ])
    expect(changes[0]?.correlationId).toBe(events[0]?.correlationId)
  })

  it('leaves nothing at all when it is refused half-way', async () => {
    const practice = await createPractice(database.owner)
    const result = await rename(await practice.actor('officer'), {
      id: practice.siteA,
      name: 'Uptown',
      fail: true,
    })
    expect(result).toEqual({ ok: false, code: 'conflict', message: 'Changed my mind.', fields: {} })
    expect(await trail(practice)).toEqual({ events: [], changes: [] })
    const site = await read({ practiceId: practice.id }, (tx) =>
      tx.site.findUnique({ where: { id: practice.siteA } }),
    )
    expect(site?.name).toBe('Downtown')
  })

  it('refuses by permission before it looks at the input', async () => {
    const practice = await createPractice(database.owner)
    for (const role of ['staff', 'auditor', 'site-lead', null] as const)
      expect(await rename(await practice.actor(role), 'nonsense')).toMatchObject({
        ok: false,
        code: 'forbidden',
      })
  })

  it('names the fields that are wrong, and refuses fields it does not know', async () => {
    const practice = await createPractice(database.owner)
    const actor = await practice.actor('it')
    expect(await rename(actor, { id: practice.siteA, name: '' })).toMatchObject({
      code: 'invalid',
      fields: { name: 'Give it a name.' },
    })
    expect(await rename(actor, { id: practice.siteA, name: 'x', practiceId: 'y' })).toMatchObject({
      code: 'invalid',
    })
  })

  it('turns a fault into an id, without telling what went wrong', async () => {
    const [one, two] = [await createPractice(database.owner), await createPractice(database.owner)]
    const result = await rename(await one.actor('officer'), { id: two.siteA, name: 'Uptown' })
    expect(result).toMatchObject({ ok: false, code: 'fault' })
    expect(result.ok ? '' : result.message).toMatch(
      /^Something went wrong\. Nothing was saved\. Error [0-9A-F]{10}\.$/,
    )
  })
})

describe('the duties after a command', () => {
  it('are opened, moved, closed as done with who and when, and cancelled', async () => {
    const practice = await createPractice(database.owner)
    const actor = await practice.actor('officer')
    const recordId = practice.siteA
    const rows = () =>
      read({ practiceId: practice.id }, (tx) =>
        tx.obligation.findMany({ orderBy: [{ key: 'asc' }, { sinceOn: 'asc' }] }),
      )
    const set = async (...duties: Duty[]) => valueOf(await setDuties(duties)(actor, { recordId }))

    await set(duty('logs', '2026-01-01', '2026-04-01'), duty('yearly', '2026-01-01', '2027-01-01'))
    expect(await rows()).toMatchObject([
      { key: 'logs', state: 'open' },
      { key: 'yearly', state: 'open', ownerId: actor.personId },
    ])

    await set(duty('logs', '2026-03-20', '2026-06-20'), duty('yearly', '2026-01-01', '2026-07-01'))
    expect(
      (await rows()).map(({ key, state, dueOn, closedOn, closedByName }) => [
        key,
        state,
        dueOn.toISOString().slice(0, 10),
        closedOn?.toISOString().slice(0, 10),
        closedByName,
      ]),
    ).toEqual([
      ['logs', 'done', '2026-04-01', '2026-03-20', actor.name],
      ['logs', 'open', '2026-06-20', undefined, null],
      ['yearly', 'open', '2026-07-01', undefined, null],
    ])

    await set()
    expect((await rows()).map((row) => row.state)).toEqual(['done', 'cancelled', 'cancelled'])
  })

  it('settle: the same duties again change nothing', async () => {
    const practice = await createPractice(database.owner)
    const actor = await practice.actor('officer')
    const command = setDuties([duty('logs', '2026-01-01', '2026-04-01')])
    valueOf(await command(actor, { recordId: practice.siteA }))
    const before = await read({ practiceId: practice.id }, (tx) => tx.obligation.findMany())
    valueOf(await command(actor, { recordId: practice.siteA }))
    expect(await read({ practiceId: practice.id }, (tx) => tx.obligation.findMany())).toEqual(before)
  })
})
