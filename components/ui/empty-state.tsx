import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** What an empty page says: what would stand here, and what to do first. */
export function EmptyState({
  title,
  icon = 'list',
  level = 2,
  actions,
  children,
}: {
  title: string
  icon?: IconName
  level?: 2 | 3
  actions?: ReactNode
  children?: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <div className="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="empty-actions">{actions}</div> : null}
    </div>
  )
}
