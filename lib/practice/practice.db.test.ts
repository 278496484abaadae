import { describe, expect, it } from 'vitest'
import { signIn } from '#lib/people/sign-in'
import { now } from '#lib/platform/clock'
import { outside } from '#lib/platform/db'
import { findSession } from '#lib/platform/session'
import { giveAccount, PASSWORD, place } from '#lib/testing/accounts'
import { practiceWithSystem } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { changeFacts, changeSecurity, wipeDemo } from './commands.ts'
import { countDemo, getSettings } from './queries.ts'

const database = useTestDatabase()
const practiceFacts = {
  version: 1,
  name: 'Lakeside Family Care',
  states: ['WI', 'IL'],
  timeZone: 'America/New_York',
}
const rules = { version: 1, idleMinutes: '20', sessionHours: '8', mfaRoles: ['officer', 'it'] }

describe('the settings of a practice', () => {
  it('change with a sentence that says from what to what', async () => {
    const practice = await createPractice(database.owner)
    const owner = await practice.actor('owner')
    valueOf(await changeFacts(owner, practiceFacts))
    valueOf(await changeSecurity(owner, { ...rules, version: 2 }))
    valueOf(await changeSecurity(owner, { ...rules, version: 3 }))
    const settings = await getSettings(owner)
    expect(settings).toMatchObject({
      name: 'Lakeside Family Care',
      states: ['IL', 'WI'],
      timeZone: 'America/New_York',
      idleMinutes: 20,
      sessionHours: 8,
      mfaRoles: ['officer', 'it'],
      version: 4,
    })
    expect(settings.history.map(({ sentence }) => sentence)).toEqual([
      'Saved the settings without changes',
      'Changed the time to automatic sign-out from 15 to 20 idle minutes; changed the longest session from 12 to 8 hours; changed who needs a second factor from nobody to Compliance officer and IT and security',
      `Renamed the practice from “${practice.name}” to “Lakeside Family Care”; changed the states from IL to IL and WI; changed the time zone from Central to Eastern`,
    ])
  })

  it('keep within their limits', async () => {
    const officer = await (await createPractice(database.owner)).actor('officer')
    const wrong = async (change: object) => {
      const result = await changeSecurity(officer, { ...rules, ...change })
      return result.ok ? null : Object.keys(result.fields)
    }
    for (const idleMinutes of ['4', '61', '7.5', 'long', ''])
      expect(await wrong({ idleMinutes })).toEqual(['idleMinutes'])
    for (const sessionHours of ['0', '25']) expect(await wrong({ sessionHours })).toEqual(['sessionHours'])
    expect(await wrong({ mfaRoles: ['king'] })).toEqual(['mfaRoles.0'])
    expect(await wrong({ isDemo: true })).not.toBeNull()
    expect(await changeFacts(officer, { ...practiceFacts, states: [] })).toMatchObject({
      fields: { states: 'Choose at least one state.' },
    })
    expect(await changeFacts(officer, { ...practiceFacts, timeZone: 'Mars/Olympus' })).toMatchObject({
      fields: { timeZone: 'Choose a time zone.' },
    })
    expect(await getSettings(officer)).toMatchObject({ version: 1, history: [] })
  })

  it('are not overwritten by somebody who saw older ones, and not changed by those who may not', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const results = await Promise.all([changeFacts(officer, practiceFacts), changeSecurity(officer, rules)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({ code: 'conflict' })
    for (const role of ['site-lead', 'staff', 'it', 'auditor'] as const) {
      const actor = await practice.actor(role)
      expect(await changeFacts(actor, practiceFacts)).toMatchObject({ code: 'forbidden' })
      expect(await changeSecurity(actor, rules)).toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('wiping the demo practice', () => {
  it('takes everything of it, ends every session, and leaves other practices alone', async () => {
    const { practice, officer } = await practiceWithSystem(database.owner)
    const neighbour = await practiceWithSystem(database.owner)
    await database.owner.query(`UPDATE "Practice" SET "isDemo" = true WHERE id = $1`, [practice.id])
    await giveAccount(database.owner, officer)
    const session = await signIn({ email: officer.email, password: PASSWORD }, place(7), now(), 0)
    if (!session.ok) throw new Error(session.code)
    expect(await countDemo(officer)).toMatchObject({ people: 2, sites: 2, systems: 1, events: 2 })

    expect(await wipeDemo(officer, { name: 'Something else' })).toMatchObject({
      code: 'invalid',
      fields: { name: `Type “${practice.name}”.` },
    })
    expect(await wipeDemo(await practice.actor('owner'), { name: practice.name })).toMatchObject({
      code: 'forbidden',
    })
    valueOf(await wipeDemo(officer, { name: practice.name.toUpperCase() }))

    expect(await findSession(session.token, now())).toBeNull()
    const { rows: tables } = await database.owner.query<{ table_name: string }>(
      `SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND c.column_name = 'practiceId' AND t.table_type = 'BASE TABLE'`,
    )
    const left: Record<string, number> = {}
    for (const { table_name: table } of tables) {
      const { rows } = await database.owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${table}" WHERE "practiceId" = $1`,
        [practice.id],
      )
      if (rows[0] && rows[0].n > 0) left[table] = rows[0].n
    }
    // That it was wiped is all that is left to know.
    expect(left).toEqual({ AuditEvent: 1 })
    const practices = await outside<{ id: string }>('SELECT id FROM all_practices()')
    expect(practices.map(({ id }) => id)).not.toContain(practice.id)
    expect(await countDemo(neighbour.officer)).toMatchObject({ people: 2, sites: 2, systems: 1 })
  })

  it('is refused for a practice that is none, whatever is typed', async () => {
    const { practice, officer } = await practiceWithSystem(database.owner)
    expect(await wipeDemo({ ...officer, isDemo: true }, { name: practice.name })).toMatchObject({
      code: 'forbidden',
    })
    expect(await countDemo(officer)).toMatchObject({ people: 2, systems: 1 })
  })
})
