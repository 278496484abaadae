import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#components/ui/section'
import { endingRoles, roles, sitesWith } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { siteOptions } from '#lib/people/directory'
import { roleOptions } from '#lib/people/options'
import { type PersonPageProps, personOfPage } from '../person-page.tsx'
import { giveRole, takeRole } from './actions.ts'
import { RoleForm } from './role-form.tsx'
import { WithdrawRole } from './withdraw-role.tsx'

export const metadata: Metadata = { title: 'Roles' }

export default async function RolesPage(props: PersonPageProps) {
  const actor = await requireActor('person.roles')
  const { person, from, href, crumbs } = await personOfPage(props)
  if (!person.active || person.archived) notFound()
  const wanted = (await props.searchParams).role
  const held = person.roles.filter(({ role }) => role === wanted)
  const [first] = held
  const everywhere = sitesWith(actor, 'person.roles') === 'all'
  const sites = await siteOptions(actor, { at: 'person.roles' })
  const choices = roleOptions
    .filter(({ value }) => !person.roles.some(({ role }) => role === value))
    .map(({ value, label }) => ({ value, label, hint: roles[value].does }))
  const label = roleOptions.find(({ value }) => value === first?.role)?.label
  return (
    <>
      <PageHeader
        title={label ? `${label}: ${person.name}` : `Give ${person.name} a role`}
        lede="Several roles add up. A change counts from the next page they open."
        crumbs={crumbs}
      />
      <RoleForm
        action={giveRole}
        personId={person.id}
        role={first && label ? { value: first.role, label } : null}
        choices={choices}
        ending={endingRoles.map((role) => ({ value: role, label: roles[role].label }))}
        sites={sites}
        mayEverywhere={everywhere}
        values={{
          where: [first ? (first.sites === 'all' ? 'everywhere' : 'sites') : everywhere ? '' : 'sites'],
          'siteIds[]': held.flatMap(({ sites: at }) => (at === 'all' ? [] : at.map(({ id }) => id))),
          until: [first?.until ?? ''],
        }}
        today={todayFor(actor)}
        from={from}
        backHref={href}
      />
      {first && label ? (
        <div className="mt-8">
          <WithdrawRole
            action={takeRole}
            person={{ id: person.id, name: person.name }}
            role={{ value: first.role, label }}
            from={from}
          />
        </div>
      ) : null}
    </>
  )
}
