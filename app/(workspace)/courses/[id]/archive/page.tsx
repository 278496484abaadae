import type { Metadata } from 'next'
import { count } from '#lib/base/text'
import { courseDuties } from '#lib/courses/due'
import { changesOf } from '#lib/kernel/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveCourseAction, restoreCourseAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type CoursePage, courseTitle, loadCourse } from '../../load-course.ts'

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return courseTitle(page, 'archive', ({ title, archived }) => `${archived ? 'Restore' : 'Archive'} ${title}`)
}

export default async function ArchivePage(page: CoursePage) {
  const loaded = await loadCourse(page, 'archive')
  const { actor, course, from, recordHref } = loaded
  const duties = (archived: boolean) => courseDuties({ ...course, archived }, actor.cadences)
  const changes = changesOf(duties(course.archived), duties(!course.archived))
  const hidden = { id: course.id, version: String(course.version), from }
  if (course.archived)
    return (
      <DecisionPage loaded={loaded} title={`Restore ${course.title}`}>
        <Consequences says={['It comes back to the register.']} changes={changes} />
        <QuestionForm
          action={restoreCourseAction}
          hidden={hidden}
          questions={[]}
          submitLabel="Restore"
          cancelHref={recordHref}
        />
      </DecisionPage>
    )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${course.title}`}
      lede="For what you no longer teach, and for what was entered by mistake."
    >
      <Consequences
        says={[
          'It leaves the register. Nothing is deleted: it can be restored at any time.',
          ...(course.versions.length > 0
            ? [
                `${count(course.versions.length, 'published version stays', 'published versions stay')}, and so does what people signed.`,
              ]
            : []),
        ]}
        changes={changes}
      />
      <QuestionForm
        action={archiveCourseAction}
        hidden={hidden}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
