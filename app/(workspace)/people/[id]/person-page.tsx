import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { getPerson, type PersonDetail } from '#lib/people/detail-queries'
import { personTable } from '#lib/people/table'

export interface PersonPageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

interface PersonPage {
  person: PersonDetail
  siteIds: string[]
  /** The list's query that this page was opened from. */
  from: string
  /** The person's own page, and one below it, both with the way back. */
  href: string
  below: (path: string) => string
  crumbs: ReactNode
}

const idPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The person that a page is about, and the ways from it. Not found when there is none, or not for this actor. */
export async function personOfPage({ params, searchParams }: PersonPageProps): Promise<PersonPage> {
  const { id } = await params
  const from = returnQuery(personTable, (await searchParams).from)
  const person = idPattern.test(id) ? await getPerson(await requireActor('person.read'), id) : null
  if (!person) notFound()
  const below = (path: string) => withReturn(`/people/${id}${path}`, from)
  return {
    person,
    siteIds: person.sites.map((site) => site.id),
    from,
    href: below(''),
    below,
    crumbs: (
      <Breadcrumbs
        crumbs={[
          { href: `/people${from}`, label: 'People' },
          { href: below(''), label: person.name },
        ]}
      />
    ),
  }
}
