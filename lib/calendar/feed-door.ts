import { type Actor, can } from '#lib/kernel/access'
import { actorById } from '#lib/people/actor-by-id'
import type { Origin } from '#lib/platform/auth'
import { outside } from '#lib/platform/db'
import { networkOf } from '#lib/platform/front-door'
import { type RateRule, returnAttempt, takeAttempt } from '#lib/platform/rate-limit'
import { hashToken } from '#lib/platform/session'
import { type Covers, covers } from './schema.ts'

const QUARTER_HOUR = 15 * 60
/** Calendars ask every few minutes at most; a whole office may share one address, so there only wrong links count. */
const perLink: RateRule = { name: 'calendar by link', limit: 60, windowSeconds: QUARTER_HOUR }
const perAddress: RateRule = { name: 'wrong calendar by address', limit: 60, windowSeconds: QUARTER_HOUR }

/** 'gone': unknown, ended, or its person may see nothing any more. 'wait': asked too often. */
export type OpenedFeed =
  | { ok: true; actor: Actor; covers: Covers }
  | { ok: false; code: 'gone' | 'wait'; retrySeconds: number }

const refused = (code: 'gone' | 'wait'): OpenedFeed => ({ ok: false, code, retrySeconds: QUARTER_HOUR })

/**
 * Whose calendar the last part of an address opens. The person is who they are at this moment: with the roles and sites of
 * today, or nobody once they left. Every other address gets one and the same answer.
 */
export async function openFeed(file: string, from: Origin, at: Date): Promise<OpenedFeed> {
  const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
  if (!token) return refused('gone')
  const network = from.address === 'unknown' ? null : networkOf(from.address)
  if (network && !(await takeAttempt(perAddress, network, at))) return refused('wait')
  if (!(await takeAttempt(perLink, token, at))) return refused('wait')
  const [found] = await outside<{ practiceId: string; personId: string; covers: string }>(
    'SELECT * FROM locate_calendar_feed($1, $2)',
    [hashToken(token), at],
  )
  const actor = found && (await actorById(found.practiceId, found.personId))
  if (!actor || !can(actor, 'due.read-own')) return refused('gone')
  if (network) await returnAttempt(perAddress, network)
  return { ok: true, actor, covers: covers.parse(found.covers) }
}
