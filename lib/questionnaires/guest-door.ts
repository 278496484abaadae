import { randomUUID } from 'node:crypto'
import { dayIn } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { type Attribution, appendEvents, type EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import { type DueSync, syncObligations } from '#lib/kernel/due-store'
import { outside, read, type Tx, write } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { hashToken } from '#lib/platform/session'
import { questionsOf } from './question.ts'
import { lockWhere } from './store.ts'

// Whoever answers has a link and no account, so no command can act for them. This is their door: one transaction with the
// change, its events and its duties, as a command has, and nothing in it but the one questionnaire of the link.

const tokenPattern = /^[\w-]{43}$/

/** The questionnaire that a link leads to, whether or not it still works. */
export interface Located {
  practiceId: string
  linkId: string
}

/** What a token leads to; null when it was never given out. */
export async function locate(token: string): Promise<Located | null> {
  if (!tokenPattern.test(token)) return null
  const [found] = await outside<{ practiceId: string; linkId: string }>(
    'SELECT * FROM locate_questionnaire($1)',
    [hashToken(token)],
  )
  return found ?? null
}

/** A link that works at an instant: not withdrawn, not ended, to what is in use. */
const working = (linkId: string, at: Date): Prisma.QuestionnaireLinkWhereInput => ({
  id: linkId,
  revokedAt: null,
  expiresAt: { gt: at },
  questionnaire: { archivedAt: null, vendor: { archivedAt: null } },
})

/** What somebody's work by a link does: as a command's, with what is given back. */
export interface GuestOutcome<Value> {
  value: Value
  events?: readonly EventDraft[]
  due?: readonly DueSync[]
}

/** What somebody who came by a link has at hand. */
export interface GuestContext extends CommandContext {
  questionnaire: NonNullable<Awaited<ReturnType<typeof lockWhere>>>
  questions: ReturnType<typeof questionsOf>
}

async function guestActor(tx: Tx, { practiceId, linkId }: Located, name: string): Promise<Actor> {
  const practice = await tx.practice.findFirstOrThrow({
    select: { name: true, timeZone: true, isDemo: true, cadences: true },
  })
  return {
    practiceId,
    practiceName: practice.name,
    timeZone: practice.timeZone,
    isDemo: practice.isDemo,
    idleMinutes: 0,
    cadences: practice.cadences as Record<string, number>,
    // Nobody of the directory: whoever closes a duty this way is known by the link and by name.
    personId: linkId,
    name,
    email: '',
    homeSiteIds: [],
    held: [],
    sessionId: null,
  }
}

/** What the audit trail says of somebody who came by a link. */
const byGuest = (practiceId: string, name: string): Attribution => ({
  practiceId,
  personId: null,
  name,
  role: 'Outside, by link',
})

/** One transaction of whoever holds a token, with its questionnaire locked; null when the token leads nowhere now. */
export async function byLink<Value>(
  token: string,
  at: Date,
  action: string,
  work: (context: GuestContext) => Promise<GuestOutcome<Value>>,
  options: { timeoutMs?: number } = {},
): Promise<Value | null> {
  const located = await locate(token)
  if (!located) return null
  const correlationId = randomUUID()
  return write(
    { practiceId: located.practiceId, correlationId },
    async (tx) => {
      const link = await tx.questionnaireLink.findFirst({
        where: working(located.linkId, at),
        select: { questionnaireId: true },
      })
      const questionnaire = link && (await lockWhere({ tx }, link.questionnaireId, { archivedAt: null }))
      // Withdrawn while this waited for the lock.
      const still = await tx.questionnaireLink.count({ where: working(located.linkId, at) })
      if (!questionnaire || still === 0) return null
      const name = `${questionnaire.contactName} (${questionnaire.vendor.name})`
      const actor = await guestActor(tx, located, name)
      const today = dayIn(actor.timeZone, at)
      const questions = questionsOf(questionnaire.templateVersion.questions)
      const context = { tx, actor, now: at, today, correlationId, questionnaire, questions }
      const { value, events = [], due = [] } = await work(context)
      await appendEvents(tx, byGuest(located.practiceId, name), action, at, correlationId, events)
      await syncObligations(context, due)
      return value
    },
    options,
  )
}

/** Reads as whoever holds a token; null when it leads nowhere now. */
export async function readByLink<Value>(
  located: Located,
  at: Date,
  work: (tx: Tx, questionnaireId: string) => Promise<Value>,
): Promise<Value | null> {
  return read(located, async (tx) => {
    const link = await tx.questionnaireLink.findFirst({
      where: working(located.linkId, at),
      select: { questionnaireId: true },
    })
    return link && work(tx, link.questionnaireId)
  })
}

/** Notes that somebody came to the address of a questionnaire. Its own trail: no event. */
export async function noteVisit(
  { practiceId, linkId }: Located,
  visit: { at: Date; address: string; browser: string; outcome: 'opened' | 'refused' },
): Promise<void> {
  await write({ practiceId }, async (tx) => {
    const link = await tx.questionnaireLink.findUnique({
      where: { id: linkId },
      select: { questionnaireId: true },
    })
    if (link) await tx.questionnaireVisit.create({ data: { ...visit, practiceId, ...link } })
  })
}

/** One transaction of the worker on nobody's behalf. */
export function byItself<Value>(
  practiceId: string,
  at: Date,
  action: string,
  work: (tx: Tx) => Promise<{ value: Value; events: readonly EventDraft[] }>,
): Promise<Value> {
  const correlationId = randomUUID()
  const by = { practiceId, personId: null, name: 'Plumbline', role: 'System' }
  return write({ practiceId, correlationId }, async (tx) => {
    const { value, events } = await work(tx)
    await appendEvents(tx, by, action, at, correlationId, events)
    return value
  })
}
