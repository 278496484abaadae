import { Icon } from './icon.tsx'

/** The way from the register down to this page; the page itself is the h1 below and not repeated here. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="crumbs">
        {crumbs.map(({ href, label }, index) => (
          <li key={href}>
            <a href={href}>{label}</a>
            {index < crumbs.length - 1 ? <Icon name="chevronRight" /> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
