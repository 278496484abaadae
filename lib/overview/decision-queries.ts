import { renewalKey } from '#lib/agreements/due'
import { may as mayOnAgreements } from '#lib/agreements/policy'
import { agreementKind } from '#lib/agreements/schema'
import { agreementTable } from '#lib/agreements/table'
import { moveLabel } from '#lib/ai-systems/life-cycle'
import { movesWaiting, newRequests } from '#lib/ai-systems/moves'
import { movableBy } from '#lib/ai-systems/policy'
import { systemTable } from '#lib/ai-systems/table'
import { addDays, type Day, dateOf, dayIn, dayOf, dayOrNull, formatDay } from '#lib/base/days'
import { type Actor, can, canAt } from '#lib/kernel/access'
import { dueRange, dueStatus } from '#lib/kernel/due'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { may as mayOnVendors } from '#lib/vendors/policy'
import { vendorTable } from '#lib/vendors/table'
import { type Decision, leavesNoRoom, rankDecisions } from './decisions.ts'

/** How many are shown, and so how many of one kind are ever needed. */
const mostDecisions = 5
/** An exception that ends later than this can wait for the next look, as what is due later does. */
const aheadDays = 30

/**
 * What waits for this reader, the gravest first. A bounded number of statements; none for who decides nothing. Moves and
 * requests can wait longest, and whether a move lacks nothing is dear to find out: they are asked for when there is room.
 */
export async function decisionsFor(actor: Actor, today: Day): Promise<Decision[]> {
  const own = await read(actor, async (tx) => [
    ...(await systemsWithoutCover(tx, actor, today)),
    ...(await renewals(tx, actor, today)),
    ...(await determinations(tx, actor)),
  ])
  if (leavesNoRoom(own, mostDecisions)) return rankDecisions(own, today, mostDecisions)
  const [moves, { requests }] = await Promise.all([movesWaiting(actor), newRequests(actor)])
  const waiting = moves.map(
    ({ id, label, to, since }): Decision => ({
      ...{ kind: 'move', id, label, by: null, since },
      why: `Everything is there but your decision, since ${formatDay(since)}.`,
      href: `${systemTable.path}/${id}/move/${to}`,
      action: moveLabel(to === 'approved' ? 'in-review' : 'approved', to),
    }),
  )
  const asked = requests.map(
    ({ id, label, askedBy, askedOn }): Decision => ({
      ...{ kind: 'request', id, label, by: null, since: askedOn },
      why: `${askedBy} asked for it on ${formatDay(askedOn)}.`,
      href: `${systemTable.path}/${id}#stage`,
      action: 'Answer',
    }),
  )
  return rankDecisions([...own, ...waiting, ...asked], today, mostDecisions)
}

const systemSelect = {
  id: true,
  ref: true,
  name: true,
  coverSince: true,
  coverOverrideUntil: true,
} as const satisfies Prisma.AiSystemSelect

/** Systems whose patient data is not covered, for those who may stop them or let them start again. */
async function systemsWithoutCover(tx: Tx, actor: Actor, today: Day): Promise<Decision[]> {
  if (!can(actor, 'ai-system.move')) return []
  const first = (where: Prisma.AiSystemWhereInput, orderBy: Prisma.AiSystemOrderByWithRelationInput) =>
    tx.aiSystem.findMany({
      where: { AND: [movableBy(actor), { archivedAt: null }, where] },
      select: systemSelect,
      orderBy: [orderBy, { id: 'asc' }],
      take: mostDecisions,
    })
  const running = { stage: { in: ['approved', 'in-use'] } }
  const since = { coverSince: 'asc' } as const
  const exposed = await first({ ...running, cover: 'uncovered' }, since)
  const letThrough = await first(
    { ...running, cover: 'override', coverOverrideUntil: { lte: dateOf(addDays(today, aheadDays)) } },
    { coverOverrideUntil: 'asc' },
  )
  const stopped = await first({ stage: 'suspended-pending' }, since)
  type System = (typeof exposed)[number]
  // Who may let it through everywhere decides there; who may stop it, on its page.
  const page = canAt(actor, 'ai-system.override-cover', []) ? '/cover' : ''
  const hrefOf = (id: string) => `${systemTable.path}/${id}${page}`
  const decision = (
    { id, ref, name, coverSince }: System,
    rest: Pick<Decision, 'kind' | 'why' | 'by' | 'action'>,
  ): Decision => {
    return { id, label: `${ref} ${name}`, since: dayOrNull(coverSince), href: hrefOf(id), ...rest }
  }
  return [
    ...exposed.map((system) =>
      decision(system, {
        ...{ kind: 'exposed', by: null, action: 'Decide' },
        why: 'Its patient data goes where no agreement covers it.',
      }),
    ),
    ...letThrough.map((system) => {
      const until = dayOrNull(system.coverOverrideUntil)
      const why = `It goes on without cover only until ${until ? formatDay(until) : 'its last day'}.`
      return decision(system, { kind: 'let-through', by: until, action: 'Decide', why })
    }),
    ...stopped.map((system) =>
      decision(system, {
        ...{ kind: 'stopped', by: null, action: 'Decide' },
        why: 'It stands still until an agreement is there.',
      }),
    ),
  ]
}

/** Agreements whose last day for notice, or for a successor, comes. */
async function renewals(tx: Tx, actor: Actor, today: Day): Promise<Decision[]> {
  if (!mayOnAgreements(actor, 'edit')) return []
  const found = await tx.obligation.findMany({
    where: {
      state: 'open',
      recordKind: agreementKind,
      key: { startsWith: `${renewalKey}:` },
      OR: [{ dueOn: dueRange('overdue', today) }, { dueOn: dueRange('due-soon', today) }],
    },
    select: { recordId: true, recordLabel: true, title: true, dueOn: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: mostDecisions,
  })
  const agreements = await tx.agreement.findMany({
    where: { id: { in: found.map(({ recordId }) => recordId) } },
    select: { id: true, vendor: { select: { name: true } } },
  })
  const vendors = new Map(agreements.map(({ id, vendor }) => [id, vendor.name]))
  return found.map(({ recordId: id, recordLabel, title, dueOn }) => {
    const by = dayOf(dueOn)
    const label = `${recordLabel}, ${vendors.get(id) ?? ''}`
    const why = `${title}, ${dueStatus(by, today) === 'overdue' ? 'overdue since' : 'by'} ${formatDay(by)}.`
    const href = `${agreementTable.path}/${id}/renew`
    return { kind: 'renewal', id, label, why, by, since: null, href, action: 'Decide' }
  })
}

/** Vendors with patient data of which nobody has said what they are. */
async function determinations(tx: Tx, actor: Actor): Promise<Decision[]> {
  if (!mayOnVendors(actor, 'determine')) return []
  const found = await tx.vendor.findMany({
    where: { archivedAt: null, businessAssociate: 'unknown', patientData: 'yes' },
    select: { id: true, ref: true, name: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostDecisions,
  })
  return found.map(({ id, ref, name, createdAt }) => ({
    ...{ kind: 'determination', id, label: `${ref} ${name}`, by: null },
    why: 'It has patient data. Is it a business associate?',
    since: dayIn(actor.timeZone, createdAt),
    href: `${vendorTable.path}/${id}/determine`,
    action: 'Decide',
  }))
}
