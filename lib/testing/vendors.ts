import type pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { createVendor } from '#lib/vendors/commands'
import { getVendor } from '#lib/vendors/queries'
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
