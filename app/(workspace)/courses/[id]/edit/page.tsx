import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { readDraft } from '#lib/people/drafts'
import { editCourseAction } from '../../actions.ts'
import { CourseForm } from '../../course-form.tsx'
import { courseValues, formSetup } from '../../form-setup.ts'
import { type CoursePage, courseTitle, loadCourse } from '../../load-course.ts'

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return courseTitle(page, 'edit', ({ title }) => `Edit ${title}`)
}

export default async function EditCoursePage(page: CoursePage) {
  const { actor, course, from, recordHref, listHref } = await loadCourse(page, 'edit')
  const draftKey = `course/${course.id}`
  const draft = course.archived ? null : await readDraft(actor, draftKey)
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: listHref, label: 'Courses' },
              { href: recordHref, label: course.title },
            ]}
          />
        }
        title={`Edit ${course.title}`}
      />
      {course.archived ? (
        <Callout
          title="It is archived."
          actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
        >
          <p>Restore it first, then change it.</p>
        </Callout>
      ) : (
        <CourseForm
          {...(await formSetup(actor, course, draft))}
          action={editCourseAction}
          values={courseValues(course)}
          hidden={{ id: course.id, version: String(course.version), from }}
          draftKey={draftKey}
          draft={draft}
          submitLabel="Save"
          cancelHref={recordHref}
        />
      )}
    </>
  )
}
