import type { Actor } from '#lib/kernel/access'
import { dutyScope } from '#lib/kernel/due-scope'
import type { Prisma } from '#lib/platform/prisma/client'

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

/**
 * What many people each do themselves, such as their training, is counted where it belongs, and among duties only for themselves:
 * ten thousand of them would hide the one that an owner must see.
 */
export function countedDuties(actor: Actor): Prisma.ObligationWhereInput {
  return { OR: [{ isPersonal: false }, { ownerId: actor.personId }] }
}

/** Every duty of the practice. */
export const everyDuty: DutyReach = { all: true, siteIds: [], practiceWide: true, personId: null }
