import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedAgreement } from './load-agreement.ts'

/** The frame of a page that decides one thing about an agreement. */
export function DecisionPage({
  loaded: { agreement, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedAgreement }) {
  const crumbs = [
    { href: listHref, label: listHref === '/' ? 'My work' : 'Agreements' },
    { href: recordHref, label: agreement.title },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
