import { createHmac } from 'node:crypto'
import { addDays, type Day, dateOf } from '#lib/base/days'
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

/** The end of a day, seen from anywhere: links never end before the day that was said does. */
export const endOf = (until: Day): Date => new Date(dateOf(addDays(until, 1)).getTime() + 12 * 3_600_000)

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
  const expiresAt = endOf(until)
  await tx.questionnaireLink.create({
    data: {
      ...{ id, practiceId: actor.practiceId, questionnaireId, origin, expiresAt },
      tokenHash: hashToken(token),
      createdAt: now,
    },
  })
  return { path: `/questionnaire/${token}`, expiresAt }
}
