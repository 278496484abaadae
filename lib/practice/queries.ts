import { z } from 'zod'
import { type Actor, can } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { read, type Tx } from '#lib/platform/db'
import { practiceKind } from './schema.ts'

const lengths = z.record(z.string(), z.number()).catch({})

/** The practice's settings. */
export interface PracticeSettings {
  id: string
  name: string
  states: string[]
  timeZone: string
  isDemo: boolean
  idleMinutes: number
  sessionHours: number
  mfaRoles: string[]
  /** Lengths the practice has chosen itself, by cadence key. */
  cadences: Record<string, number>
  version: number
}

const settingsSelect = {
  id: true,
  name: true,
  states: true,
  timeZone: true,
  isDemo: true,
  idleMinutes: true,
  sessionHours: true,
  mfaRoles: true,
  cadences: true,
  version: true,
} as const

/** The practice of the transaction. */
export async function settingsOf(tx: Tx, practiceId: string): Promise<PracticeSettings> {
  const found = await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, select: settingsSelect })
  return { ...found, cadences: lengths.parse(found.cadences) }
}

/** The settings and their history. The actor must be allowed to change them. */
export function getSettings(actor: Actor): Promise<PracticeSettings & { history: HistoryEntry[] }> {
  return read(actor, async (tx) => ({
    ...(await settingsOf(tx, actor.practiceId)),
    history: can(actor, 'practice.settings')
      ? await recordHistory(tx, practiceKind, actor.practiceId, 50)
      : [],
  }))
}

/** What wiping the demo would take with it, in numbers. */
export function countDemo(
  actor: Actor,
): Promise<{ people: number; sites: number; systems: number; vendors: number; events: number }> {
  return read(actor, async (tx) => ({
    people: await tx.person.count(),
    sites: await tx.site.count(),
    systems: await tx.aiSystem.count(),
    vendors: await tx.vendor.count(),
    events: await tx.auditEvent.count(),
  }))
}
