import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { DueBadge } from '#components/ui/relative-day'
import { PageHeader } from '#components/ui/section'
import { type Day, formatDay } from '#lib/base/days'
import { type Actor, can } from '#lib/kernel/access'
import { dueStatus } from '#lib/kernel/due'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import type { SearchParams } from '#lib/kernel/table'
import { dueListPage } from '#lib/overview/due-list'
import { type DutyRow, duePath } from '#lib/overview/due-table'
import { dutyNext, dutyRecordHref, theirRecords } from '../duty-links.ts'
import { restInWords } from '../my-work-words.ts'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'

export const metadata: Metadata = { title: 'What is due' }

export default async function DuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('due.read-own')
  const page = await dueListPage(actor, await searchParams)
  const { table, state, day, isPast } = page
  const [views, theirs] = await Promise.all([listViews(actor, table.kind), theirRecords(actor, page.rows)])
  const step = (row: DutyRow) =>
    row.state === 'open'
      ? dutyNext(actor, row, { hasOwner: row.ownerId !== null, isTheirs: theirs.has(row.recordId) })
      : undefined
  return (
    <>
      <PageHeader
        title={isPast ? `What was due on ${formatDay(day)}` : state.archived ? 'What was due' : 'What is due'}
        lede={
          isPast
            ? 'As it stood at the end of that day. A duty whose date was moved since counts by the date it has now.'
            : state.archived
              ? 'Duties that were done or are no longer needed.'
              : undefined
        }
      />
      <RegisterList
        table={table}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={day}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => dutyRecordHref(actor, row) ?? step(row)?.href ?? sameRecord(row)}
        cells={{
          due: (row) => dueCell(row, isPast || row.state === 'open' ? day : null),
          title: (row) => titleCell(row),
        }}
        next={(row) => step(row) ?? null}
        empty={
          <EmptyState title="Nothing is due" icon="checkCircle" actions={<Beginning actor={actor} />}>
            What has to be done by a day will stand here, for every record that you may see.
          </EmptyState>
        }
      />
    </>
  )
}

/** What is due, with the way to putting it off and handing it over, and whether somebody did. */
function titleCell({ id, title, state, snoozedUntil, handedOver }: DutyRow) {
  if (state !== 'open') return title
  const notes = [restInWords(snoozedUntil), handedOver ? 'Handed over.' : undefined].filter(Boolean)
  return (
    <>
      <a href={`${duePath}/${id}`}>{title}</a>
      {notes.length > 0 ? <span className="text-muted"> {notes.join(' ')}</span> : null}
    </>
  )
}

/** Where what is due comes from, as far as this person may go there. */
function Beginning({ actor }: { actor: Actor }) {
  if (can(actor, 'ai-system.import'))
    return <ButtonLink href="/import/ai-system">Bring in AI systems</ButtonLink>
  if (can(actor, 'ai-system.read')) return <ButtonLink href="/ai-systems">See the AI systems</ButtonLink>
  return <ButtonLink href="/">Go to my work</ButtonLink>
}

/** Where a row leads for those who can neither open its record nor do anything: to the duties of that record. */
function sameRecord({ recordLabel, state }: DutyRow): string {
  const query = new URLSearchParams({ q: recordLabel, ...(state === 'open' ? {} : { archived: 'yes' }) })
  return `${duePath}?${query}`
}

/** The due day as it stands on the day the list is seen from; plain for what is closed, which is late no more. */
function dueCell({ dueOn }: DutyRow, seenFrom: Day | null) {
  if (seenFrom) return <DueBadge status={dueStatus(dueOn, seenFrom)} day={dueOn} today={seenFrom} />
  return <time dateTime={dueOn}>{formatDay(dueOn)}</time>
}
