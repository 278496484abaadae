import { createHash } from 'node:crypto'
import { outside } from './db.ts'

/** What a session cookie stands for, in one round trip. Instants are ISO texts. */
export interface SessionContext {
  sessionId: string
  /** second-factor: password was right; enrol: must set up a second factor first; full: signed in. */
  stage: 'second-factor' | 'enrol' | 'full'
  expiresAt: string
  lastSeenAt: string
  practiceId: string
  practiceName: string
  timeZone: string
  isDemo: boolean
  idleMinutes: number
  cadences: Record<string, number>
  personId: string
  personName: string
  email: string | null
  homeSiteIds: string[]
  roles: { role: string; siteId: string | null; until: string | null }[]
}

/** Only the hash of a token is ever stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The live session of a token; null when it is unknown, ended, idle too long, expired, or its person is deactivated. */
export async function findSession(token: string, at: Date): Promise<SessionContext | null> {
  const [row] = await outside<{ context: SessionContext | null }>(
    'SELECT session_context($1, $2) AS context',
    [hashToken(token), at],
  )
  return row?.context ?? null
}
