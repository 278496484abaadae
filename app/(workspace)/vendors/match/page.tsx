import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Pagination } from '#components/ui/pagination'
import { PageHeader } from '#components/ui/section'
import { count, listInWords, shorten } from '#lib/base/text'
import { mayMatch, textsPerPage, type UnmatchedPage, unmatchedPage } from '#lib/flows/match-vendors'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { matchAction } from './actions.ts'
import { MatchForm, type MatchQuestion } from './match-form.tsx'
import '../../decision.css'

export const metadata: Metadata = { title: 'Match vendors' }

const namedSystems = 3
const path = '/vendors/match'

export default async function MatchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('vendor.edit')
  if (!mayMatch(actor)) notFound()
  const wanted = Number((await searchParams).page)
  const page = Number.isInteger(wanted) && wanted > 0 && wanted < 1000 ? wanted : 1
  const found = await unmatchedPage(actor, page)
  const { texts, total } = found
  const start = (page - 1) * textsPerPage
  const to = (other: number) => (other > 1 ? `${path}?page=${other}` : path)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/vendors', label: 'Vendors' }]} />}
        title="Match vendors"
        lede={
          total > 0
            ? 'Which vendor of the register does each name mean that AI systems give? What was written there stays.'
            : undefined
        }
      />
      {texts.length > 0 ? (
        <MatchForm
          key={texts.map(({ text }) => text).join('\n')}
          action={matchAction}
          questions={questionsOf(found)}
          asksReference={found.vendors === null}
        />
      ) : (
        <EmptyState
          title="Every vendor is matched"
          icon="checkCircle"
          actions={<ButtonLink href="/vendors">See the vendors</ButtonLink>}
        >
          No AI system names a vendor that is not linked to the register.
        </EmptyState>
      )}
      {total > textsPerPage && texts.length > 0 ? (
        <Pagination
          summary={`${start + 1}–${start + texts.length} of ${total.toLocaleString('en-US')}`}
          previous={page > 1 ? to(page - 1) : undefined}
          next={start + texts.length < total ? to(page + 1) : undefined}
        />
      ) : null}
    </>
  )
}

/** A choice for each text: what it surely means is chosen; where only a likely one is there, nothing is. */
function questionsOf({ texts, vendors }: UnmatchedPage): MatchQuestion[] {
  return texts.map(({ text, systems, sure, likely }) => {
    const others = (vendors ?? []).filter(({ id }) => likely.every((one) => one.id !== id))
    const names = systems.slice(0, namedSystems).map(({ name }) => shorten(name, 60))
    const rest = systems.length - names.length
    return {
      text,
      systems: `${count(systems.length, 'AI system')}: ${listInWords(rest > 0 ? [...names, `${rest} more`] : names)}.`,
      options: [
        { value: 'leave', label: 'Leave it as it is' },
        { value: 'new', label: `Make a new vendor “${text}”` },
        ...[...likely, ...others].map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` })),
      ],
      value: sure ?? (likely.length > 0 ? 'leave' : 'new'),
    }
  })
}
