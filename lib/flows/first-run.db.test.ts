import { afterEach, describe, expect, test } from 'vitest'
import { signIn } from '#lib/people/sign-in'
import { findSession } from '#lib/platform/session'
import { minutesAfterNoon, NOON, PASSWORD, place, sentences } from '#lib/testing/accounts'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceExists, setUpPractice } from './first-run.ts'

const database = useTestDatabase()

const filled = {
  practiceName: ' Riverbend  Family Health ',
  states: ['IL', 'WI'],
  timeZone: 'America/Chicago',
  sites: [
    { name: 'Downtown', state: 'IL' },
    { name: 'Lakeside', state: 'WI' },
  ],
  name: 'Dana Okafor',
  email: ' Dana@Riverbend.example ',
  password: PASSWORD,
  again: PASSWORD,
}

const setUp = (changes: object = {}) => setUpPractice({ ...filled, ...changes }, place(1), NOON)

afterEach(async () => {
  await database.owner.query(
    'TRUNCATE "Practice", "Site", "Person", "RoleAssignment", "Account", "Session", "ReferenceCounter" CASCADE',
  )
})

describe('the first run', () => {
  test('makes practice, sites and a first person who goes on to a second factor', async () => {
    expect(await practiceExists()).toBe(false)
    const outcome = await setUp()
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    expect(outcome.stage).toBe('enrol')
    expect(await practiceExists()).toBe(true)
    const session = await findSession(outcome.token, NOON)
    expect(session).toMatchObject({
      practiceName: 'Riverbend Family Health',
      personName: 'Dana Okafor',
      timeZone: 'America/Chicago',
    })
    expect(session?.roles.map(({ role, siteId }) => ({ role, siteId }))).toEqual([
      { role: 'officer', siteId: null },
      { role: 'owner', siteId: null },
    ])
    const { rows } = await database.owner.query(
      `SELECT (SELECT array_agg(name || ' ' || state ORDER BY name) FROM "Site") AS sites, (SELECT "mfaRoles" FROM "Practice") AS mfa, (SELECT ref FROM "Person") AS ref`,
    )
    expect(rows).toEqual([{ sites: ['Downtown IL', 'Lakeside WI'], mfa: ['officer', 'owner'], ref: 'P-001' }])
    expect(
      await signIn({ email: 'dana@riverbend.example', password: PASSWORD }, place(1), minutesAfterNoon(1), 0),
    ).toMatchObject({ ok: true })
    expect((await sentences(database.owner, session?.practiceId ?? ''))[0]).toBe(
      'Set up Riverbend Family Health with 2 sites',
    )
  })

  test('happens once: afterwards it is refused and changes nothing', async () => {
    await setUp()
    expect(await setUp({ email: 'eve@evil.example' })).toEqual({ ok: false, code: 'exists' })
    const { rows } = await database.owner.query('SELECT count(*)::int AS count FROM "Account"')
    expect(rows).toEqual([{ count: 1 }])
  })

  test('of many browsers at once, one wins', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((i) => setUp({ email: `person${i}@riverbend.example` })),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'exists')).toHaveLength(4)
    const { rows } = await database.owner.query('SELECT count(*)::int AS count FROM "Practice"')
    expect(rows).toEqual([{ count: 1 }])
  })

  test('says everything that is wrong at once, and saves nothing', async () => {
    const outcome = await setUp({
      practiceName: ' ',
      states: [],
      timeZone: 'Mars/Olympus',
      sites: [
        { name: 'Downtown', state: 'XX' },
        { name: ' downtown ', state: 'IL' },
      ],
      name: 'a\u0000b',
      email: 'not an address',
      password: 'short',
    })
    if (outcome.ok || outcome.code !== 'invalid') throw new Error('not refused')
    expect(Object.keys(outcome.fields).sort()).toEqual(
      [
        'again',
        'email',
        'name',
        'password',
        'practiceName',
        'sites.0.state',
        'sites.1.name',
        'states',
        'timeZone',
      ].sort(),
    )
    expect(await practiceExists()).toBe(false)
  })

  test.each([
    ['nothing at all', undefined],
    ['no sites', { ...filled, sites: undefined }],
    [
      'too many sites',
      { ...filled, sites: Array.from({ length: 51 }, (_, i) => ({ name: `Site ${i}`, state: 'IL' })) },
    ],
    ['another second password', { ...filled, again: 'other' }],
    ['the name as password', { ...filled, password: 'Dana Okafor 1', again: 'Dana Okafor 1' }],
  ])('refuses %s', async (_, input) => {
    expect(await setUpPractice(input, place(1), NOON)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await practiceExists()).toBe(false)
  })

  test('says at once what is wrong with the password and that the second differs', async () => {
    const answer = await setUpPractice({ ...filled, password: 'short', again: 'other' }, place(1), NOON)
    expect(answer.ok || answer.code === 'exists' ? [] : Object.keys(answer.fields)).toEqual([
      'password',
      'again',
    ])
  })
})
