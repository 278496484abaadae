import fc from 'fast-check'
import { createAgreement } from '#lib/agreements/commands'
import { saveClauses } from '#lib/agreements/decisions'
import { getAgreement } from '#lib/agreements/queries'
import { matchVendors } from '#lib/flows/match-vendors'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { requiredClauses } from '#lib/law/agreement-clauses'
import { createVendor } from '#lib/vendors/commands'
import { determineVendor } from '#lib/vendors/decisions'
import { valueOf } from './practice.ts'
import { matchInput, vendorFacts } from './vendors.ts'

/** What the form of a sound business associate agreement sends, signed and without an end. */
export const agreementFacts = {
  title: '',
  kind: 'baa',
  upstreamId: '',
  covers: 'all',
  services: '',
  ourSigner: '',
  theirSigner: '',
  sentOn: '',
  signedOn: '2026-01-10',
  effectiveOn: '',
  endsOn: '',
  renewal: 'evergreen',
  renewalMonths: '',
  noticeDays: '',
  yearlyCost: '',
  breachDays: '',
  confirmedOn: '',
  ownerId: '',
  backupId: '',
  notes: '',
}

/** Every clause that the law requires, found. */
export const everyClause = Object.fromEntries(requiredClauses.map(({ key }) => [key, { state: 'present' }]))

/** The agreement's page; throws when the actor does not see it. */
export async function agreementDetail(actor: Actor, id: string) {
  const found = await getAgreement(actor, id)
  if (!found) throw new Error('not visible')
  return found
}

/** Adds a complete agreement with a vendor, called as `change` says, and gives its id. */
export async function signedAgreement(
  officer: Actor,
  vendorId: string,
  change: object = {},
): Promise<string> {
  const { id } = valueOf(
    await createAgreement(officer, { ...agreementFacts, vendorId, predecessorId: '', ...change }),
  )
  valueOf(await saveClauses(officer, { id, version: 1, clauses: everyClause }))
  return id
}

/** Makes the vendor that the AI systems of `facts` name a business associate under a complete agreement, and links them to it. */
export async function coverAcme(
  officer: Actor,
  agreement: object = {},
): Promise<{ vendorId: string; agreementId: string }> {
  const { id: vendorId } = valueOf(await createVendor(officer, vendorFacts))
  valueOf(
    await determineVendor(officer, {
      ...{ id: vendorId, version: 1, answer: 'yes', reasons: ['keeps-it'], note: '' },
      on: todayFor(officer),
    }),
  )
  const agreementId = await signedAgreement(officer, vendorId, agreement)
  valueOf(await matchVendors(officer, await matchInput(officer, vendorId)))
  return { vendorId, agreementId }
}

/** One input for each command on an agreement, in an order in which all of them can be called. */
export function agreementInputs(
  vendorId: () => string,
  seen: () => Promise<{ id: string; version: number }>,
  more: () => { today: string; reason: string },
): Record<string, () => unknown> {
  const on = (input: () => object) => async () => ({ ...input(), ...(await seen()) })
  return {
    'agreement.create': () => ({ ...agreementFacts, vendorId: vendorId(), predecessorId: '' }),
    'agreement.edit': on(() => ({
      ...agreementFacts,
      title: 'Renamed',
      renewal: 'renews',
      endsOn: '2099-12-31',
    })),
    'agreement.let-renew': on(() => ({ note: more().reason })),
    'agreement.save-clauses': on(() => ({ clauses: everyClause })),
    'agreement.terminate': on(() => ({ on: more().today, reason: more().reason })),
    'agreement.record-data-return': on(() => ({ how: 'destroyed', on: more().today, note: '' })),
    'agreement.archive': on(() => ({ reason: more().reason })),
    'agreement.restore': seen,
  }
}

/** Agreements of all sorts with these vendors, naming some of these AI systems. */
export function agreementsWith(
  vendorIds: readonly string[],
  systemIds: readonly string[],
  text: fc.Arbitrary<string>,
) {
  const clause = fc.record({ state: fc.constantFrom('present', 'weak', 'absent'), words: text })
  const terms = fc.constantFrom(
    {},
    { renewal: 'ends', endsOn: '2028-02-29', noticeDays: '0' },
    { renewal: 'renews', endsOn: '2026-12-31', renewalMonths: '36', noticeDays: '90', yearlyCost: '12000' },
    { signedOn: '', sentOn: '2026-02-01', breachDays: '5' },
  )
  return fc
    .record({
      facts: fc.record({
        title: text.map((value) => `t${value}`.slice(0, 250)),
        vendorId: fc.constantFrom(...vendorIds),
        kind: fc.constantFrom('baa', 'contract', 'data-use', 'other'),
        systemIds: fc.uniqueArray(fc.constantFrom(...systemIds), { minLength: 1, maxLength: 3 }),
        services: text,
        ourSigner: text.map((value) => value.slice(0, 190)),
        notes: text,
        clauses: fc.record({ books: clause, 'no-training': clause }, { requiredKeys: [] }),
      }),
      covers: fc.constantFrom('all', 'named'),
      terms,
    })
    .map(({ facts, covers, terms }) => ({ ...facts, ...terms, covers, predecessorId: '' }))
}
