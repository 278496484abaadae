import { PageHeader } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { type Actor, can, type Permission } from '#lib/kernel/access'

const places: readonly { href: string; label: string; permission: Permission; demoOnly?: boolean }[] = [
  { href: '/settings', label: 'Practice', permission: 'practice.settings' },
  { href: '/settings/sites', label: 'Sites', permission: 'site.edit' },
  { href: '/settings/security', label: 'Sign-in rules', permission: 'practice.settings' },
  { href: '/settings/cadences', label: 'How often things are due', permission: 'practice.settings' },
  { href: '/settings/risk-scale', label: 'Scale of risks', permission: 'risk.settings' },
  { href: '/settings/reminders', label: 'Reminders and mail', permission: 'practice.settings' },
  { href: '/settings/demo', label: 'Demo data', permission: 'practice.wipe-demo', demoOnly: true },
]

/** The title of every settings page, and the ways to the others that this person may open. */
export function SettingsHeader({ actor, current, lede }: { actor: Actor; current: string; lede?: string }) {
  const open = places.filter(
    ({ permission, demoOnly }) => can(actor, permission) && (!demoOnly || actor.isDemo),
  )
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs label="Settings" current={current} tabs={open} />
      {lede ? <p className="mb-6 max-w-[68ch] text-muted">{lede}</p> : null}
    </>
  )
}
