import { expect, test } from 'vitest'
import { purgeDrafts, purgeSessions } from '#lib/flows/purge'
import { atTime } from '#lib/platform/clock'
import { findSession } from '#lib/platform/session'
import {
  giveAccount,
  minutesAfterNoon,
  NOON,
  PASSWORD,
  place,
  sentences,
  sessionOf,
} from '#lib/testing/accounts'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { dropDraft, readDraft, saveDraft } from './drafts.ts'
import { changePassword } from './password-change.ts'
import { openSessions, revokeOtherSessions, revokeSession, signOut } from './sessions.ts'
import { signIn } from './sign-in.ts'

const database = useTestDatabase()
const someWords: unknown = expect.any(String)

/** Somebody signed in from several places; the actor is in the first. */
async function signedIn(places: number) {
  const practice = await createPractice(database.owner)
  const person = await practice.actor('staff')
  const email = await giveAccount(database.owner, person)
  const tokens: string[] = []
  for (let i = 1; i <= places; i += 1) {
    const outcome = await signIn({ email, password: PASSWORD }, place(i), minutesAfterNoon(i / 10), 0)
    if (!outcome.ok) throw new Error(outcome.code)
    tokens.push(outcome.token)
  }
  const session = await sessionOf(tokens[0] ?? '', NOON)
  const alive = (at = minutesAfterNoon(2)) =>
    Promise.all(tokens.map(async (token) => (await findSession(token, at)) !== null))
  return {
    practice,
    actor: { ...person, sessionId: session.sessionId },
    email,
    tokens,
    alive,
    said: () => sentences(database.owner, practice.id),
  }
}

const soon = <T>(work: () => T) => atTime(minutesAfterNoon(1), work)

test('a person sees their own sessions, this one marked, and ends one of them or all others', async () => {
  const { actor, alive, said } = await signedIn(4)
  const stranger = await signedIn(1)
  const list = await openSessions(actor, minutesAfterNoon(1))
  expect(list).toHaveLength(4)
  expect(list.filter((session) => session.isThis).map((session) => session.address)).toEqual(['203.0.113.1'])
  expect(list[0]).toMatchObject({ browser: 'Firefox on Linux', isThis: false })
  const second = list.find((session) => session.address === '203.0.113.2')
  valueOf(await soon(() => revokeSession(actor, { sessionId: second?.id })))
  expect(await alive()).toEqual([true, false, true, true])
  expect(valueOf(await atTime(minutesAfterNoon(1.5), () => revokeOtherSessions(actor, {})))).toEqual({
    ended: 2,
  })
  expect(await alive()).toEqual([true, false, false, false])
  expect(await stranger.alive()).toEqual([true])
  expect((await said()).slice(-2)).toEqual([
    'Ended the session of Firefox on Linux from 203.0.113.2',
    'Ended all other sessions (2)',
  ])
})

test('nobody ends another person’s session', async () => {
  const mine = await signedIn(1)
  const colleague = await mine.practice.actor('officer')
  const stranger = await signedIn(1)
  for (const actor of [colleague, stranger.actor])
    expect(await revokeSession(actor, { sessionId: mine.actor.sessionId })).toMatchObject({
      ok: false,
      code: 'not-found',
    })
  expect(await mine.alive()).toEqual([true])
})

test('signing out ends that session for every tab, once', async () => {
  const { tokens, alive, said } = await signedIn(2)
  await signOut(tokens[0] ?? '', 'signed out', minutesAfterNoon(1))
  await signOut(tokens[0] ?? '', 'signed out', minutesAfterNoon(2))
  await signOut('unknown', 'signed out', minutesAfterNoon(2))
  expect(await alive()).toEqual([false, true])
  expect((await said()).filter((sentence) => sentence === 'Signed out')).toHaveLength(1)
})

test('changing the password needs the old one, ends the other sessions, and is told in the trail', async () => {
  const { actor, email, alive, said } = await signedIn(3)
  const next = 'kestrel tundra 42'
  const change = (input: object) =>
    soon(() => changePassword(actor, { current: PASSWORD, password: next, again: next, ...input }))
  expect(await change({ current: 'wrong' })).toMatchObject({
    ok: false,
    fields: { current: someWords },
  })
  expect(await change({ password: email, again: email })).toMatchObject({
    ok: false,
    fields: { password: someWords },
  })
  expect(await change({ again: 'other' })).toMatchObject({ ok: false, fields: { again: someWords } })
  expect(await change({ password: email })).toMatchObject({
    fields: { password: someWords, again: someWords },
  })
  expect(await change({ password: PASSWORD, again: PASSWORD })).toMatchObject({
    ok: false,
    fields: { password: someWords },
  })
  expect(await alive()).toEqual([true, true, true])
  valueOf(await change({}))
  expect(await alive()).toEqual([true, false, false])
  expect(await signIn({ email, password: PASSWORD }, place(1), minutesAfterNoon(3), 0)).toMatchObject({
    ok: false,
  })
  expect(await signIn({ email, password: next }, place(1), minutesAfterNoon(3), 0)).toMatchObject({
    ok: true,
  })
  expect(await said()).toContain('Changed the password; 2 other sessions ended')
})

test('a draft belongs to one person and one form, and leaves when dropped or old', async () => {
  const { actor, practice } = await signedIn(1)
  const colleague = await practice.actor('staff')
  const draft = { basis: '3', values: { name: ['Ambient scribe'], sites: ['a', 'b'] } }
  expect(await saveDraft(actor, { form: 'ai-system/new', ...draft }, NOON)).toBe(true)
  expect(await saveDraft(actor, { form: 'ai-system/new', ...draft, basis: '4' }, minutesAfterNoon(1))).toBe(
    true,
  )
  const typed = (minutes: number) =>
    atTime(minutesAfterNoon(minutes), () => readDraft(actor, 'ai-system/new'))
  expect(await typed(60)).toEqual({
    ...draft,
    basis: '4',
    typedAt: expect.stringMatching(/^12:01\sPM$/) as unknown,
  })
  expect(await typed(24 * 60)).toMatchObject({
    typedAt: expect.stringMatching(/^Mar 2, 2026, 12:01\sPM$/) as unknown,
  })
  expect(await readDraft(actor, 'ai-system/other')).toBeNull()
  expect(await readDraft(colleague, 'ai-system/new')).toBeNull()
  await dropDraft(colleague, 'ai-system/new')
  expect(await readDraft(actor, 'ai-system/new')).not.toBeNull()
  await dropDraft(actor, 'ai-system/new')
  expect(await readDraft(actor, 'ai-system/new')).toBeNull()
  await saveDraft(actor, { form: 'old', ...draft }, NOON)
  await saveDraft(actor, { form: 'package/old', ...draft }, NOON)
  await saveDraft(actor, { form: 'young', ...draft }, minutesAfterNoon(60))
  expect(await purgeDrafts(minutesAfterNoon(14 * 24 * 60 + 30))).toBe(1)
  expect(await readDraft(actor, 'old')).toBeNull()
  expect(await readDraft(actor, 'young')).not.toBeNull()
  // What a package reported outlasts a round of training.
  expect(await readDraft(actor, 'package/old')).not.toBeNull()
  expect(await purgeDrafts(minutesAfterNoon(121 * 24 * 60))).toBe(2)
})

test.each([
  ['no form', { basis: '', values: {} }],
  ['a strange form name', { form: '../Etc', basis: '', values: {} }],
  ['too much text', { form: 'a', basis: '', values: { text: ['x'.repeat(70_000)] } }],
  [
    'too many fields',
    {
      form: 'a',
      basis: '',
      values: Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`f${i}`, ['x']])),
    },
  ],
  ['what the database cannot hold', { form: 'a', basis: '', values: { text: ['a\u0000b'] } }],
  ['something else', 'text'],
])('a draft with %s is not kept', async (_, input) => {
  const { actor } = await signedIn(1)
  expect(await saveDraft(actor, input, NOON)).toBe(false)
})

test('where somebody signed in from is forgotten 90 days after the session’s end, and then is a known place no more', async () => {
  const { actor, tokens } = await signedIn(1)
  const days = (count: number) => minutesAfterNoon(count * 24 * 60)
  expect(tokens).toHaveLength(1)
  await purgeSessions(days(90))
  const rows = async () => {
    const sql = 'SELECT address, "userAgent" FROM "Session" WHERE "personId" = $1'
    return (await database.owner.query<{ address: string }>(sql, [actor.personId])).rows
  }
  expect((await rows())[0]).toMatchObject({ address: '203.0.113.1' })
  expect(await purgeSessions(days(91))).toBeGreaterThan(0)
  expect(await rows()).toEqual([{ address: '', userAgent: '' }])
})
