import type pg from 'pg'
import { previewMatch } from '#lib/flows/match-vendors'
import type { Actor } from '#lib/kernel/access'
import { vendorChain } from '#lib/vendors/chain-queries'
import { createVendor } from '#lib/vendors/commands'
import { saveCertificate, saveContact, saveLink } from '#lib/vendors/part-commands'
import { getVendor } from '#lib/vendors/queries'
import { facts } from './ai-systems.ts'
import { createPractice, valueOf } from './practice.ts'

/** What the form of a sound vendor sends. */
export const vendorFacts = {
  name: 'Acme',
  website: 'www.acme.example',
  services: 'Writes visit notes.',
  criticality: 'days',
  patientData: 'yes',
  notes: '',
  ownerId: '',
  backupId: '',
}

/** The vendor's page; throws when the actor does not see it. */
export async function vendorDetail(actor: Actor, id: string) {
  const vendor = await getVendor(actor, id)
  if (!vendor) throw new Error('not visible')
  return vendor
}

/** A practice whose register holds one vendor, V-001, with patient data, owned by its officer. */
export async function practiceWithVendor(pool: pg.Pool) {
  const practice = await createPractice(pool)
  const officer = await practice.actor('officer')
  const { id } = valueOf(await createVendor(officer, { ...vendorFacts, ownerId: officer.personId }))
  const seen = async () => ({ id, version: (await vendorDetail(officer, id)).version })
  return { practice, officer, id, seen }
}

/** A vendor with one of each part, and the vendor behind it. */
export interface VendorIds {
  id: string
  contactId: string
  linkId: string
  certificateId: string
}

const contactFacts = { name: 'Dana Ellis', about: 'Support', email: 'dana@acme.example', phone: '' }
const certificateFacts = { kind: 'soc2-type2', scope: '', issuedOn: '', validUntil: '' }

/** Adds a vendor with a contact, a sub-processor and a certificate, called as `change` says. */
export async function vendorWithParts(
  officer: Actor,
  change: object = {},
  word = 'Acme',
): Promise<VendorIds> {
  const { id } = valueOf(await createVendor(officer, { ...vendorFacts, ...change }))
  const host = valueOf(
    await createVendor(officer, { ...vendorFacts, name: `${word} host`, patientData: 'no' }),
  )
  const link = { subProcessor: host.id, does: `${word} hosting`, patientData: 'yes' }
  const part = (version: number) => ({ id, version, partId: '' })
  valueOf(await saveContact(officer, { ...part(1), ...contactFacts, about: `${word} support` }))
  valueOf(await saveLink(officer, { ...part(2), ...link }))
  valueOf(await saveCertificate(officer, { ...part(3), ...certificateFacts, scope: `${word} cloud` }))
  const { contacts, certificates } = await vendorDetail(officer, id)
  const { behind } = await vendorChain(officer, id)
  return {
    id,
    contactId: contacts[0]?.id ?? '',
    linkId: behind[0]?.link.id ?? '',
    certificateId: certificates[0]?.id ?? '',
  }
}

/** One input for each command on a vendor, in an order in which all of them can be called. */
export function vendorInputs(
  ids: () => VendorIds,
  seen: () => Promise<{ id: string; version: number }>,
  more: () => { today: string; ownerId: string; reason: string },
): Record<string, () => unknown> {
  const on = (input: () => object) => async () => ({ ...input(), ...(await seen()) })
  return {
    'vendor.create': () => ({ ...vendorFacts, ownerId: more().ownerId }),
    'vendor.edit': on(() => ({ ...vendorFacts, name: 'Renamed' })),
    'vendor.determine': on(() => ({ answer: 'yes', reasons: ['keeps-it'], note: '', on: more().today })),
    'vendor.review': on(() => ({ on: more().today, note: more().reason })),
    'vendor.save-contact': on(() => ({ ...contactFacts, partId: ids().contactId })),
    'vendor.save-link': on(() => ({ does: 'Hosting', patientData: 'no', partId: ids().linkId })),
    'vendor.save-certificate': on(() => ({ ...certificateFacts, partId: ids().certificateId })),
    'vendor.remove-contact': on(() => ({ partId: ids().contactId })),
    'vendor.remove-link': on(() => ({ partId: ids().linkId })),
    'vendor.remove-certificate': on(() => ({ partId: ids().certificateId })),
    'vendor.archive': on(() => ({ reason: more().reason })),
    'vendor.restore': seen,
  }
}

/** What the page of matches sends to link what the AI systems of `facts` name to a vendor. */
export async function matchInput(actor: Actor, vendorId: string) {
  const choices = { 0: { text: facts.vendorName, to: vendorId } }
  return { choices, fingerprint: (await previewMatch(actor, { choices })).fingerprint }
}
