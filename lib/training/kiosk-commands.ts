import { randomBytes } from 'node:crypto'
import { newId } from '#lib/base/ids'
import { canAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { invalid, notFound } from '#lib/kernel/errors'
import { hashToken } from '#lib/platform/session'
import { hashPin, newPin } from './kiosk-pin.ts'
import * as schema from './kiosk-schema.ts'
import { mayKeep } from './policy.ts'

const siteRecord = ({ id, name }: { id: string; name: string }) => ({ kind: 'site', id, label: name })

/** Opens a shared tablet for one site. The token is for the tablet's own cookie; only its hash is kept. */
export const openKiosk = defineCommand({
  name: 'training.open-kiosk',
  permission: 'training.keep',
  input: schema.openKioskInput,
  run: async ({ tx, actor, now }, { siteId, name }) => {
    const site = mayKeep(actor, siteId)
      ? await tx.site.findFirst({ where: { id: siteId, archivedAt: null }, select: { id: true, name: true } })
      : null
    if (!site) throw invalid('Please check the marked fields.', { siteId: 'Choose from the list.' })
    const token = randomBytes(32).toString('base64url')
    const id = newId(now.getTime())
    await tx.kiosk.create({
      data: {
        ...{ id, practiceId: actor.practiceId, siteId, name, tokenHash: hashToken(token) },
        ...{ openedById: actor.personId, openedByName: actor.name, openedAt: now },
        expiresAt: new Date(now.getTime() + schema.kioskHours * 3_600_000),
      },
    })
    return {
      value: { id, token },
      events: [
        {
          sentence: `Opened the shared tablet “${name}” for signing at ${site.name}`,
          record: siteRecord(site),
        },
      ],
    }
  },
})

/** Ends a shared tablet: it shows nobody's name from then on. */
export const endKiosk = defineCommand({
  name: 'training.end-kiosk',
  permission: 'training.keep',
  input: schema.endKioskInput,
  run: async ({ tx, actor, now }, { id }) => {
    const kiosk = await tx.kiosk.findFirst({
      where: { id, endedAt: null },
      select: { siteId: true, name: true, site: { select: { id: true, name: true } } },
    })
    if (!kiosk || !mayKeep(actor, kiosk.siteId)) throw notFound()
    await tx.kiosk.update({
      where: { id },
      data: { endedAt: now, personId: null, turnHash: null, personSince: null, personSeenAt: null },
    })
    return {
      value: { id },
      events: [{ sentence: `Ended the shared tablet “${kiosk.name}”`, record: siteRecord(kiosk.site) }],
    }
  },
})

/** Somebody who works here, for those who look after the training of one of their sites. */
async function keptPerson({ tx, actor }: CommandContext, id: string) {
  const person = await tx.person.findFirst({
    where: { id, active: true, archivedAt: null },
    select: { id: true, name: true, sites: { select: { siteId: true } } },
  })
  const isKept =
    person?.sites.some(({ siteId }) => mayKeep(actor, siteId)) || canAt(actor, 'training.keep', [])
  if (!person || !isKept) throw notFound()
  return person
}

/** Gives somebody a PIN for shared tablets, to be told once; they choose another at first use. Replaces what they had. */
export const givePin = defineCommand({
  name: 'training.give-pin',
  permission: 'training.keep',
  input: schema.givePinInput,
  run: async (context, { personId }) => {
    const { tx, actor, now } = context
    const person = await keptPerson(context, personId)
    const pin = newPin()
    const data = {
      hash: await hashPin(personId, pin),
      isGivenOut: true,
      setAt: now,
      misses: 0,
      lockedUntil: null,
    }
    const { practiceId } = actor
    await tx.kioskPin.upsert({
      where: { practiceId_personId: { practiceId, personId } },
      create: { id: newId(now.getTime()), practiceId, personId, ...data },
      update: data,
    })
    // Whoever is at a tablet by the PIN before this one is not any more.
    await tx.kiosk.updateMany({
      where: { personId },
      data: { personId: null, turnHash: null, personSince: null, personSeenAt: null },
    })
    return {
      value: { pin, name: person.name },
      events: [
        {
          sentence: `Gave ${person.name} a PIN for shared tablets, to be replaced at first use`,
          record: { kind: 'person', id: personId, label: person.name },
        },
      ],
    }
  },
})
