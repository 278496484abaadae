import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedRisk } from './load-risk.ts'

/** The frame of a page that decides one thing about a risk. */
export function DecisionPage({
  loaded: { risk, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedRisk }) {
  const crumbs = [
    { href: listHref, label: listHref === '/' ? 'My work' : 'Risks' },
    { href: recordHref, label: risk.title },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
