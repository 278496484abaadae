import { ButtonLink } from '#components/ui/button'
import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { type Actor, can, isRole, roles, sitesWith } from '#lib/kernel/access'
import type { PersonDetail } from '#lib/people/detail-queries'
import type { HeldRow } from '#lib/people/table'
import { withRole } from './with-role.ts'
import '../people.css'

/** The roles of a person: what each allows, where and how long it counts. */
export function RolesSection({
  actor,
  person,
  below,
}: {
  actor: Actor
  person: PersonDetail
  below: (path: string) => string
}) {
  const reach = sitesWith(actor, 'person.roles')
  const mine = ({ sites }: HeldRow) =>
    reach === 'all' || (sites !== 'all' && sites.some(({ id }) => reach.includes(id)))
  return (
    <Section
      title="Roles"
      lede="What they may see and do here."
      actions={
        can(actor, 'person.roles') ? (
          <ButtonLink href={below('/roles')} size="small" icon="plus">
            Give a role
          </ButtonLink>
        ) : null
      }
    >
      <Card padded={person.roles.length === 0}>
        {person.roles.length === 0 ? (
          <p>None yet. Without a role somebody who signs in sees nothing.</p>
        ) : (
          <ul className="people-roles">
            {person.roles.map((held) => (
              <li key={`${held.role} ${held.until}`}>
                <div>
                  <p>
                    <strong>{isRole(held.role) ? roles[held.role].label : held.role}</strong>
                    {': '}
                    {held.sites === 'all' ? 'everywhere' : held.sites.map(({ name }) => name).join(', ')}
                    {held.until ? ` until ${formatDay(held.until)}` : ''}
                  </p>
                  {isRole(held.role) ? <p className="text-muted">{roles[held.role].does}</p> : null}
                </div>
                {can(actor, 'person.roles') && mine(held) ? (
                  <ButtonLink href={withRole(below('/roles'), held.role)} size="small">
                    Change
                    <span className="sr-only">
                      {' '}
                      the role {isRole(held.role) ? roles[held.role].label : ''}
                    </span>
                  </ButtonLink>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  )
}
