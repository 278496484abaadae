import { createHmac } from 'node:crypto'
import { addDays, type Day, dateOf, dayIn } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import type { CommandContext } from '#lib/kernel/context'
import { env } from '#lib/platform/env'
import { hashToken } from '#lib/platform/session'

/** How long a link works unless somebody says otherwise, and at most. */
export const linkDays = 30
export const mostLinkDays = 180

/** A link that was just made. The path holds the token and is shown this once. */
export interface NewLink {
  path: string
  expiresAt: Date
}

/**
 * The token of a link: 32 bytes that follow from its id and the installation's key. The database keeps only their hash;
 * a reminder works them out again, so that it can say the same address.
 */
export function tokenOf(linkId: string): string {
  return createHmac('sha256', env().encryptionKey).update(`questionnaire link ${linkId}`).digest('base64url')
}

const SECOND = 1_000
/** Further than any clock is from that of London. */
const FAR = 15 * 3_600 * SECOND

/** The last second of a day in a time zone: found by halving, as clocks may be moved on that day. */
export function endOf(until: Day, timeZone: string): Date {
  const middle = dateOf(addDays(until, 1)).getTime()
  let [within, after] = [middle - FAR, middle + FAR]
  while (after - within > SECOND) {
    const half = within + Math.floor((after - within) / (2 * SECOND)) * SECOND
    if (dayIn(timeZone, new Date(half)) <= until) within = half
    else after = half
  }
  return new Date(within)
}

/** Makes a link to a questionnaire; links made before stop working. */
export async function makeLink(
  { tx, actor, now }: CommandContext,
  questionnaireId: string,
  { until, origin }: { until: Day; origin: string },
): Promise<NewLink> {
  await tx.questionnaireLink.updateMany({
    where: { questionnaireId, revokedAt: null },
    data: { revokedAt: now },
  })
  const id = newId(now.getTime())
  const token = tokenOf(id)
  const expiresAt = endOf(until, actor.timeZone)
  await tx.questionnaireLink.create({
    data: {
      ...{ id, practiceId: actor.practiceId, questionnaireId, origin, expiresAt },
      tokenHash: hashToken(token),
      createdAt: now,
    },
  })
  return { path: `/questionnaire/${token}`, expiresAt }
}
