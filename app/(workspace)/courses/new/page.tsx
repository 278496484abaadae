import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { may } from '#lib/courses/policy'
import { requireActor } from '#lib/kernel/require-actor'
import { readDraft } from '#lib/people/drafts'
import { createCourseAction } from '../actions.ts'
import { CourseForm } from '../course-form.tsx'
import { formSetup, newValues } from '../form-setup.ts'

export const metadata: Metadata = { title: 'Add course' }

const draftKey = 'course/new'

export default async function NewCoursePage() {
  const actor = await requireActor('course.edit')
  if (!may(actor, 'edit')) notFound()
  const draft = await readDraft(actor, draftKey)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/courses', label: 'Courses' }]} />}
        title="Add course"
        lede="Say what it is; its text comes next. Nobody is taught it before you publish it."
      />
      <CourseForm
        {...(await formSetup(actor, null, draft))}
        action={createCourseAction}
        values={newValues}
        hidden={{}}
        draftKey={draftKey}
        draft={draft}
        submitLabel="Add course"
        cancelHref="/courses"
      />
    </>
  )
}
