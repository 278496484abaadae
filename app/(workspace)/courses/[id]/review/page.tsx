import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonBody } from '#components/training/lesson-body'
import { Card } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { courseDuties } from '#lib/courses/due'
import { can } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { DecisionFrame } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { citationOf } from '../../../rule-citation.ts'
import { reviewCourseAction } from '../../actions.ts'
import { type CoursePage, loadToReview, reviewTitle } from '../../load-course.ts'
import { CheckQuestions } from '../preview/check-questions.tsx'
import '../../courses.css'

/** What to look at before writing down that one has looked. */
const checks = [
  'Does it name tools, people and phone numbers that are still the right ones?',
  'Has a rule changed, or the way you work, since it was published?',
  'Did something go wrong that this course should have prevented?',
  'Is it still meant for the right people, and no longer than it says?',
]

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return reviewTitle(page, ({ title }) => `Look through ${title}`)
}

export default async function ReviewCoursePage(page: CoursePage) {
  const { actor, course, from, recordHref, listHref } = await loadToReview(page)
  if (course.archived || !course.content) notFound()
  const today = todayFor(actor)
  const [again] = courseDuties({ ...course, reviewedOn: today }, actor.cadences)
  const { texts, files } = course.content
  return (
    <DecisionFrame
      crumbs={
        course.isReadable
          ? [
              { href: listHref, label: 'Courses' },
              { href: recordHref, label: course.title },
            ]
          : [{ href: '/', label: 'My work' }]
      }
      title={`Look through ${course.title}`}
      lede={`${course.reviewedOn ? `Last done on ${formatDay(course.reviewedOn)}.` : 'This is the first time since it was published.'}${again ? ` Done today, it is due again on ${formatDay(again.dueOn)}.` : ''}`}
    >
      <Card>
        <h2>What to look at</h2>
        <ul className="consequences">
          {checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </Card>
      <article className="lesson-sheet">
        <h2>{texts.en.title}</h2>
        <LessonBody
          body={texts.en.body}
          files={files}
          fileHref={(id) =>
            can(actor, 'evidence.read') && course.isReadable ? `/evidence/${id}/preview` : null
          }
          level={3}
        />
        <CheckQuestions questions={texts.en.questions} />
      </article>
      <QuestionForm
        action={reviewCourseAction}
        hidden={{ id: course.id, version: String(course.version), from }}
        questions={[
          { as: 'day', name: 'on', label: 'When was it done?', value: today, latest: today, required: true },
          {
            as: 'text',
            name: 'note',
            label: 'Is it still right?',
            hint: '“Nothing to change” is an answer too: say what you looked at.',
            rule: citationOf('security-training'),
            limit: 2000,
            required: true,
          },
        ]}
        draft={await draftOf(actor, `course/${course.id}/review`)}
        submitLabel="Record it"
        cancelHref={course.isReadable ? recordHref : '/'}
      />
    </DecisionFrame>
  )
}
