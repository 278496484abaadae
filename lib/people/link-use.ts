import type { Origin } from '#lib/platform/auth'
import { isUniqueViolation } from '#lib/platform/db'
import { hashPassword, passwordProblem } from '#lib/platform/password'
import { type UsableLink, usableLink } from './links.ts'
import { byHolder, type Entry, fromWhere, holderOf, personRecord, recorded } from './recorded.ts'
import { endSessions, openSession, type Stage, stageAfterPassword } from './sessions.ts'

export type LinkOutcome =
  | { ok: true; token: string; stage: Stage }
  | { ok: false; code: 'gone' | 'taken' }
  | { ok: false; code: 'invalid'; fields: Record<string, string> }

class Gone extends Error {}

/**
 * Uses a link up: sets the password and starts signing in, where the second factor is asked for as ever. Starting here,
 * and not at the password page, lets somebody in whose account strangers keep locked.
 */
export async function followLink(
  token: string,
  given: { password: string; again: string },
  from: Origin,
  at: Date,
): Promise<LinkOutcome> {
  const link = await usableLink(token, at)
  if (!link) return { ok: false, code: 'gone' }
  const problem = passwordProblem(given.password, link)
  const differ = given.password !== given.again
  if (problem || differ)
    return {
      ok: false,
      code: 'invalid',
      fields: {
        ...(problem && { password: problem }),
        ...(differ && { again: 'These two are not the same.' }),
      },
    }
  const passwordHash = await hashPassword(given.password)
  try {
    return await setPassword(link, passwordHash, from, at)
  } catch (error) {
    if (error instanceof Gone) return { ok: false, code: 'gone' }
    if (isUniqueViolation(error)) return { ok: false, code: 'taken' }
    throw error
  }
}

function setPassword(link: UsableLink, passwordHash: string, from: Origin, at: Date): Promise<LinkOutcome> {
  const { practiceId, linkId, personId, purpose } = link
  return recorded<LinkOutcome>(practiceId, at, async (tx) => {
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id: linkId, usedAt: null, revokedAt: null },
      data: { usedAt: at },
    })
    if (count !== 1) throw new Gone()
    const change = { passwordHash, passwordSetAt: at, failedAttempts: 0, lockedUntil: null }
    if (purpose === 'reset')
      await tx.account.update({ where: { practiceId_personId: { practiceId, personId } }, data: change })
    else
      await tx.account.create({ data: { practiceId, personId, email: link.email, createdAt: at, ...change } })
    await endSessions(tx, personId, 'password reset', at)
    const holder = await holderOf(tx, personId, at)
    if (!holder) throw new Gone()
    const stage = stageAfterPassword(holder)
    const session = await openSession(tx, holder, stage, from, at)
    const [by, record, where] = [byHolder(holder), personRecord(holder), fromWhere(from.address)]
    const isReset = purpose === 'reset'
    const sentence = isReset
      ? `Chose a new password through a link ${where}`
      : `Accepted the invitation and chose a password ${where}`
    const entries: Entry[] = [
      {
        action: isReset ? 'account.reset-password' : 'account.accept-invitation',
        by,
        event: { sentence, record },
      },
    ]
    if (stage === 'full')
      entries.push({ action: 'sign-in.done', by, event: { sentence: `Signed in ${where}`, record } })
    return { value: { ok: true, token: session, stage }, entries }
  })
}
