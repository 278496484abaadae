import type { ReactNode } from 'react'
import { Callout } from '../ui/callout.tsx'
import { ShownLink } from './shown-link.tsx'

/** A secret link that was just made: shown this once, ready to be copied. */
export function LinkOnce({
  title,
  address,
  hint,
  actions,
  children,
}: {
  title: string
  address: string
  hint: string
  /** Other ways to take it along. */
  actions?: ReactNode
  children?: ReactNode
}) {
  return (
    <Callout tone="ok" live title={title}>
      <ShownLink address={address} hint={hint} actions={actions}>
        {children}
      </ShownLink>
    </Callout>
  )
}
