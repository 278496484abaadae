import { keepGateNow } from '#lib/flows/phi-gate'
import type { Actor } from '#lib/kernel/access'
import { leaveWith } from './leave-with.ts'

/** As `leaveWith`, after the gate has looked at what the change means for patient data: the next page shows it. */
export async function leavePastGate(actor: Actor, message: string, href: string): Promise<never> {
  await keepGateNow(actor.practiceId)
  return leaveWith(message, href)
}
