import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader, Section } from '#components/ui/section'
import { addDays, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { personChoices } from '#lib/people/directory'
import { listLeaves } from '#lib/training/form-queries'
import { removeLeaveAction, saveLeaveAction } from '../actions.ts'
import { LeaveForm } from './leave-form.tsx'
import '../../vendors/vendors.css'

export const metadata: Metadata = { title: 'People on leave' }

/** Leaves that ended longer ago are no longer listed. */
const shownDays = 60

export default async function LeavePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('training.keep')
  const today = todayFor(actor)
  const { leave: wanted } = await searchParams
  const leaves = await listLeaves(actor, addDays(today, -shownDays))
  const changing = leaves.find(({ id }) => id === wanted)
  const away = leaves.filter(
    ({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || untilOn >= today),
  )
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/training', label: 'Campaigns' }]} />}
        title="People on leave"
        lede={`${away.length === 0 ? 'Nobody is away' : `${count(away.length, 'person is', 'people are')} away`} today. While somebody is away nothing of their training is due; back, they have as many days more.`}
      />
      <div className="grid grid-cols-1 gap-8">
        <Section title={changing ? `Change the leave of ${changing.name}` : 'Note a leave'}>
          <LeaveForm
            key={changing?.id ?? ''}
            action={saveLeaveAction}
            people={await personChoices(actor, { stored: [changing?.personId ?? null] })}
            values={{
              id: [changing?.id ?? ''],
              personId: [changing?.personId ?? ''],
              fromOn: [changing?.fromOn ?? today],
              untilOn: [changing?.untilOn ?? ''],
            }}
            changing={changing?.name ?? null}
          />
        </Section>
        {leaves.length > 0 ? (
          <Section title="Away, soon away, and back">
            <ul className="entries">
              {leaves.map(({ id, name, fromOn, untilOn }) => (
                <li key={id}>
                  <p className="entry-title">{name}</p>
                  <p className="text-muted">
                    {formatDay(fromOn)} to {untilOn ? formatDay(untilOn) : 'nobody knows yet'}
                  </p>
                  <div className="actions">
                    <a href={`/training/leave?leave=${id}`} className="btn btn-secondary btn-small">
                      Change<span className="sr-only"> the leave of {name}</span>
                    </a>
                    <form action={takeBack}>
                      <input type="hidden" name="id" value={id} />
                      <button type="submit" className="btn btn-quiet btn-small">
                        Entered by mistake<span className="sr-only">: {name}</span>
                      </button>
                    </form>
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </>
  )
}

async function takeBack(form: FormData): Promise<void> {
  'use server'
  await removeLeaveAction({}, form)
}
