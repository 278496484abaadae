import type { Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { Actor } from './access.ts'

/** What a running command has at hand. */
export interface CommandContext {
  tx: Tx
  actor: Actor
  now: Date
  /** The practice's business day. */
  today: Day
  correlationId: string
}

/** What it takes to bring duties in line: a command's context, or that of work which nobody asked for (`personId` null). */
export interface SyncContext extends Pick<CommandContext, 'tx' | 'now' | 'today'> {
  actor: Pick<Actor, 'practiceId' | 'timeZone' | 'cadences' | 'name'> & { personId: string | null }
}
