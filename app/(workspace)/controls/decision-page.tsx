import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedControl } from './load-control.ts'

/** The frame of a page that decides one thing about a control. */
export function DecisionPage({
  loaded: { control, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedControl }) {
  const crumbs = [
    { href: listHref, label: 'Controls' },
    { href: recordHref, label: control.title },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
