import { randomBytes } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import type pg from 'pg'
import { APP_ROLE } from '#lib/platform/app-role'
import { sealToken } from '#lib/platform/auth'
import { withCredentials } from '#lib/platform/postgres-connect'
import { hashToken } from '#lib/platform/session'
import { loadSecrets, rolePassword } from '../../scripts/serve/secrets.ts'

const COOKIE = 'plumbline-session'

/** Whose session: an actor of lib, or no more than its ids. */
export interface Holder {
  practiceId: string
  personId: string
}

/** How a session differs from one that was opened this moment and counts. Minutes; negative ones are past. */
export interface SessionAge {
  stage?: 'full' | 'enrol' | 'second-factor'
  lastSeenMinutes?: number
  expiresMinutes?: number
  ended?: boolean
}

/**
 * Gives this process the settings of the server under test, so that it can call lib as that server does: to make records
 * by commands, and cookies that the server believes. Call it before anything of lib looks at its settings.
 */
export function adoptServer(): void {
  const { E2E_DATA: dataDir, E2E_DATABASE_URL: ownerUrl } = process.env
  if (!dataDir || !ownerUrl)
    throw new Error(
      'E2E_DATA and E2E_DATABASE_URL must name the data and the database of the server under test',
    )
  const { authSecret, encryptionKey } = loadSecrets(dataDir, process.env).secrets
  process.env.AUTH_SECRET = authSecret
  process.env.ENCRYPTION_KEY = encryptionKey
  process.env.DATABASE_URL = withCredentials(ownerUrl, APP_ROLE, rolePassword(encryptionKey, APP_ROLE))
  process.env.DATABASE_POOL = '4'
  process.env.PLUMBLINE_DATA = dataDir
}

/** Opens a session past the sign-in page, by a row of its own; returns the value of the `cookie` header. */
export async function sessionCookie(owner: pg.Pool, holder: Holder, age: SessionAge = {}): Promise<string> {
  const { stage = 'full', lastSeenMinutes = 0, expiresMinutes = 60, ended = false } = age
  const token = randomBytes(32).toString('base64url')
  await owner.query(
    `INSERT INTO "Session" (id, "practiceId", "personId", "tokenHash", stage, "createdAt", "lastSeenAt", "expiresAt", "endedAt", "userAgent")
     VALUES (gen_random_uuid(), $1, $2, $3, $4, now() - interval '1 hour', now() + make_interval(mins => $5), now() + make_interval(mins => $6),
       CASE WHEN $7 THEN now() END, 'Firefox/145.0 (X11; Linux)')`,
    [holder.practiceId, holder.personId, hashToken(token), stage, lastSeenMinutes, expiresMinutes, ended],
  )
  return `${COOKIE}=${await sealToken(token)}`
}

/** Signs somebody in to a browser. */
export async function signIn(context: BrowserContext, owner: pg.Pool, holder: Holder): Promise<void> {
  const [name = '', value = ''] = (await sessionCookie(owner, holder)).split('=')
  await context.addCookies([
    { name, value, url: process.env.E2E_BASE_URL ?? '', httpOnly: true, sameSite: 'Lax' },
  ])
}
