import { randomUUID } from 'node:crypto'
import { dayIn, dayOrNull } from '#lib/base/days'
import { type HeldRole, heldRoles, roles } from '#lib/kernel/access'
import { type Attribution, appendEvents, type EventDraft, type RecordRef } from '#lib/kernel/audit'
import { type Tx, write } from '#lib/platform/db'
import { recordOf } from './store.ts'

// Signing in happens before there is an actor, so no command can do it. This is its door: one transaction with the
// change and its events, as a command has.

export interface Entry {
  action: string
  by: Attribution
  event: EventDraft
}

/** One transaction in a practice; what `work` says happened is written into the audit trail with it. */
export function recorded<Value>(
  practiceId: string,
  at: Date,
  work: (tx: Tx) => Promise<{ value: Value; entries: readonly Entry[] }>,
): Promise<Value> {
  const correlationId = randomUUID()
  return write({ practiceId, correlationId }, async (tx) => {
    const { value, entries } = await work(tx)
    for (const [index, { action, by, event }] of entries.entries()) {
      // A millisecond apart, so that the trail tells them in the order in which they happened.
      await appendEvents(tx, by, action, new Date(at.getTime() + index), correlationId, [event])
    }
    return value
  })
}

/** How an account stands, and whose it is. */
export interface Holder {
  practiceId: string
  practiceName: string
  sessionHours: number
  personId: string
  ref: string
  name: string
  active: boolean
  held: readonly HeldRole[]
  /** Whether one of the roles demands a second factor. */
  mustEnrol: boolean
  account: {
    id: string
    email: string
    passwordHash: string
    lockedUntil: Date | null
    totpSecret: string | null
    totpConfirmedAt: Date | null
    totpLastStep: number | null
  }
}

const accountFields = {
  id: true,
  email: true,
  passwordHash: true,
  lockedUntil: true,
  totpSecret: true,
  totpConfirmedAt: true,
  totpLastStep: true,
} as const

/** The account of a person with all that signing in depends on; null when the person has none. */
export async function holderOf(tx: Tx, personId: string, at: Date): Promise<Holder | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      ref: true,
      name: true,
      active: true,
      archivedAt: true,
      roles: { select: { role: true, siteId: true, until: true } },
      account: { select: accountFields },
    },
  })
  const practice = await tx.practice.findFirstOrThrow()
  if (!person?.account) return null
  const held = heldRoles(
    person.roles.map((row) => ({ ...row, until: dayOrNull(row.until) })),
    dayIn(practice.timeZone, at),
  )
  return {
    practiceId: practice.id,
    practiceName: practice.name,
    sessionHours: practice.sessionHours,
    personId,
    ref: person.ref,
    name: person.name,
    active: person.active && person.archivedAt === null,
    held,
    mustEnrol: held.some(({ role }) => practice.mfaRoles.includes(role)),
    account: person.account,
  }
}

/** Events of the account's holder: they proved who they are. */
export function byHolder(holder: Holder): Attribution {
  const role = holder.held.map((one) => roles[one.role].label).join(', ') || 'No role'
  return { practiceId: holder.practiceId, personId: holder.personId, name: holder.name, role }
}

/** Events of somebody who has proved nothing, however much they say they are the holder. */
export function byStranger(holder: Holder): Attribution {
  return { practiceId: holder.practiceId, personId: null, name: 'Somebody not signed in', role: 'None' }
}

/** The holder as the audit trail names them. */
export function personRecord(holder: Holder): RecordRef {
  return recordOf({ id: holder.personId, ref: holder.ref, name: holder.name })
}

/** 'from 10.0.0.7', for sentences. */
export function fromWhere(address: string): string {
  return address === 'unknown' ? 'from an unknown address' : `from ${address}`
}
