import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { listInWords } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { matrixPath } from '#lib/training/matrix-filter'
import { personTraining } from '#lib/training/person-queries'
import { quarterName, wasLate } from '#lib/training/quarter'
import { AssignmentCard } from './assignment-card.tsx'
import '../people.css'
import './person.css'

interface PersonPage {
  params: Promise<{ personId: string }>
}

export const metadata: Metadata = { title: 'Training of one person' }

export default async function PersonTrainingPage({ params }: PersonPage) {
  const actor = await requireActor('training.read')
  const person = await personTraining(actor, (await params).personId)
  if (!person) notFound()
  const { name, ref, jobTitle, active, siteNames, assignments } = person
  const counted = assignments.filter(({ state }) => !['left', 'not-meant', 'excused'].includes(state))
  const late = counted.filter(({ state }) => wasLate(state)).length
  const signed = counted.filter(({ signedOn }) => signedOn).length
  const byQuarter = [...Map.groupBy(assignments, ({ quarter }) => quarter)].sort(([a], [b]) =>
    a < b ? 1 : -1,
  )
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/training', label: 'Training' },
              { href: matrixPath, label: 'People' },
            ]}
          />
        }
        title={name}
        lede={
          <>
            {[ref, jobTitle, listInWords(siteNames), active ? '' : 'has left'].filter(Boolean).join(' · ')}
            <br />
            <span id="late">
              {signed} of {counted.length} signed,{' '}
              {late === 0 ? 'never late' : `late ${late} of ${counted.length} times`}.
            </span>
          </>
        }
        actions={
          can(actor, 'training.export') && signed > 0 ? (
            <ButtonLink href={`${matrixPath}/${person.id}/transcript.pdf`} icon="download">
              Transcript
            </ButtonLink>
          ) : null
        }
      />
      {assignments.length === 0 ? (
        <EmptyState title="Nothing assigned yet" icon="list">
          As soon as a campaign is for {name}, it stands here.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-8">
          {byQuarter.map(([quarter, list]) => (
            <Section key={quarter} title={quarterName(quarter)} id={`q-${quarter}`}>
              {list.map((one) => (
                <AssignmentCard key={one.id} actor={actor} personId={person.id} assignment={one} />
              ))}
            </Section>
          ))}
        </div>
      )}
    </>
  )
}
