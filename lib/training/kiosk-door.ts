import { randomUUID } from 'node:crypto'
import { type Day, dayIn } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { appendEvents, type EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import { type DueSync, syncObligations } from '#lib/kernel/due-store'
import { outside, read, type Tx, write } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { hashToken } from '#lib/platform/session'

// Whoever stands at a shared tablet is not signed in, so no command can act for them. This is their door: one transaction with
// the change, its events and its duties, as a command has, of the one site that the tablet was opened for, and of nobody but
// the person whose PIN was right.

const tokenPattern = /^[\w-]{43}$/
/** How long a turn lasts without a sign of the person; the page gives up before that. */
const TURN_MINUTES = 4

/** A tablet that a secret belongs to, whether or not it is still open. */
interface Located {
  practiceId: string
  kioskId: string
}

async function locate(token: string): Promise<Located | null> {
  if (!tokenPattern.test(token)) return null
  const [found] = await outside<{ practiceId: string; kioskId: string }>('SELECT * FROM locate_kiosk($1)', [
    hashToken(token),
  ])
  return found ?? null
}

const kioskSelect = {
  id: true,
  name: true,
  siteId: true,
  site: { select: { name: true } },
  turnHash: true,
  personSeenAt: true,
  person: {
    select: {
      id: true,
      name: true,
      language: true,
      active: true,
      archivedAt: true,
      sites: { select: { siteId: true } },
      kioskPin: { select: { isGivenOut: true } },
    },
  },
} as const satisfies Prisma.KioskSelect

export type OpenKiosk = Prisma.KioskGetPayload<{ select: typeof kioskSelect }>
export type KioskPerson = NonNullable<OpenKiosk['person']>

/** A tablet that is open: not ended, its time not over, its site in use, and whoever opened it still here. */
const open = (id: string, at: Date): Prisma.KioskWhereInput => ({
  ...{ id, endedAt: null, expiresAt: { gt: at } },
  site: { archivedAt: null },
  openedBy: { active: true, archivedAt: null },
})

/** Who is at a tablet now: their turn's secret is right, they were seen a moment ago, and they still work at the site. */
function personAt(kiosk: OpenKiosk, turn: string, at: Date): KioskPerson | null {
  const { person, turnHash, personSeenAt } = kiosk
  if (!person || !personSeenAt || !tokenPattern.test(turn) || turnHash !== hashToken(turn)) return null
  if (personSeenAt.getTime() < at.getTime() - TURN_MINUTES * 60_000) return null
  const worksHere =
    person.active && !person.archivedAt && person.sites.some((one) => one.siteId === kiosk.siteId)
  return worksHere ? person : null
}

interface Practice {
  id: string
  name: string
  timeZone: string
  isDemo: boolean
}

/** Somebody at a tablet, as commands know people: without any role, so that they may nothing but what is done here. */
const actorOf = (practice: Practice, who: { id: string; name: string }): Actor => ({
  ...{ practiceId: practice.id, practiceName: practice.name, timeZone: practice.timeZone },
  ...{ isDemo: practice.isDemo, idleMinutes: 0, cadences: {}, personId: who.id, name: who.name },
  ...{ email: '', homeSiteIds: [], held: [], sessionId: null },
})

const practiceOf = (tx: Tx): Promise<Practice> =>
  tx.practice.findFirstOrThrow({ select: { id: true, name: true, timeZone: true, isDemo: true } })

/** What somebody has at hand who does something at a tablet. */
export interface KioskContext extends CommandContext {
  kiosk: OpenKiosk
  /** Who is at it; null as long as nobody typed a right PIN. */
  person: KioskPerson | null
}

export interface KioskOutcome<Value> {
  value: Value
  events?: readonly EventDraft[]
  due?: readonly DueSync[]
  /** Who the events are told of, when it is not the person at the tablet. */
  by?: { id: string; name: string }
}

/** One transaction of whoever holds a tablet's secret, with the tablet locked; null when it is not open now. */
export async function atKiosk<Value>(
  secrets: { token: string; turn: string },
  at: Date,
  action: string,
  work: (context: KioskContext) => Promise<KioskOutcome<Value>>,
): Promise<Value | null> {
  const located = await locate(secrets.token)
  if (!located) return null
  const correlationId = randomUUID()
  return write({ practiceId: located.practiceId, correlationId }, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Kiosk" WHERE "id" = ${located.kioskId}::uuid FOR UPDATE`
    const kiosk = await tx.kiosk.findFirst({ where: open(located.kioskId, at), select: kioskSelect })
    if (!kiosk) return null
    const practice = await practiceOf(tx)
    const person = personAt(kiosk, secrets.turn, at)
    const who = person ?? { id: kiosk.id, name: 'Somebody at a shared tablet' }
    const actor = actorOf(practice, who)
    const today: Day = dayIn(practice.timeZone, at)
    const context = { tx, actor, now: at, today, correlationId, kiosk, person }
    if (person) await tx.kiosk.update({ where: { id: kiosk.id }, data: { personSeenAt: at } })
    const { value, events = [], due = [], by } = await work(context)
    const told = by ?? (person ? who : null)
    const attribution = {
      ...{ practiceId: practice.id, personId: told?.id ?? null, name: told?.name ?? who.name },
      role: `Shared tablet at ${kiosk.site.name}`,
    }
    await appendEvents(tx, attribution, action, at, correlationId, events)
    await syncObligations(context, due)
    return value
  })
}

/** Reads as whoever holds a tablet's secret; null when it is not open now. */
export async function readAtKiosk<Value>(
  secrets: { token: string; turn: string },
  at: Date,
  work: (tx: Tx, found: { kiosk: OpenKiosk; person: KioskPerson | null; actor: Actor }) => Promise<Value>,
): Promise<Value | null> {
  const located = await locate(secrets.token)
  if (!located) return null
  return read(located, async (tx) => {
    const kiosk = await tx.kiosk.findFirst({ where: open(located.kioskId, at), select: kioskSelect })
    if (!kiosk) return null
    const person = personAt(kiosk, secrets.turn, at)
    const who = person ?? { id: kiosk.id, name: '' }
    return work(tx, { kiosk, person, actor: actorOf(await practiceOf(tx), who) })
  })
}
