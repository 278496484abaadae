import type { SessionContext } from '#lib/platform/session'

/** The database notes that somebody is still there at most this often. */
const TOUCH_SECONDS = 30

/** When a session ends if nothing more happens. */
export interface Deadline {
  /** Whole seconds from now, never negative. */
  secondsLeft: number
  /** 'idle': using the page puts it off. 'ended': nothing does. */
  why: 'idle' | 'ended'
}

/** The nearer of the two time-outs of a session that was looked up at `at`. */
export function sessionDeadline(
  session: Pick<SessionContext, 'expiresAt' | 'lastSeenAt' | 'idleMinutes'>,
  at: Date,
): Deadline {
  const before = new Date(session.lastSeenAt).getTime()
  const lastSeen = at.getTime() - before > TOUCH_SECONDS * 1000 ? at.getTime() : before
  const idle = lastSeen + session.idleMinutes * 60_000 - at.getTime()
  const end = new Date(session.expiresAt).getTime() - at.getTime()
  const left = Math.max(0, Math.floor(Math.min(idle, end) / 1000))
  return { secondsLeft: left, why: idle <= end ? 'idle' : 'ended' }
}
