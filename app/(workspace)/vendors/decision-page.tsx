import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedVendor } from './load-vendor.ts'

/** The frame of a page that decides one thing about a vendor. */
export function DecisionPage({
  loaded: { vendor, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedVendor }) {
  const crumbs = [
    { href: listHref, label: 'Vendors' },
    { href: recordHref, label: vendor.name },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
