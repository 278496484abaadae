import type { Actor } from '#lib/kernel/access'
import { dutyScope } from '#lib/kernel/due-scope'

/** Whose duties are counted: what `visibleDuties` says as a condition, in the form that SQL takes. */
export interface DutyReach {
  all: boolean
  siteIds: string[]
  practiceWide: boolean
  /** Whose own duties count wherever they are. */
  personId: string | null
}

/** The duties that the actor sees. */
export function reachOf(actor: Actor): DutyReach {
  return { ...dutyScope(actor), personId: actor.personId }
}

/** Every duty of the practice. */
export const everyDuty: DutyReach = { all: true, siteIds: [], practiceWide: true, personId: null }
