import { newId } from '#lib/base/ids'
import type { Tx } from '#lib/platform/db'
import { type Actor, roleLabel } from './access.ts'
import { insertRows } from './bulk.ts'

export interface RecordRef {
  kind: string
  id: string
  label: string
}

/** One thing somebody did: a sentence that begins with a verb in the past tense ('Changed the owner from … to …'). */
export interface EventDraft {
  sentence: string
  record?: RecordRef
  reason?: string
}

/** At least one event: a command without one does not compile. */
export type Events = readonly [EventDraft, ...EventDraft[]]

/** Who an event is attributed to; `actorOf` makes one from a signed-in actor. */
export interface Attribution {
  practiceId: string
  personId: string | null
  name: string
  role: string
}

export function attributionOf(actor: Actor): Attribution {
  return { practiceId: actor.practiceId, personId: actor.personId, name: actor.name, role: roleLabel(actor) }
}

/** Appends events in the caller's transaction. One statement, however many. */
export async function appendEvents(
  tx: Tx,
  by: Attribution,
  action: string,
  at: Date,
  correlationId: string,
  events: readonly EventDraft[],
): Promise<void> {
  await insertRows(
    tx,
    'AuditEvent',
    events.map((event) => ({
      id: newId(at.getTime()),
      practiceId: by.practiceId,
      at: at.toISOString(),
      action,
      actorId: by.personId,
      actorName: by.name,
      actorRole: by.role,
      recordKind: event.record?.kind ?? null,
      recordId: event.record?.id ?? null,
      recordLabel: event.record?.label ?? null,
      sentence: event.sentence,
      reason: event.reason ?? null,
      correlationId,
    })),
  )
}

export interface HistoryEntry {
  id: string
  at: Date
  actorName: string
  sentence: string
  reason: string | null
}

/** The newest events of one record, newest first. */
export function recordHistory(
  tx: Tx,
  kind: string,
  recordId: string,
  limit: number,
): Promise<HistoryEntry[]> {
  return tx.auditEvent.findMany({
    where: { recordKind: kind, recordId },
    select: { id: true, at: true, actorName: true, sentence: true, reason: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}
