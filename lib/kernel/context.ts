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
