import { randomUUID } from 'node:crypto'
import { settle as settleAgreements } from '#lib/agreements/store'
import { type Cover, missingLinks } from '#lib/ai-systems/cover'
import { coversOf } from '#lib/ai-systems/cover-queries'
import { systemKind } from '#lib/ai-systems/schema'
import { settle } from '#lib/ai-systems/store'
import { addDays, type Day, dateOf, dayIn, dayOrNull } from '#lib/base/days'
import { count } from '#lib/base/text'
import { appendEvents, type EventDraft } from '#lib/kernel/audit'
import { updateRows } from '#lib/kernel/bulk'
import type { SyncContext } from '#lib/kernel/context'
import { syncObligations } from '#lib/kernel/due-store'
import { hasSnapshot, keepSnapshot } from '#lib/overview/snapshot'
import { now } from '#lib/platform/clock'
import { outside, type Tx, write } from '#lib/platform/db'
import { log } from '#lib/platform/log'
import { alertOfLapses, type Stopped } from './lapse-alerts.ts'
import { misplacedRisks } from './place-risk-duties.ts'

/** What the gate did to a practice. */
export interface Gated {
  /** How many systems it stopped because an agreement that they need is gone. */
  suspended: number
  /** How many stand otherwise than before. */
  changed: number
}

/** Who acts where nobody asked: so the trail names it. */
const by = (practiceId: string) => ({ practiceId, personId: null, name: 'Plumbline', role: 'System' })

const stillCovered = ['covered', 'lapsing', 'override']
const running = ['approved', 'in-use']

/**
 * Looks at every AI system of a practice, notes how agreements cover its patient data today, and suspends what was covered and
 * no longer is. A system that never was (it came in with a file, say) is noted and gets its duty, but goes on: nobody here let
 * it in. Safe to repeat, also by several at once; a constant number of statements, however many systems.
 */
export async function keepGate(practiceId: string): Promise<Gated> {
  const at = now()
  const correlationId = randomUUID()
  return write({ practiceId, correlationId }, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('patient data gate'), hashtext(${practiceId}))`
    const practice = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } })
    const today = dayIn(practice.timeZone, at)
    const context: SyncContext = {
      tx,
      now: at,
      today,
      actor: {
        ...by(practiceId),
        timeZone: practice.timeZone,
        cadences: practice.cadences as Record<string, number>,
      },
    }
    const isNewDay = !(await hasSnapshot(tx, today))
    const agreements = isNewDay ? await settleAgreements(context, changedByTheDay(today)) : []
    const { changes, suspended } = await changesOf(tx, today)
    await updateRows(
      tx,
      'AiSystem',
      changes.map(({ row }) => row),
    )
    await suspend(tx, suspended, today, at)
    await alertOfLapses(tx, practice, suspended, today)
    const ids = changes.map(({ row }) => row.id)
    const systems = await settle(context, { id: { in: ids } })
    const risks = await misplacedRisks(context, isNewDay)
    await syncObligations(context, [...agreements, ...systems, ...risks])
    const events = changes.flatMap(({ event }) => event ?? [])
    const whole = {
      sentence: `Looked at how agreements cover patient data: ${count(changes.length, 'AI system')} noted anew`,
    }
    // Rows that change without an event would count as changed outside the application.
    const untold = events.length === 0 && changes.length + agreements.length > 0
    const moved = { sentence: 'Moved what is due for risks to the sites where their AI systems are now' }
    const all = [...(untold ? [whole] : []), ...events, ...(risks.length > 0 ? [moved] : [])]
    if (isNewDay) await keepSnapshot(tx, practiceId, today, at)
    await appendEvents(tx, by(practiceId), 'ai-system.cover', at, correlationId, all)
    return { suspended: suspended.length, changed: changes.length }
  })
}

/** The agreements whose term, or whose standing, another day changes: few, and all of them found by an index. */
const changedByTheDay = (today: Day) => ({
  archivedAt: null,
  OR: [
    { renewal: 'renews', termEndsOn: { lt: dateOf(today) } },
    { terminatedOn: { lte: dateOf(today), gt: dateOf(addDays(today, -recentDays)) } },
    {
      successors: {
        some: {
          archivedAt: null,
          effectiveOn: { lte: dateOf(today), gt: dateOf(addDays(today, -recentDays)) },
        },
      },
    },
  ],
})
/** A worker that was off for longer than this catches up with the next change of the agreement itself. */
const recentDays = 60

interface Change {
  row: { id: string; cover: string; coverSince: string; coverUntil: string | null }
  event: EventDraft | null
}

const systemSelect = {
  id: true,
  ref: true,
  name: true,
  stage: true,
  cover: true,
  coverSince: true,
  coverUntil: true,
  ownerId: true,
  backupId: true,
} as const

async function changesOf(tx: Tx, today: Day): Promise<{ changes: Change[]; suspended: Stopped[] }> {
  const where = { archivedAt: null, stage: { not: 'retired' } }
  const covers = await coversOf(tx, where, today)
  const systems = await tx.aiSystem.findMany({ where, select: systemSelect, orderBy: { ref: 'asc' } })
  const changes: Change[] = []
  const suspended: Stopped[] = []
  for (const { id, ref, name, stage, ownerId, backupId, ...noted } of systems) {
    const cover = covers.get(id)
    const until = cover?.until ?? null
    if (!cover || (cover.state === noted.cover && until === dayOrNull(noted.coverUntil))) continue
    const isNew = cover.state !== noted.cover || noted.coverSince === null
    const isLapse =
      cover.state === 'uncovered' && stillCovered.includes(noted.cover) && running.includes(stage)
    const reason = missingLinks(cover)
      .map(({ because }) => because)
      .join(' ')
    const record = { kind: systemKind, id, label: `${ref} ${name}` }
    if (isLapse) suspended.push({ id, label: record.label, reason, ownerId, backupId })
    const sentence = isLapse
      ? 'Suspended it, because its patient data is no longer covered'
      : isNew
        ? sentences[cover.state]
        : null
    changes.push({
      row: {
        id,
        cover: cover.state,
        coverSince: isNew ? today : (dayOrNull(noted.coverSince) ?? today),
        coverUntil: until,
      },
      event: sentence ? { sentence, record, ...(reason ? { reason } : {}) } : null,
    })
  }
  return { changes, suspended }
}

/** What the trail says when a system comes to stand otherwise. That nothing is known of it yet is no event. */
const sentences: Readonly<Record<Cover['state'], string | null>> = {
  'not-needed': null,
  undescribed: null,
  covered: 'Found its patient data covered by agreements',
  lapsing: 'Found its patient data covered, but not for long',
  override: null,
  uncovered: 'Found its patient data not covered',
}

async function suspend(tx: Tx, suspended: readonly Stopped[], today: Day, at: Date): Promise<void> {
  if (suspended.length === 0) return
  const systems = await tx.aiSystem.findMany({
    where: { id: { in: suspended.map(({ id }) => id) } },
    select: { id: true, version: true },
  })
  const reasons = new Map(suspended.map(({ id, reason }) => [id, reason]))
  await updateRows(
    tx,
    'AiSystem',
    systems.map(({ id, version }) => ({
      id,
      stage: 'suspended-pending',
      stageReason: reasons.get(id) ?? '',
      stageSince: today,
      version: version + 1,
      updatedAt: at.toISOString(),
    })),
  )
}

/** `keepGate` in every practice, for the worker: each by itself, so that one that fails does not keep the others from it. */
export async function keepAllGates(): Promise<void> {
  for (const { id } of await outside<{ id: string }>('SELECT id FROM all_practices()')) await keepGateNow(id)
}

/** `keepGate` right after somebody changed something that it looks at; what goes wrong is left to the worker. */
export async function keepGateNow(practiceId: string): Promise<void> {
  try {
    await keepGate(practiceId)
  } catch (error) {
    log('error', 'the gate could not look at once', { error })
  }
}
