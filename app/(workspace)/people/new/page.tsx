import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { sitesWith } from '#lib/kernel/access'
import { returnQuery } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { siteOptions } from '#lib/people/directory'
import { readDraft } from '#lib/people/drafts'
import { personTable } from '#lib/people/table'
import { addPerson } from '../actions.ts'
import { draftKeys } from '../draft-keys.ts'
import { PersonForm } from '../person-form.tsx'

export const metadata: Metadata = { title: 'Add a person' }

export default async function NewPersonPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('person.edit')
  const from = returnQuery(personTable, (await searchParams).from)
  const [sites, kept] = await Promise.all([
    siteOptions(actor, { at: 'person.edit' }),
    readDraft(actor, draftKeys.add),
  ])
  return (
    <>
      <PageHeader
        title="Add a person"
        lede="Adding somebody does not let them sign in: roles and an invitation come after."
        crumbs={<Breadcrumbs crumbs={[{ href: `/people${from}`, label: 'People' }]} />}
      />
      <PersonForm
        action={addPerson}
        sites={sites}
        mustHaveSite={sitesWith(actor, 'person.edit') !== 'all'}
        from={from}
        backHref={`/people${from}`}
        draft={{ form: draftKeys.add, kept }}
      />
    </>
  )
}
