import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { RecordRef } from '#lib/kernel/audit'
import { hashToken } from '#lib/platform/session'
import { atKiosk, type KioskContext, type KioskOutcome } from './kiosk-door.ts'
import { listedAt } from './kiosk-people.ts'
import { GIVEN_OUT_DAYS, hashPin, pinLockMinutes, pinProblem, verifyPin } from './kiosk-pin.ts'

export interface Secrets {
  token: string
  /** Of the turn of the person at the tablet; empty when nobody is. */
  turn: string
}

/** A PIN belongs to a person, and so do the events about it. */
const personRecord = ({ id, name }: { id: string; name: string }): RecordRef => ({
  kind: 'person',
  id,
  label: name,
})

export type Entered =
  | { ok: true; turn: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'locked'; minutes: number }

const enterInput = z.object({ person: z.uuid(), pin: z.string().max(20) })

/**
 * Begins somebody's turn at a tablet when the PIN is right. The answer is the same for a wrong PIN, for somebody without one and
 * for somebody who is not on the list. Null when the tablet is not open.
 */
export function enter(token: string, input: unknown, at: Date): Promise<Entered | null> {
  const parsed = enterInput.safeParse(input)
  return atKiosk<Entered>({ token, turn: '' }, at, 'kiosk.enter', async (context) => {
    const { tx, kiosk } = context
    const person = parsed.success
      ? await tx.person.findFirst({
          where: { AND: [{ id: parsed.data.person }, listedAt(kiosk.siteId)] },
          select: { id: true, name: true },
        })
      : null
    if (!person || !parsed.success) {
      await verifyPin(null, 'nobody', '')
      return { value: { ok: false, reason: 'wrong' } }
    }
    const pin = await lockPin(context, person.id)
    if (pin.lockedUntil && pin.lockedUntil > at)
      return { value: { ok: false, reason: 'locked', minutes: minutesUntil(pin.lockedUntil, at) } }
    const isWorn =
      pin.isGivenOut && pin.setAt !== null && pin.setAt.getTime() < at.getTime() - GIVEN_OUT_DAYS * 86_400_000
    if (await verifyPin(isWorn ? null : pin.hash, person.id, parsed.data.pin)) return begin(context, person)
    return miss(context, person, pin.misses + 1)
  })
}

const minutesUntil = (until: Date, at: Date) => Math.ceil((until.getTime() - at.getTime()) / 60_000)

async function lockPin({ tx, actor }: KioskContext, personId: string) {
  await tx.$executeRaw`
    INSERT INTO "KioskPin" ("id", "practiceId", "personId") VALUES (gen_random_uuid(), ${actor.practiceId}::uuid, ${personId}::uuid)
    ON CONFLICT ("practiceId", "personId") DO NOTHING`
  await tx.$executeRaw`SELECT 1 FROM "KioskPin" WHERE "personId" = ${personId}::uuid FOR UPDATE`
  return tx.kioskPin.findFirstOrThrow({ where: { personId } })
}

async function begin(
  { tx, actor, kiosk, now }: KioskContext,
  person: { id: string; name: string },
): Promise<KioskOutcome<Entered>> {
  const turn = randomBytes(32).toString('base64url')
  await tx.kioskPin.update({
    where: { practiceId_personId: { practiceId: actor.practiceId, personId: person.id } },
    data: { misses: 0, lockedUntil: null },
  })
  await tx.kiosk.update({
    where: { id: kiosk.id },
    data: { personId: person.id, turnHash: hashToken(turn), personSince: now, personSeenAt: now },
  })
  const sentence = `Came to the shared tablet “${kiosk.name}” with the right PIN`
  return { value: { ok: true, turn }, events: [{ sentence, record: personRecord(person) }], by: person }
}

async function miss(
  { tx, actor, now }: KioskContext,
  person: { id: string; name: string },
  misses: number,
): Promise<KioskOutcome<Entered>> {
  const minutes = pinLockMinutes(misses)
  await tx.kioskPin.update({
    where: { practiceId_personId: { practiceId: actor.practiceId, personId: person.id } },
    data: { misses, lockedUntil: minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : null },
  })
  const sentence = `Typed a wrong PIN for ${person.name}${minutes > 0 ? `, for the ${misses}. time; none is taken for ${minutes} minutes` : ''}`
  return {
    value: minutes > 0 ? { ok: false, reason: 'locked', minutes } : { ok: false, reason: 'wrong' },
    events: [{ sentence, record: personRecord(person) }],
  }
}

export type Chosen = { ok: true } | { ok: false; reason: 'gone' | 'form' | 'weak' | 'same' | 'differs' }

const chooseInput = z.object({ pin: z.string().max(20), again: z.string().max(20) })

/** Puts a PIN of one's own in place of the one that was given out. */
export async function choosePin(secrets: Secrets, input: unknown, at: Date): Promise<Chosen> {
  const parsed = chooseInput.safeParse(input)
  const no = (reason: Extract<Chosen, { ok: false }>['reason']) => ({ value: { ok: false as const, reason } })
  const result = await atKiosk<Chosen>(
    secrets,
    at,
    'kiosk.choose-pin',
    async ({ tx, actor, person, now }) => {
      if (!person) return no('gone')
      if (!parsed.success) return no('form')
      const { pin, again } = parsed.data
      const problem = pinProblem(pin)
      if (problem) return no(problem)
      if (pin !== again) return no('differs')
      const where = { practiceId_personId: { practiceId: actor.practiceId, personId: person.id } }
      const { hash } = await tx.kioskPin.findUniqueOrThrow({ where })
      if (await verifyPin(hash, person.id, pin)) return no('same')
      const data = {
        hash: await hashPin(person.id, pin),
        isGivenOut: false,
        setAt: now,
        misses: 0,
        lockedUntil: null,
      }
      await tx.kioskPin.update({ where, data })
      return {
        value: { ok: true },
        events: [{ sentence: 'Chose a PIN of their own', record: personRecord(person) }],
      }
    },
  )
  return result ?? { ok: false, reason: 'gone' }
}

/** Ends the turn of whoever is at the tablet. */
export async function leaveKiosk(secrets: Secrets, at: Date): Promise<void> {
  await atKiosk(secrets, at, 'kiosk.leave', async ({ tx, kiosk, person }) => {
    if (person)
      await tx.kiosk.update({
        where: { id: kiosk.id },
        data: { personId: null, turnHash: null, personSince: null, personSeenAt: null },
      })
    return { value: null }
  })
}

/** Notes that the person is still there; false when it is nobody's turn any more. */
export async function touchKiosk(secrets: Secrets, at: Date): Promise<boolean> {
  return (
    (await atKiosk(secrets, at, 'kiosk.touch', async ({ person }) => ({ value: person !== null }))) ?? false
  )
}
