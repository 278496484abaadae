import { z } from 'zod'
import type { Actor } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { notFound, Refusal } from '#lib/kernel/errors'
import { outside, read } from '#lib/platform/db'
import { hashToken } from '#lib/platform/session'
import { helpedPerson } from './account-help.ts'
import { minutesLater, newToken } from './sessions.ts'
import { recordOf } from './store.ts'

const DAY_MINUTES = 24 * 60
export type LinkPurpose = 'invitation' | 'reset'
const lifetimes: Record<LinkPurpose, number> = { invitation: 7 * DAY_MINUTES, reset: DAY_MINUTES }

/** A link that was just made. The path holds the token and is never to be seen again. */
export interface NewLink {
  linkId: string
  path: string
  expiresAt: Date
}

async function makeLink(
  { tx, actor, now }: CommandContext,
  personId: string,
  purpose: LinkPurpose,
): Promise<NewLink> {
  const token = newToken()
  await tx.oneTimeLink.updateMany({
    where: { personId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  const expiresAt = minutesLater(now, lifetimes[purpose])
  const { id: linkId } = await tx.oneTimeLink.create({
    data: {
      practiceId: actor.practiceId,
      personId,
      purpose,
      tokenHash: hashToken(token),
      createdById: actor.personId,
      createdAt: now,
      expiresAt,
    },
  })
  return { linkId, path: `/link/${token}`, expiresAt }
}

const personInput = z.object({ personId: z.guid() })

/** A link, good for seven days and once, by which a person chooses their first password. Voids earlier links. */
export const createInvitation = defineCommand({
  name: 'person.invite',
  permission: 'person.access',
  input: personInput,
  run: async (context, { personId }) => {
    const person = await helpedPerson(context, personId)
    if (person.account)
      throw new Refusal(
        'conflict',
        `${person.name} can sign in already. Make a link to choose a new password instead.`,
      )
    if (!person.email)
      throw new Refusal('conflict', `${person.name} has no e-mail address yet. It is what they sign in with.`)
    const link = await makeLink(context, personId, 'invitation')
    const record = recordOf(person)
    return { value: link, events: [{ sentence: `Made an invitation link for ${person.email}`, record }] }
  },
})

/** A link, good for 24 hours and once, by which a person chooses a new password. Voids earlier links. */
export const createResetLink = defineCommand({
  name: 'person.reset-password',
  permission: 'person.access',
  input: personInput,
  run: async (context, { personId }) => {
    const person = await helpedPerson(context, personId)
    if (!person.account)
      throw new Refusal('conflict', `${person.name} has never signed in. Make an invitation link instead.`)
    const link = await makeLink(context, personId, 'reset')
    const record = recordOf(person)
    return { value: link, events: [{ sentence: 'Made a link to choose a new password', record }] }
  },
})

/** Voids a link that was not used yet. */
export const revokeLink = defineCommand({
  name: 'person.revoke-link',
  permission: 'person.access',
  input: z.object({ linkId: z.guid() }),
  run: async (context, { linkId }) => {
    const { tx, now } = context
    const link = await tx.oneTimeLink.findFirst({ where: { id: linkId, usedAt: null, revokedAt: null } })
    if (!link) throw notFound()
    const person = await helpedPerson(context, link.personId)
    await tx.oneTimeLink.update({ where: { id: linkId }, data: { revokedAt: now } })
    const record = recordOf(person)
    const sentence =
      link.purpose === 'invitation'
        ? 'Withdrew an invitation link'
        : 'Withdrew a link to choose a new password'
    return { value: { personId: person.id }, events: [{ sentence, record }] }
  },
})

/** The person's link that would work now, for the page that offers to withdraw it; null when there is none. */
export function openLink(
  actor: Actor,
  personId: string,
  at: Date,
): Promise<{ id: string; purpose: string; expiresAt: Date } | null> {
  return read(actor, (tx) =>
    tx.oneTimeLink.findFirst({
      where: { personId, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
      select: { id: true, purpose: true, expiresAt: true },
    }),
  )
}

/** A link that would work now, as the page behind it shows it. Looking does not use it up. */
export interface UsableLink {
  linkId: string
  practiceId: string
  practiceName: string
  personId: string
  purpose: LinkPurpose
  name: string
  email: string
}

/** What a link is for; null when it is unknown, used, withdrawn or too old, or its person has left. */
export async function usableLink(token: string, at: Date): Promise<UsableLink | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const [found] = await outside<{ practiceId: string; linkId: string }>('SELECT * FROM locate_link($1)', [
    hashToken(token),
  ])
  if (!found) return null
  return read(found, async (tx) => {
    const link = await tx.oneTimeLink.findFirst({
      where: { id: found.linkId, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
    })
    const person =
      link && (await tx.person.findUnique({ where: { id: link.personId }, include: { account: true } }))
    const practice = await tx.practice.findFirstOrThrow({ select: { name: true } })
    const email = person?.account?.email ?? person?.email
    const isReset = link?.purpose === 'reset'
    if (!link || !person?.active || !email || isReset !== (person.account !== null)) return null
    const { id: personId, name } = person
    const purpose: LinkPurpose = isReset ? 'reset' : 'invitation'
    return { ...found, practiceName: practice.name, personId, purpose, name, email: email.toLowerCase() }
  })
}
