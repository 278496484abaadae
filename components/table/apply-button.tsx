'use client'

import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button.tsx'

/** Sends the form of a panel and closes the panel, so that the focus is back on the button that opened it. */
export function ApplyButton({ children }: { children: ReactNode }) {
  return (
    <button
      type="submit"
      className={buttonClass({ variant: 'primary' })}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    >
      {children}
    </button>
  )
}
