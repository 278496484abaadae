import type { Metadata } from 'next'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { DescriptionList } from '#components/ui/description-list'
import { Menu, MenuLink } from '#components/ui/menu'
import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { type Actor, can, canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import type { PersonDetail } from '#lib/people/detail-queries'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline } from '../../history-timeline.tsx'
import { DutiesSection } from './duties-section.tsx'
import { type PersonPageProps, personOfPage } from './person-page.tsx'
import { RolesSection } from './roles-section.tsx'
import { SignInSection, signInStep } from './sign-in-section.tsx'

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage(props: PersonPageProps) {
  const actor = await requireActor('person.read')
  const { person, siteIds, from, below } = await personOfPage(props)
  const today = todayFor(actor)
  const present = person.active && !person.archived
  return (
    <>
      <RecordHeader
        reference={person.ref}
        name={person.name}
        crumbs={<Breadcrumbs crumbs={[{ href: `/people${from}`, label: 'People' }]} />}
        badges={<Standing person={person} />}
        summary={summaryOf(person)}
        next={nextOf(actor, person, below)}
        actions={<Actions actor={actor} person={person} siteIds={siteIds} below={below} />}
      />
      <RecordColumns aside={<DutiesSection actor={actor} person={person} today={today} />}>
        <Section title="About them">
          <Card>
            <DescriptionList
              facts={[
                { label: 'Job title', value: person.jobTitle },
                {
                  label: 'Sites',
                  value:
                    person.sites.length > 0
                      ? person.sites.map(({ name }) => name).join(', ')
                      : 'Whole practice',
                },
                {
                  label: 'E-mail',
                  value: person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null,
                },
                { label: 'Staff number', value: person.staffNumber },
                { label: 'First day', value: person.startedOn ? formatDay(person.startedOn) : null },
                ...(person.leftOn ? [{ label: 'Last day', value: formatDay(person.leftOn) }] : []),
              ]}
            />
          </Card>
        </Section>
        {present ? <RolesSection actor={actor} person={person} below={below} /> : null}
        {present ? (
          <SignInSection actor={actor} person={person} href={below('/sign-in')} today={today} />
        ) : null}
        <EvidenceSection actor={actor} kind="person" id={person.id} />
        {person.history.length > 0 ? (
          <Section title="History" id="history">
            <HistoryTimeline history={person.history} timeZone={actor.timeZone} />
          </Section>
        ) : null}
      </RecordColumns>
    </>
  )
}

function Standing({ person }: { person: PersonDetail }) {
  if (person.archived) return <StatusBadge tone="neutral">Import undone</StatusBadge>
  if (person.leftOn) return <StatusBadge tone="neutral">Left {formatDay(person.leftOn)}</StatusBadge>
  return <StatusBadge tone="ok">Works here</StatusBadge>
}

function summaryOf({ jobTitle, sites, active }: PersonDetail): string {
  const where =
    sites.length > 0 ? `at ${listInWords(sites.map(({ name }) => name))}` : 'for the whole practice'
  if (!active) return jobTitle
  return jobTitle ? `${jobTitle} ${where}` : `Works ${where}`
}

type Below = (path: string) => string

/** The one thing to do next: give a role to who has none, let in who has one. */
function nextOf(actor: Actor, person: PersonDetail, below: Below) {
  if (!person.active || person.archived) return null
  if (person.roles.length === 0)
    return can(actor, 'person.roles') ? { label: 'Give a role', href: below('/roles') } : null
  return signInStep(actor, person, below('/sign-in'))
}

function Actions({
  actor,
  person,
  siteIds,
  below,
}: {
  actor: Actor
  person: PersonDetail
  siteIds: readonly string[]
  below: Below
}) {
  if (person.archived) return null
  const mayDeactivate = canAt(actor, 'person.deactivate', siteIds) && person.id !== actor.personId
  return (
    <>
      {canAt(actor, 'person.edit', siteIds) ? (
        <ButtonLink href={below('/edit')} icon="edit">
          Edit
        </ButtonLink>
      ) : null}
      {mayDeactivate ? (
        <Menu label="More" icon="more" iconOnly>
          {person.active ? (
            <MenuLink href={below('/leave')} icon="signOut">
              They are leaving
            </MenuLink>
          ) : (
            <MenuLink href={below('/return')} icon="restore">
              They work here again
            </MenuLink>
          )}
        </Menu>
      ) : null}
    </>
  )
}
