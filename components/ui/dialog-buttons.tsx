'use client'

import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'

/** Opens the dialog with this id. Icons go into `children`, so that they stay on the server. */
export function OpenDialog({
  dialog,
  menuItem,
  children,
  ...look
}: Omit<ButtonLook, 'icon'> & { dialog: string; menuItem?: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      className={menuItem ? 'menu-item' : buttonClass(look)}
      aria-haspopup="dialog"
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        const found = document.getElementById(dialog)
        if (found instanceof HTMLDialogElement) found.showModal()
      }}
    >
      {children}
    </button>
  )
}

/** Closes the dialog it stands in and changes nothing. */
export function CloseDialog({ children = 'Cancel' }: { children?: ReactNode }) {
  return (
    <button
      type="button"
      className={buttonClass({ variant: 'secondary' })}
      onClick={(event) => event.currentTarget.closest('dialog')?.close()}
    >
      {children}
    </button>
  )
}
