import type { Actor } from '#lib/kernel/access'
import type { KeptDraft } from '#lib/people/drafts'
import type { VendorDetail } from '#lib/vendors/queries'
import type { FormValues } from '../form-values.ts'
import { ownerChoices } from '../owner-choices.ts'
import { citationOf } from '../rule-citation.ts'

const unknown = ['unknown']

/** What a form for a new vendor starts with: nothing is known yet. */
export const newValues: FormValues = { criticality: unknown, patientData: unknown }

/** A stored vendor as its form shows it. */
export function vendorValues(vendor: VendorDetail): FormValues {
  return {
    name: [vendor.name],
    website: [vendor.website],
    services: [vendor.services],
    criticality: [vendor.criticality],
    patientData: [vendor.patientData],
    ownerId: [vendor.ownerId ?? ''],
    backupId: [vendor.backupId ?? ''],
    notes: [vendor.notes],
  }
}

/** The choices and citations that both forms need. `draft`: what was typed before, and comes back. */
export async function formSetup(actor: Actor, vendor: VendorDetail | null, draft: KeptDraft | null) {
  const people = await ownerChoices(actor, vendor, draft?.values)
  return { people, rule: citationOf('business-associate') }
}
