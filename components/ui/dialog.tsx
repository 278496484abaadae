import { type ReactNode, useId } from 'react'

/**
 * A native modal dialog: Escape closes it and the focus goes back to the button that opened it.
 * Open it with `OpenDialog` of the same `id`; end its `children` with `DialogActions`.
 */
export function Dialog({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const titleId = useId()
  return (
    <dialog className="dialog" id={id} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}

/** The buttons of a dialog: the way out first, what it does last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>
}
