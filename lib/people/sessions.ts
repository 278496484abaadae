import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { notFound } from '#lib/kernel/errors'
import type { Origin } from '#lib/platform/auth'
import { read, type Tx } from '#lib/platform/db'
import { networkOf } from '#lib/platform/front-door'
import { findSession, hashToken, type SessionContext } from '#lib/platform/session'
import { describeBrowser } from './browser-names.ts'
import { byHolder, fromWhere, type Holder, holderOf, personRecord, recorded } from './recorded.ts'

/** How long a place counts as known, and how long a session's address is kept. */
export const PLACE_DAYS = 90
const SECOND_FACTOR_MINUTES = 10
const ENROL_MINUTES = 30

export type Stage = SessionContext['stage']

export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000)
}

/** 32 random bytes; the database keeps only their hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What a right password leads to. */
export function stageAfterPassword(holder: Holder): Stage {
  if (holder.account.totpConfirmedAt) return 'second-factor'
  return holder.mustEnrol ? 'enrol' : 'full'
}

/** Opens a session for somebody whose password (or one-time link) was right; returns the token for the cookie. */
export async function openSession(
  tx: Tx,
  holder: Holder,
  stage: Stage,
  from: Origin,
  at: Date,
): Promise<string> {
  const token = newToken()
  const minutes =
    stage === 'full' ? holder.sessionHours * 60 : stage === 'enrol' ? ENROL_MINUTES : SECOND_FACTOR_MINUTES
  await tx.session.create({
    data: {
      practiceId: holder.practiceId,
      personId: holder.personId,
      tokenHash: hashToken(token),
      stage,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: minutesLater(at, minutes),
      address: from.address,
      userAgent: from.userAgent,
    },
  })
  return token
}

/**
 * Turns a waiting session into a full one under a new token, so that the token from before the second factor is worth
 * nothing. Null when the session is no longer waiting.
 */
export async function completeSession(
  tx: Tx,
  session: SessionContext,
  holder: Holder,
  at: Date,
): Promise<string | null> {
  const token = newToken()
  const { count } = await tx.session.updateMany({
    where: { id: session.sessionId, stage: session.stage, endedAt: null },
    data: {
      stage: 'full',
      tokenHash: hashToken(token),
      lastSeenAt: at,
      expiresAt: minutesLater(at, holder.sessionHours * 60),
    },
  })
  return count === 1 ? token : null
}

/** Ends a person's sessions, all or all but one; returns how many were open. */
export async function endSessions(
  tx: Tx,
  personId: string,
  because: string,
  at: Date,
  exceptId?: string | null,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, endedAt: null, expiresAt: { gt: at }, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { endedAt: at, endedBecause: because },
  })
  return count
}

/** Whether the person has completed a sign-in from this network in the last 90 days. */
export async function isKnownPlace(tx: Tx, personId: string, address: string, at: Date): Promise<boolean> {
  if (address === 'unknown') return false
  const rows = await tx.session.findMany({
    where: { personId, stage: 'full', createdAt: { gt: minutesLater(at, -PLACE_DAYS * 24 * 60) } },
    select: { address: true },
    distinct: ['address'],
  })
  const network = networkOf(address)
  return rows.some((row) => networkOf(row.address) === network)
}

const endings = {
  'signed out': { action: 'sign-in.ended', sentence: 'Signed out' },
  idle: { action: 'sign-in.timed-out', sentence: 'Was signed out because nobody used the page' },
}

/** Ends the session of this token, at whatever stage it is. An unknown or ended one is left alone. */
export async function signOut(token: string, because: keyof typeof endings, at: Date): Promise<void> {
  const session = await findSession(token, at)
  if (!session) return
  const { action, sentence } = endings[because]
  await recorded(session.practiceId, at, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: session.sessionId, endedAt: null },
      data: { endedAt: at, endedBecause: because },
    })
    const holder = await holderOf(tx, session.personId, at)
    const entries =
      count > 0 && holder && session.stage === 'full'
        ? [{ action, by: byHolder(holder), event: { sentence, record: personRecord(holder) } }]
        : []
    return { value: undefined, entries }
  })
}

export interface OpenSession {
  id: string
  isThis: boolean
  browser: string
  address: string
  since: Date
  lastSeen: Date
}

/** The actor's sessions that would still be let in, newest use first. */
export async function openSessions(actor: Actor, at: Date): Promise<OpenSession[]> {
  const rows = await read(actor, (tx) =>
    tx.session.findMany({
      where: {
        personId: actor.personId,
        stage: 'full',
        endedAt: null,
        expiresAt: { gt: at },
        lastSeenAt: { gt: minutesLater(at, -actor.idleMinutes) },
      },
      orderBy: { lastSeenAt: 'desc' },
      take: 100,
    }),
  )
  return rows.map((row) => ({
    id: row.id,
    isThis: row.id === actor.sessionId,
    browser: describeBrowser(row.userAgent),
    address: row.address,
    since: row.createdAt,
    lastSeen: row.lastSeenAt,
  }))
}

/** Ends one of the actor's own sessions. */
export const revokeSession = defineCommand({
  name: 'session.revoke',
  permission: 'account.keep',
  input: z.object({ sessionId: z.guid() }),
  run: async ({ tx, actor, now }, { sessionId }) => {
    const session = await tx.session.findFirst({
      where: { id: sessionId, personId: actor.personId, endedAt: null },
    })
    if (!session) throw notFound()
    await tx.session.update({ where: { id: sessionId }, data: { endedAt: now, endedBecause: 'revoked' } })
    const sentence = `Ended the session of ${describeBrowser(session.userAgent)} ${fromWhere(session.address)}`
    return { value: { sessionId }, events: [{ sentence }] }
  },
})

/** Ends all of the actor's sessions but the one that asks; the value says how many. */
export const revokeOtherSessions = defineCommand({
  name: 'session.revoke-others',
  permission: 'account.keep',
  input: z.object({}),
  run: async ({ tx, actor, now }) => {
    const ended = await endSessions(tx, actor.personId, 'revoked', now, actor.sessionId)
    return { value: { ended }, events: [{ sentence: `Ended all other sessions (${ended})` }] }
  },
})
