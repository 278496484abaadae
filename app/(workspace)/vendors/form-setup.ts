import type { Actor } from '#lib/kernel/access'
import { personChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import type { VendorDetail } from '#lib/vendors/queries'
import type { FormValues } from '../form-values.ts'
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

/** Who is named as owner or backup in a form. */
export const namedIn = (values: FormValues | undefined) => [values?.ownerId?.[0], values?.backupId?.[0]]

/** The choices and citations that both forms need. `draft`: what was typed before, and comes back. */
export async function formSetup(actor: Actor, vendor: VendorDetail | null, draft: KeptDraft | null) {
  const people = await personChoices(actor, {
    stored: [vendor?.ownerId ?? null, vendor?.backupId ?? null],
    entered: namedIn(draft?.values),
  })
  return { people, rule: citationOf('business-associate') }
}
