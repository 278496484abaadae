import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Card } from '#components/ui/section'
import { count } from '#lib/base/text'
import { differencesOf } from '#lib/courses/differences'
import { lessonProblems, problemInWords, videosWithoutWords } from '#lib/courses/lesson-problems'
import { courseLesson } from '#lib/courses/lesson-queries'
import { languagesOf } from '#lib/law/lessons/course-content'
import { languageNames } from '#lib/law/lessons/lesson'
import { draftOf } from '#lib/people/drafts'
import { QuestionForm } from '../../../question-form.tsx'
import { publishAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type CoursePage, courseTitle, loadCourse } from '../../load-course.ts'
import '../../../decision.css'

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return courseTitle(page, 'edit', ({ title }) => `Publish ${title}`)
}

export default async function PublishPage(page: CoursePage) {
  const loaded = await loadCourse(page, 'edit')
  const { actor, course, from, recordHref } = loaded
  const lesson = await courseLesson(actor, course.id)
  if (course.archived || !lesson) notFound()
  const { texts, last, next, files, isChanged } = lesson
  const title = `Publish ${course.title}`
  const silent = videosWithoutWords(texts, files)
  const problems = lessonProblems(texts, files, course.kind)
  if (!isChanged)
    return (
      <DecisionPage loaded={loaded} title={title}>
        <Callout
          title="There is nothing to publish."
          actions={<ButtonLink href={recordHref}>Back to the course</ButtonLink>}
        >
          <p>What is written is exactly version {course.number}.</p>
        </Callout>
      </DecisionPage>
    )
  if (problems.length > 0)
    return (
      <DecisionPage loaded={loaded} title={title}>
        <Callout tone="attention" title={`${count(problems.length, 'thing')} to mend first.`}>
          <ul className="consequences">
            {problems.map((problem) => {
              const says = problemInWords(problem, texts)
              const editor = `/courses/${course.id}/lesson?language=${problem.language}#${problem.at}`
              return (
                <li key={`${problem.language} ${problem.at} ${says}`}>
                  {course.kind === 'lesson' ? <a href={editor}>{says}</a> : says}
                </li>
              )
            })}
          </ul>
        </Callout>
      </DecisionPage>
    )
  const inside = `${languagesOf(next)
    .map((language) => languageNames[language])
    .join(
      ' and ',
    )}, ${count(next.texts.en.questions.length, 'question')}, ${count(next.files.length, 'file')}.`
  return (
    <DecisionPage
      loaded={loaded}
      title={title}
      lede={
        last
          ? `It becomes version ${next.number}. Version ${last.number} stays as it is for those who signed it.`
          : 'It becomes version 1. Once published, a version is never changed: a change makes the next one.'
      }
    >
      {silent.length > 0 ? (
        <Callout
          tone="attention"
          title={`${count(silent.length, 'video')} without captions or a written version`}
        >
          <p>
            Whoever cannot hear learns nothing from it (WCAG 1.2.2). Add a captions file (.vtt) to the course
            and put it right behind the video, in each language its own; or put a PDF there with what is said.
          </p>
          <ul className="consequences">
            {silent.map((one) => {
              const says = problemInWords(one, texts)
              return (
                <li key={`${one.language} ${says}`}>
                  <a href={`/courses/${course.id}/lesson?language=${one.language}#body`}>{says}</a>
                </li>
              )
            })}
          </ul>
        </Callout>
      ) : null}
      <Card>
        <h2>{last ? `What is different from version ${last.number}` : 'What it holds'}</h2>
        <ul className="consequences">
          <li>{inside}</li>
          {last ? differencesOf(last, next).map((says) => <li key={says}>{says}.</li>) : null}
        </ul>
      </Card>
      <QuestionForm
        action={publishAction}
        hidden={{ id: course.id, version: String(course.version), from }}
        questions={
          last
            ? [
                {
                  as: 'text',
                  name: 'whatChanged',
                  label: 'What changed?',
                  hint: 'In a sentence, for whoever taught or signed the last version.',
                  limit: 1000,
                  required: true,
                },
              ]
            : []
        }
        draft={await draftOf(actor, `course/${course.id}/publish`)}
        submitLabel={`Publish version ${next.number}`}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
