/** Pages of one record or one report, as links; `current` is the href of the one shown. */
export function Tabs({
  label,
  current,
  tabs,
}: {
  label: string
  current: string
  tabs: readonly { href: string; label: string; count?: number | undefined }[]
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="count">{tab.count.toLocaleString('en-US')}</span>
          )}
        </a>
      ))}
    </nav>
  )
}
