import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type Actor, can } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { may } from '#lib/vendors/policy'
import { getVendor, type VendorDetail } from '#lib/vendors/queries'
import { type VendorToReview, vendorToReview } from '#lib/vendors/review-queries'
import { vendorTable } from '#lib/vendors/table'

/** What Next gives to every page below one vendor. */
export interface VendorPage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

/** What a page does with a vendor: shows it, or changes it in a way that `may` names. */
type Deed = 'read' | 'edit' | 'determine' | 'archive'

export interface LoadedVendor {
  actor: Actor
  vendor: VendorDetail
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The vendor for those who may do this to it, read once per request; null for everybody else. */
const findVendor = cache(async (deed: Deed, id: string) => {
  const actor = await currentActor()
  if (!actor || !(deed === 'read' ? can(actor, 'vendor.read') : may(actor, deed))) return null
  const vendor = await getVendor(actor, id)
  return vendor && { actor, vendor }
})

/** The title of a page below a vendor; nothing of the vendor for those who may not open the page. */
export async function vendorTitle(
  { params }: Pick<VendorPage, 'params'>,
  deed: Deed,
  titleOf: (vendor: VendorDetail) => string,
): Promise<Metadata> {
  const found = await findVendor(deed, (await params).id)
  return { title: found ? titleOf(found.vendor) : 'Vendor' }
}

/** The vendor of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadVendor({ params, searchParams }: VendorPage, deed: Deed): Promise<LoadedVendor> {
  await requireActor(`vendor.${deed}`)
  const found = await findVendor(deed, (await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(found.vendor.id, searchParams)) }
}

async function ways(id: string, searchParams: Promise<SearchParams>) {
  const from = returnQuery(vendorTable, (await searchParams).from)
  return { from, recordHref: withReturn(`/vendors/${id}`, from), listHref: `${vendorTable.path}${from}` }
}

/** The vendor for those who may record reviews of it, read once per request; null for everybody else. */
const findToReview = cache(async (id: string) => {
  const actor = await currentActor()
  const vendor = actor && (await vendorToReview(actor, id))
  return actor && vendor ? { actor, vendor } : null
})

/** As `vendorTitle`, for the page that records a review. */
export async function reviewTitle(
  { params }: Pick<VendorPage, 'params'>,
  titleOf: (vendor: VendorToReview) => string,
): Promise<Metadata> {
  const found = await findToReview((await params).id)
  return { title: found ? titleOf(found.vendor) : 'Vendor' }
}

/** As `loadVendor`, for the page that records a review: its owner and its backup may, even where they cannot open its page. */
export async function loadToReview({ params, searchParams }: VendorPage) {
  await requireActor('vendor.review-own')
  const found = await findToReview((await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(found.vendor.id, searchParams)) }
}
