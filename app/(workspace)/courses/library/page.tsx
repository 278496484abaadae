import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import { courseLibrary } from '#lib/courses/library-commands'
import { may } from '#lib/courses/policy'
import { requireActor } from '#lib/kernel/require-actor'
import { groupsInWords } from '#lib/law/lessons/job-group-names'
import { takeStartersAction } from '../actions.ts'
import { LibraryForm } from './library-form.tsx'
import '../../vendors/vendors.css'

export const metadata: Metadata = { title: 'Starter lessons' }

export default async function LibraryPage() {
  const actor = await requireActor('course.edit')
  if (!may(actor, 'edit')) notFound()
  const entries = await courseLibrary(actor)
  const missing = entries.filter(({ made }) => made === null || made.archived)
  const there = entries.filter(({ made }) => made !== null && !made.archived)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/courses', label: 'Courses' }]} />}
        title="Starter lessons"
        lede="Short lessons on HIPAA with AI, in our words, in English and Spanish. What you take in is published as your version 1; change it as you like. A quarterly rhythm is more than HIPAA asks: it names none."
      />
      <div className="grid gap-8">
        {missing.length > 0 ? (
          <Section title={`${count(missing.length, 'lesson')} you can take in`}>
            <LibraryForm
              action={takeStartersAction}
              quarters={[1, 2, 3, 4].map((quarter) => ({
                quarter,
                choices: missing
                  .filter(({ starter }) => starter.quarter === quarter)
                  .map(({ starter, made }) => ({
                    value: starter.key,
                    label: starter.texts.en.title,
                    hint: [
                      `${starter.minutes} minutes`,
                      count(starter.texts.en.questions.length, 'question'),
                      groupsInWords(starter.groups === 'everybody' ? [] : starter.groups),
                      starter.citations.join('; '),
                      ...(made ? [`${made.ref} is in the archive and comes back`] : []),
                    ].join(' · '),
                  })),
              }))}
              all={missing.map(({ starter }) => starter.key)}
            />
          </Section>
        ) : (
          <EmptyState
            title="All of them are in the register"
            icon="checkCircle"
            actions={<ButtonLink href="/courses">See the courses</ButtonLink>}
          >
            Nothing is left to take in here.
          </EmptyState>
        )}
        {there.length > 0 ? (
          <Section title={`${count(there.length, 'lesson')} in your register`}>
            <ul className="entries">
              {there.map(({ starter, made }) => (
                <li key={starter.key}>
                  <p className="entry-title">
                    <a href={`/courses/${made?.id}`}>{made?.title}</a> <span>{made?.ref}</span>
                  </p>
                  <p className="text-muted">Quarter {starter.quarter}</p>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </>
  )
}
