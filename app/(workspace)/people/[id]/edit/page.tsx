import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#components/ui/section'
import { canAt, sitesWith } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { siteOptions } from '#lib/people/directory'
import { readDraft } from '#lib/people/drafts'
import { changePerson } from '../../actions.ts'
import { personValues } from '../../conflict.ts'
import { draftKeys } from '../../draft-keys.ts'
import { PersonForm } from '../../person-form.tsx'
import { type PersonPageProps, personOfPage } from '../person-page.tsx'

export const metadata: Metadata = { title: 'Edit person' }

export default async function EditPersonPage(props: PersonPageProps) {
  const actor = await requireActor('person.edit')
  const { person, siteIds, from, crumbs, href } = await personOfPage(props)
  if (!canAt(actor, 'person.edit', siteIds) || person.archived) notFound()
  const form = draftKeys.edit(person.id)
  const [sites, kept] = await Promise.all([
    siteOptions(actor, { at: 'person.edit', keep: siteIds }),
    readDraft(actor, form),
  ])
  return (
    <>
      <PageHeader title={`Edit ${person.name}`} crumbs={crumbs} />
      <PersonForm
        action={changePerson}
        record={{ id: person.id, version: person.version }}
        values={personValues(person)}
        sites={sites}
        mustHaveSite={sitesWith(actor, 'person.edit') !== 'all'}
        signsIn={person.signIn === 'active' || person.signIn === 'locked'}
        from={from}
        backHref={href}
        draft={{ form, kept }}
      />
    </>
  )
}
