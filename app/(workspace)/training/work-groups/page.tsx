import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { mayEdit } from '#lib/training/policy'
import { jobTitles } from '#lib/training/work-groups'
import { sortTitlesAction } from '../actions.ts'
import { WorkGroupsForm } from './work-groups-form.tsx'

export const metadata: Metadata = { title: 'Work groups' }

export default async function WorkGroupsPage() {
  const actor = await requireActor('training.edit')
  if (!mayEdit(actor)) notFound()
  const { titles, untitled } = await jobTitles(actor)
  const unsorted = titles.filter(({ group }) => group === null)
  const people = unsorted.reduce((sum, title) => sum + title.people, 0)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/training', label: 'Campaigns' }]} />}
        title="Work groups"
        lede={
          unsorted.length > 0
            ? `${count(unsorted.length, 'job title is', 'job titles are')} not sorted yet: ${count(people, 'person', 'people')} with ${unsorted.length === 1 ? 'it' : 'them'} ${people === 1 ? 'is' : 'are'} missed by campaigns for work groups.`
            : `All ${count(titles.length, 'job title')} are sorted.`
        }
      />
      {untitled > 0 ? (
        <p className="pb-4">
          {count(untitled, 'person has', 'people have')} no job title, so only campaigns for everybody reach
          them.
        </p>
      ) : null}
      {titles.length === 0 ? (
        <EmptyState
          title="Nobody has a job title yet"
          icon="people"
          actions={<ButtonLink href="/people">See the directory</ButtonLink>}
        >
          Enter job titles in the directory, or import your list of staff.
        </EmptyState>
      ) : (
        <WorkGroupsForm action={sortTitlesAction} titles={titles} />
      )}
    </>
  )
}
