import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonLook = {
  variant?: ButtonVariant | undefined
  /** 'small' fits a 36-pixel table row; it still grows to 44 pixels under a finger. */
  size?: 'normal' | 'small' | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
}

/** The class names of a button, for elements that are neither Button nor ButtonLink. */
export function buttonClass({ variant = 'secondary', size, wide }: ButtonLook): string {
  return `btn btn-${variant}${size === 'small' ? ' btn-small' : ''}${wide ? ' btn-wide' : ''}`
}

/** A button that does something here; `type` is 'button' unless said otherwise. */
export function Button({
  variant,
  size,
  wide,
  icon,
  children,
  ...rest
}: ButtonLook & Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button type="button" {...rest} className={buttonClass({ variant, size, wide })}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads to another page. */
export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  children,
  ...rest
}: ButtonLook & Omit<ComponentProps<'a'>, 'className' | 'href'> & { href: string }) {
  return (
    <a {...rest} className={buttonClass({ variant, size, wide })}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}

/** A square button with an icon only; `label` is what assistive technology and a long press say. */
export function IconButton({
  label,
  icon,
  ...rest
}: { label: string; icon: IconName } & Omit<ComponentProps<'button'>, 'className' | 'children'>): ReactNode {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className="btn btn-quiet btn-icon">
      <Icon name={icon} />
    </button>
  )
}
