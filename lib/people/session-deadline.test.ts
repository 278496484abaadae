import { expect, test } from 'vitest'
import { sessionDeadline } from './session-deadline.ts'

const at = new Date('2026-03-02T18:00:00Z')
const ago = (seconds: number) => new Date(at.getTime() - seconds * 1000).toISOString()
const session = { expiresAt: ago(-6 * 3600), lastSeenAt: ago(300), idleMinutes: 15 }

test('being looked up puts the idle time-out off', () => {
  expect(sessionDeadline(session, at)).toEqual({ secondsLeft: 900, why: 'idle' })
})

test('within half a minute of the last time it does not', () => {
  expect(sessionDeadline({ ...session, lastSeenAt: ago(20) }, at)).toEqual({ secondsLeft: 880, why: 'idle' })
})

test('the end of the session comes before the idle time-out when it is nearer', () => {
  expect(sessionDeadline({ ...session, expiresAt: ago(-90) }, at)).toEqual({ secondsLeft: 90, why: 'ended' })
  expect(sessionDeadline({ ...session, expiresAt: ago(5) }, at)).toEqual({ secondsLeft: 0, why: 'ended' })
})
