import type { ControlDetail } from '#lib/controls/queries'
import type { Actor } from '#lib/kernel/access'
import { personChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import type { FormValues } from '../form-values.ts'

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

/** Who is named as owner or backup in a form. */
export const namedIn = (values: FormValues | undefined) => [values?.ownerId?.[0], values?.backupId?.[0]]

/** The people that both forms offer. `draft`: what was typed before, and comes back. */
export async function formSetup(actor: Actor, control: ControlDetail | null, draft: KeptDraft | null) {
  const people = await personChoices(actor, {
    stored: [control?.ownerId ?? null, control?.backupId ?? null],
    entered: namedIn(draft?.values),
  })
  return { people }
}
