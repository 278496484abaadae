import { randomUUID } from 'node:crypto'
import { now } from './clock.ts'
import { outside, type Tx, write } from './db.ts'
import { enqueueAll, type Jobs } from './jobs.ts'
import { log } from './log.ts'
import { type Delivery, deliver, isMailSetUp, type Letter } from './mail.ts'
import { boundTo } from './outgoing-mail.ts'
import { seal, unseal } from './secret-box.ts'

/** Writes a mail just before it goes out; null when there is nothing left to say. */
export type Composer = (
  tx: Tx,
  mail: { id: string; practiceId: string; personId: string },
  at: Date,
) => Promise<{ subject: string; text: string } | null>

const MINUTE_MS = 60_000
/** Longer than one try takes. Whoever is slower finds their claim gone before any content leaves. */
const LEASE_MS = 5 * MINUTE_MS
/** Minutes to the next try after each one; after the last it is given up, some sixteen hours later. */
const BACKOFF_MINUTES = [1, 5, 15, 60, 120, 240, 480] as const
/** A mail that waits this long beyond its time has lost its job. */
const LOST_AFTER_MS = 15 * MINUTE_MS

interface Claimed extends Letter {
  practiceId: string
  claim: string
  attempts: number
}

/** Sends one mail of the outbox, unless another worker has it or it has ended. What came of it stands on its row. */
export async function sendMail(
  { practiceId, mailId }: Jobs['mail'],
  composers: Readonly<Record<string, Composer>>,
): Promise<void> {
  if (!isMailSetUp()) return
  const mail = await write({ practiceId }, (tx) => claimMail(tx, practiceId, mailId, composers))
  if (!mail) return
  const delivery = await deliver(mail, () => markHandOver(mail))
  if (delivery.outcome === 'given-up') return
  const isMine = await record(mail, delivery)
  log('info', 'mail', { mailId, outcome: isMine ? delivery.outcome : 'taken over', attempt: mail.attempts })
}

/** Takes the mail for this worker and writes what is to be written last; null when there is nothing to send. */
async function claimMail(
  tx: Tx,
  practiceId: string,
  mailId: string,
  composers: Readonly<Record<string, Composer>>,
): Promise<Claimed | null> {
  const at = now()
  const claim = randomUUID()
  const [row] = await tx.outgoingMail.updateManyAndReturn({
    where: { id: mailId, state: 'waiting' },
    data: {
      state: 'sending',
      claim,
      leaseUntil: new Date(at.getTime() + LEASE_MS),
      attempts: { increment: 1 },
    },
  })
  if (!row) return null
  const { id, toAddress: to, toName, attempts } = row
  const letter = { id, to, toName, practiceId, claim, attempts }
  if (row.composer === '' || row.personId === null) {
    const text = unseal(row.body, boundTo(id))
    if (text !== null) return { ...letter, subject: row.subject, text }
    await end(tx, letter, 'refused', 'Its text cannot be read: the installation has another key now.', at)
    return null
  }
  const words = await composers[row.composer]?.(tx, { id, practiceId, personId: row.personId }, at)
  if (!words) {
    await end(tx, letter, 'not-needed', '', at)
    return null
  }
  await tx.outgoingMail.updateMany({
    where: { id },
    data: { subject: words.subject, body: seal(words.text, boundTo(id)) },
  })
  return { ...letter, ...words }
}

/** From here on the mail may have been accepted, whatever happens to this worker. */
function markHandOver(mail: Claimed): Promise<boolean> {
  return write({ practiceId: mail.practiceId }, async (tx) => {
    const at = now()
    const { count } = await tx.outgoingMail.updateMany({
      where: { id: mail.id, claim: mail.claim, state: 'sending' },
      data: { handedOverAt: at, leaseUntil: new Date(at.getTime() + LEASE_MS) },
    })
    return count === 1
  })
}

const ends = { accepted: 'sent', refused: 'refused', unknown: 'unknown' } as const

/** Writes down what came of a try; false when the claim was lost meanwhile. */
function record(mail: Claimed, { outcome, answer }: Delivery): Promise<boolean> {
  return write({ practiceId: mail.practiceId }, async (tx) => {
    const at = now()
    if (outcome === 'accepted' || outcome === 'refused' || outcome === 'unknown')
      return end(tx, mail, ends[outcome], answer, at)
    const minutes = BACKOFF_MINUTES[mail.attempts - 1]
    if (minutes === undefined) return end(tx, mail, 'refused', answer, at)
    const { count } = await tx.outgoingMail.updateMany({
      where: { id: mail.id, claim: mail.claim, state: 'sending' },
      data: {
        ...released,
        answer,
        nextTryAt: new Date(at.getTime() + minutes * MINUTE_MS),
      },
    })
    if (count === 1)
      await enqueueAll(tx, 'mail', [{ practiceId: mail.practiceId, mailId: mail.id }], minutes * 60)
    return count === 1
  })
}

const released = { state: 'waiting', claim: null, leaseUntil: null, handedOverAt: null } as const

async function end(
  tx: Tx,
  { id, claim }: { id: string; claim: string },
  state: 'sent' | 'refused' | 'unknown' | 'not-needed',
  answer: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.outgoingMail.updateMany({
    where: { id, claim, state: 'sending' },
    data: { state, claim: null, leaseUntil: null, answer, endedAt: at },
  })
  return count === 1
}

/**
 * Looks after the mail of workers that died, and after mail whose job was lost. What had not begun to go out is sent by
 * somebody else; what had may have arrived, and is not sent again. For the worker, every minute.
 */
export async function rescueMail(): Promise<void> {
  for (const { id } of await outside<{ id: string }>('SELECT id FROM all_practices()')) await rescueIn(id)
}

/** As `rescueMail`, for one practice. */
export function rescueIn(practiceId: string): Promise<void> {
  return write({ practiceId }, async (tx) => {
    const at = now()
    const dead = { state: 'sending', leaseUntil: { lt: at } }
    await tx.outgoingMail.updateMany({
      where: { ...dead, handedOverAt: { not: null } },
      data: {
        state: 'unknown',
        claim: null,
        leaseUntil: null,
        endedAt: at,
        answer: 'Plumbline was stopped while it went out.',
      },
    })
    const freed = await tx.outgoingMail.updateManyAndReturn({
      where: { ...dead, handedOverAt: null },
      data: { ...released, nextTryAt: at, answer: 'Plumbline was stopped before it went out.' },
      select: { id: true },
    })
    const lost = isMailSetUp()
      ? await tx.outgoingMail.updateManyAndReturn({
          where: { state: 'waiting', nextTryAt: { lt: new Date(at.getTime() - LOST_AFTER_MS) } },
          data: { nextTryAt: at },
          select: { id: true },
        })
      : []
    await enqueueAll(
      tx,
      'mail',
      [...freed, ...lost].map(({ id }) => ({ practiceId, mailId: id })),
    )
  })
}
