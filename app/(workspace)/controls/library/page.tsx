import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import { controlLibrary } from '#lib/controls/adopt'
import { controlStates, intervalInWords } from '#lib/controls/options'
import { may } from '#lib/controls/policy'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel, type SearchParams } from '#lib/kernel/table'
import { adoptAction } from '../actions.ts'
import { LibraryForm } from './library-form.tsx'
import '../../vendors/vendors.css'
import '../../requirements.css'

export const metadata: Metadata = { title: 'Starter controls' }

export default async function LibraryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('control.edit')
  if (!may(actor, 'edit')) notFound()
  const { key } = await searchParams
  const entries = await controlLibrary(actor)
  const missing = entries.filter(({ made }) => made === null || made.archived)
  const there = entries.filter(({ made }) => made !== null && !made.archived)
  const chosen = new Set(typeof key === 'string' ? key.split(',') : [])
  const chosenFirst = missing.toSorted(
    (one, other) => Number(chosen.has(other.starter.key)) - Number(chosen.has(one.starter.key)),
  )
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/controls', label: 'Controls' }]} />}
        title="Starter controls"
        lede="What a practice that uses AI usually does, in our words. What you take in becomes yours: change it as you like. How often each is tested is our recommendation, no rule."
      />
      <div className="grid gap-8">
        {missing.length > 0 ? (
          <Section title={`${count(missing.length, 'control')} you can take in`}>
            <LibraryForm
              action={adoptAction}
              choices={chosenFirst.map(({ starter, made }) => ({
                key: starter.key,
                title: starter.title,
                does: starter.does,
                meta: `${intervalInWords(starter.testEveryMonths)} tested · answers ${count(starter.requirements.length, 'requirement')}${made ? ` · ${made.ref} is in the archive and comes back` : ''}`,
                isChosen: chosen.has(starter.key),
              }))}
            />
          </Section>
        ) : (
          <EmptyState
            title="All of them are in the register"
            icon="checkCircle"
            actions={<ButtonLink href="/controls">See the controls</ButtonLink>}
          >
            Nothing is left to take in here.
          </EmptyState>
        )}
        {there.length > 0 ? (
          <Section title={`${count(there.length, 'control')} in your register`}>
            <ul className="entries">
              {there.map(({ starter, made }) => (
                <li key={starter.key}>
                  <p className="entry-title">
                    <a href={`/controls/${made?.id}`}>{starter.title}</a> <span>{made?.ref}</span>
                  </p>
                  <p className="text-muted">{optionLabel(controlStates, made?.state)}</p>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </>
  )
}
