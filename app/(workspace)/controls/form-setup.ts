import type { ControlDetail } from '#lib/controls/queries'
import type { Actor } from '#lib/kernel/access'
import type { KeptDraft } from '#lib/people/drafts'
import type { FormValues } from '../form-values.ts'
import { ownerChoices } from '../owner-choices.ts'

/** What a form for a new control starts with: nothing is done yet, and its working is tested once a year. */
export const newValues: FormValues = { state: ['not-started'], testEveryMonths: ['12'] }

/** A stored control as its form shows it. */
export function controlValues(control: ControlDetail): FormValues {
  return {
    title: [control.title],
    does: [control.does],
    evidence: [control.evidence],
    state: [control.state],
    stateReason: [control.stateReason],
    testEveryMonths: [control.testEveryMonths === null ? '' : String(control.testEveryMonths)],
    ownerId: [control.ownerId ?? ''],
    backupId: [control.backupId ?? ''],
    notes: [control.notes],
  }
}

/** The people that both forms offer. `draft`: what was typed before, and comes back. */
export async function formSetup(actor: Actor, control: ControlDetail | null, draft: KeptDraft | null) {
  const people = await ownerChoices(actor, control, draft?.values)
  return { people }
}
