import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { directoryPage } from '#lib/people/register-queries'
import { type PersonRow, personTable } from '#lib/people/table'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { PersonName } from './person-name.tsx'

export const metadata: Metadata = { title: 'People' }

const cells = { name: (row: PersonRow) => <PersonName person={row} /> }

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('person.read')
  const state = parseListState(personTable, await searchParams)
  const [page, views] = await Promise.all([directoryPage(actor, state), listViews(actor, personTable.kind)])
  const today = todayFor(actor)
  const query = listQuery(personTable, state)
  const mayImport = can(actor, 'person.import')
  const mayAdd = can(actor, 'person.edit')
  const mayKeepSites = can(actor, 'site.edit') && !can(actor, 'practice.settings')
  return (
    <>
      <PageHeader
        title="People"
        lede={
          <>
            Everybody who works here, also those who never sign in.{' '}
            {page.left > 0 ? (
              <a href={`${personTable.path}?standing=left`}>
                {count(page.left, 'person has', 'people have')} left.
              </a>
            ) : null}
          </>
        }
        actions={
          <>
            {can(actor, 'person.export') && page.all > 0 ? <ExportMenu kind="person" query={query} /> : null}
            {mayKeepSites ? (
              <ButtonLink href="/settings/sites" icon="building">
                Sites
              </ButtonLink>
            ) : null}
            {mayImport ? (
              <ButtonLink href="/import/person" icon="upload">
                Import
              </ButtonLink>
            ) : null}
            {mayAdd ? (
              <ButtonLink href="/people/new" variant="primary" icon="plus">
                Add person
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={personTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={today}
        directory={{ sites: page.sites }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/people/${row.id}`, query)}
        cells={cells}
        empty={
          <EmptyState
            title="Nobody yet"
            icon="people"
            actions={
              mayAdd ? (
                <ButtonLink href="/people/new" variant="primary" icon="plus">
                  Add person
                </ButtonLink>
              ) : null
            }
          >
            Who works here will stand in this list.
          </EmptyState>
        }
      />
    </>
  )
}
