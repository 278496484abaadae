import type { Actor } from '#lib/kernel/access'
import type { KeptDraft } from '#lib/people/drafts'
import { riskChoices } from '#lib/risks/choices-queries'
import type { RiskDetail } from '#lib/risks/detail-queries'
import type { FormValues } from '../form-values.ts'
import { ownerChoices } from '../owner-choices.ts'

/** What a form for a new risk starts with. */
export const newValues = (systemId: string): FormValues => ({
  treatment: ['undecided'],
  reviewEveryMonths: ['12'],
  ...(systemId ? { 'systemIds[]': [systemId] } : {}),
})

const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id)

/** A stored risk as its form shows it. */
export function riskValues(risk: RiskDetail): FormValues {
  const text = (value: string | number | null) => [String(value ?? '')]
  return {
    title: [risk.title],
    category: [risk.category],
    cause: [risk.cause],
    event: [risk.event],
    consequence: [risk.consequence],
    threat: [risk.threat],
    vulnerability: [risk.vulnerability],
    'systemIds[]': ids(risk.systems),
    'vendorIds[]': ids(risk.vendors),
    'siteIds[]': ids(risk.sites),
    'controlIds[]': ids(risk.controls),
    treatment: [risk.treatment],
    treatmentNote: [risk.treatmentNote],
    identifiedOn: text(risk.identifiedOn),
    reviewEveryMonths: text(risk.reviewEveryMonths),
    generativeRisk: text(risk.generativeRisk),
    ownerId: text(risk.ownerId),
    backupId: text(risk.backupId),
    notes: [risk.notes],
  }
}

/** The choices that both forms need. `draft`: what was typed before, and comes back. */
export async function formSetup(
  actor: Actor,
  risk: RiskDetail | null,
  draft: KeptDraft | null,
  systemId = '',
) {
  const [people, choices] = await Promise.all([
    ownerChoices(actor, risk, draft?.values),
    riskChoices(actor, {
      systemIds: risk ? ids(risk.systems) : systemId ? [systemId] : [],
      vendorIds: risk ? ids(risk.vendors) : [],
      siteIds: risk ? ids(risk.sites) : [],
      controlIds: risk ? ids(risk.controls) : [],
    }),
  ])
  return { people, choices }
}
