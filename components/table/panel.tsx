import { type ReactNode, useId } from 'react'
import { buttonClass } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { ApplyButton } from './apply-button.tsx'

/** A button that opens a panel of choices: a native popover, on a phone a sheet from below. Its form is the one around it. */
export function Panel({
  label,
  icon,
  count = 0,
  wide = false,
  stateKey,
  children,
}: {
  label: string
  icon: IconName
  /** How many of its choices are made. */
  count?: number
  wide?: boolean
  /** Changes with the list's state, so that the choices start afresh from it and the panel closes. */
  stateKey: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <>
      <button type="button" className={buttonClass({})} popoverTarget={id}>
        <Icon name={icon} />
        {label}
        {count > 0 ? (
          <span className="panel-count">
            {count}
            <span className="sr-only"> chosen</span>
          </span>
        ) : null}
      </button>
      <div
        key={stateKey}
        className={wide ? 'panel panel-wide' : 'panel'}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
      >
        <div className="panel-body">{children}</div>
        <div className="panel-actions">
          <ApplyButton>Apply</ApplyButton>
          <button type="button" className={buttonClass({})} popoverTarget={id} popoverTargetAction="hide">
            Close
          </button>
        </div>
      </div>
    </>
  )
}
