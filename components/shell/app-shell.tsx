import type { ReactNode } from 'react'
import type { FormAction } from '../form/action.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Mark } from './mark.tsx'
import { NavLink } from './nav-link.tsx'
import { PersonMenu, type ShellPerson } from './person-menu.tsx'
import { SoftNavigation } from './soft-navigation.tsx'
import type { Theme } from './theme.tsx'

/** One entry of the main navigation. Give only what the person may open. */
export type NavItem = {
  href: string
  label: string
  icon: IconName
  /** A shorter label for the bar at the bottom of a phone's screen. */
  short?: string | undefined
  /** A count worth seeing from everywhere, and what it counts ("overdue"). */
  badge?: { count: number; of: string } | undefined
  /** Neighbours of the same group stand under its name. */
  group?: string | undefined
}

type AppShellProps = {
  practice: string
  /** The practice's business day in words, for paper. */
  today: string
  /** In order of importance: the first four also form the bar at the bottom of a phone's screen. */
  items: readonly NavItem[]
  person: ShellPerson
  theme: Theme
  themeAction: FormAction
  signOutAction: FormAction
  accountHref: string
  /** Quick search: a GET form, see SearchBox. */
  search?: ReactNode
  /** What was just done, see Flash. */
  flash?: ReactNode
  children: ReactNode
}

function NavEntry({ item, short = false }: { item: NavItem; short?: boolean }) {
  const { href, label, icon, badge } = item
  return (
    <NavLink href={href}>
      <Icon name={icon} />
      <span className="nav-label">{short ? (item.short ?? label) : label}</span>
      {badge && badge.count > 0 ? (
        <span className="nav-badge">
          {badge.count > 999 ? '999+' : badge.count}
          <span className="sr-only"> {badge.of}</span>
        </span>
      ) : null}
    </NavLink>
  )
}

function Navigation({ items }: { items: readonly NavItem[] }) {
  const groups = new Map<string, NavItem[]>()
  for (const item of items) {
    const group = item.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), item])
  }
  return (
    <nav className="sidebar" id="navigation" popover="auto" aria-label="Main">
      <p className="brand">
        <Mark /> Plumbline
      </p>
      {[...groups].map(([group, entries]) => (
        <div key={group}>
          {group ? <p className="nav-group">{group}</p> : null}
          <ul>
            {entries.map((item) => (
              <li key={item.href}>
                <NavEntry item={item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** The frame around every page behind sign-in: navigation, top bar, and the page itself in `<main id="main">`. */
export function AppShell(props: AppShellProps) {
  const { practice, today, items, person, search, flash, children } = props
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        Skip to the page
      </a>
      <Navigation items={items} />
      <header className="topbar">
        <button
          type="button"
          className="btn btn-icon nav-toggle"
          popoverTarget="navigation"
          aria-label="All pages"
        >
          <Icon name="menu" />
        </button>
        <p className="practice" data-today={today}>
          {practice}
        </p>
        {search ? <div className="topbar-search">{search}</div> : null}
        <PersonMenu
          person={person}
          theme={props.theme}
          themeAction={props.themeAction}
          signOutAction={props.signOutAction}
          accountHref={props.accountHref}
        />
      </header>
      <main className="shell-main" id="main" tabIndex={-1}>
        {flash}
        {children}
      </main>
      {items.length > 1 ? (
        <nav className="bottombar" aria-label="Main pages">
          {items.slice(0, 4).map((item) => (
            <NavEntry key={item.href} item={item} short />
          ))}
        </nav>
      ) : null}
      <SoftNavigation />
    </div>
  )
}
