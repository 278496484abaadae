import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedSystem } from './load-system.ts'
import './system.css'

/** The frame of a page that decides one thing about a system. */
export function DecisionPage({
  loaded: { system, recordHref, listHref },
  ...frame
}: Frame & {
  loaded: Pick<LoadedSystem, 'recordHref' | 'listHref'> & { system: { name: string } }
}) {
  const crumbs = [
    { href: listHref, label: 'AI systems' },
    { href: recordHref, label: system.name },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
