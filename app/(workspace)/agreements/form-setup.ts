import type { AgreementDetail } from '#lib/agreements/queries'
import { coverable, customersOf } from '#lib/flows/agreement-scope'
import type { Actor } from '#lib/kernel/access'
import type { KeptDraft } from '#lib/people/drafts'
import type { FormValues } from '../form-values.ts'
import { ownerChoices } from '../owner-choices.ts'

/** What a form for a new agreement starts with. */
export const newValues: FormValues = { kind: ['baa'], covers: ['all'], renewal: ['ends'] }

/** What the next agreement takes over from the one before it: everything but its days and its signatures. */
export function nextValues(before: AgreementDetail): FormValues {
  const {
    sentOn: _sent,
    signedOn: _signed,
    effectiveOn: _from,
    endsOn: _to,
    ...rest
  } = agreementValues(before)
  return { ...rest, ourSigner: [''], theirSigner: [''], confirmedOn: [''] }
}

/** A stored agreement as its form shows it. */
export function agreementValues(agreement: AgreementDetail): FormValues {
  const text = (value: string | number | null) => [String(value ?? '')]
  return {
    title: [agreement.title],
    kind: [agreement.kind],
    upstreamId: text(agreement.upstreamId),
    covers: [agreement.covers],
    'systemIds[]': agreement.systems.map(({ id }) => id),
    'flowIds[]': agreement.flows.map(({ id }) => id),
    services: [agreement.services],
    ourSigner: [agreement.ourSigner],
    theirSigner: [agreement.theirSigner],
    sentOn: text(agreement.sentOn),
    signedOn: text(agreement.signedOn),
    effectiveOn: text(agreement.effectiveOn),
    endsOn: text(agreement.endsOn),
    renewal: [agreement.renewal],
    renewalMonths: text(agreement.renewalMonths),
    noticeDays: text(agreement.noticeDays),
    yearlyCost: text(agreement.yearlyCost),
    breachDays: text(agreement.breachDays),
    confirmedOn: text(agreement.confirmedOn),
    ownerId: text(agreement.ownerId),
    backupId: text(agreement.backupId),
    notes: [agreement.notes],
  }
}

/** The choices that both forms need. `draft`: what was typed before, and comes back. */
export async function formSetup(
  actor: Actor,
  {
    vendorId,
    agreement,
    draft,
  }: { vendorId: string; agreement: AgreementDetail | null; draft: KeptDraft | null },
) {
  const [people, scope, customers] = await Promise.all([
    ownerChoices(actor, agreement, draft?.values),
    coverable(actor, vendorId, {
      systemIds: agreement?.systems.map(({ id }) => id) ?? [],
      flowIds: agreement?.flows.map(({ id }) => id) ?? [],
    }),
    customersOf(actor, vendorId),
  ])
  return { people, ...scope, customers }
}
