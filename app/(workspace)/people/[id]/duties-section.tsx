import { DueList } from '#components/record/due-list'
import { Card, Section } from '#components/ui/section'
import type { Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { dueStatus } from '#lib/kernel/due'
import type { PersonDetail } from '#lib/people/detail-queries'
import { recordHref } from '../../duty-links.ts'

function aboutOf(actor: Actor, kind: string, id: string, label: string) {
  const href = recordHref(actor, kind, id)
  return href ? { label, href } : undefined
}

/** What is due from a person, as owner and as backup, as far as the reader may see it. */
export function DutiesSection({ actor, person, today }: { actor: Actor; person: PersonDetail; today: Day }) {
  const { duties, dutyCount } = person
  return (
    <Section
      title="Due from them"
      lede={dutyCount > duties.length ? `The first ${duties.length} of ${dutyCount}.` : undefined}
    >
      {duties.length === 0 ? (
        <Card>
          <p>Nothing is due{person.id === actor.personId ? ' from you' : ''}.</p>
        </Card>
      ) : (
        <DueList
          today={today}
          items={duties.map(({ id, title, dueOn, recordKind, recordId, recordLabel, asBackup }) => ({
            id,
            title,
            dueOn,
            status: dueStatus(dueOn, today),
            owner: asBackup ? 'as backup' : person.name,
            about: aboutOf(actor, recordKind, recordId, recordLabel),
          }))}
        />
      )}
    </Section>
  )
}
