import { type ReactNode, useId } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

/** A button that opens a short list of actions: a native popover, so Escape and a click beside it close it. */
export function Menu({
  label,
  icon,
  iconOnly,
  children,
  ...look
}: ButtonLook & {
  label: string
  /** Shows the icon alone; the label is still what is read out. */
  iconOnly?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        className={`${buttonClass(look)}${iconOnly ? ' btn-icon' : ''}`}
        popoverTarget={id}
        aria-label={iconOnly ? label : undefined}
      >
        {icon ? <Icon name={icon} /> : null}
        {iconOnly ? null : label}
        {iconOnly ? null : <Icon name="chevronDown" />}
      </button>
      <div className="menu" id={id} popover="auto">
        {children}
      </div>
    </>
  )
}

/** An entry that leads to another page. */
export function MenuLink({ href, icon, children }: { href: string; icon?: IconName; children: ReactNode }) {
  return (
    <a className="menu-item" href={href}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}

/** An entry that submits the form around it. */
export function MenuSubmit({
  icon,
  danger,
  name,
  value,
  children,
}: {
  icon?: IconName
  danger?: boolean
  name?: string
  value?: string
  children: ReactNode
}) {
  return (
    <button
      type="submit"
      className={danger ? 'menu-item menu-item-danger' : 'menu-item'}
      {...{ name, value }}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

/** A line between groups of entries. */
export function MenuLine() {
  return <hr />
}
