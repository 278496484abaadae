import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { lessonFileShape } from '#lib/base/lesson-file'
import { textToWrite } from '#lib/courses/lesson-draft'
import { courseLesson } from '#lib/courses/lesson-queries'
import { courseKind } from '#lib/courses/schema'
import { type Language, languageNames, languages } from '#lib/law/lessons/lesson'
import { draftOf } from '#lib/people/drafts'
import { type CoursePage, courseTitle, loadCourse } from '../../load-course.ts'
import { LessonForm } from './lesson-form.tsx'
import '../../courses.css'

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return courseTitle(page, 'edit', ({ title }) => `Write ${title}`)
}

export default async function LessonPage(page: CoursePage) {
  const { actor, course, recordHref, listHref } = await loadCourse(page, 'edit')
  const lesson = await courseLesson(actor, course.id)
  if (!lesson || course.kind !== 'lesson') notFound()
  const { language: asked } = await page.searchParams
  const language: Language = languages.find((one) => one === asked) ?? 'en'
  const { texts } = lesson
  const href = (to: Language) => `/courses/${course.id}/lesson?language=${to}`
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
        title={`Write ${course.title}`}
        lede={
          course.number > 0
            ? `People are taught version ${course.number} until you publish the next one.`
            : 'Nobody is taught it before you publish it.'
        }
      />
      {course.archived ? (
        <Callout
          title="It is archived."
          actions={<ButtonLink href={recordHref}>Back to the record</ButtonLink>}
        >
          <p>Restore it first, then change it.</p>
        </Callout>
      ) : (
        <div className="grid gap-6">
          <Tabs
            label="Language"
            current={href(language)}
            tabs={languages.map((one) => ({
              href: href(one),
              label: texts[one] ? languageNames[one] : `Add ${languageNames[one]}`,
            }))}
          />
          <LessonForm
            key={`${language} ${course.version}`}
            id={course.id}
            version={course.version}
            language={language}
            text={textToWrite(texts, language)}
            english={language === 'en' ? null : texts.en}
            isThere={texts[language] !== undefined}
            files={lesson.files
              .filter(({ type, isWithdrawn }) => !isWithdrawn && lessonFileShape(type) !== null)
              .map(({ id, title, fileName }) => ({ id, title, fileName }))}
            addFileHref={`/evidence/new/${courseKind}/${course.id}`}
            packageHref={`/courses/${course.id}/package?language=${language}`}
            packageTitle={texts[language]?.package?.title ?? null}
            draft={await draftOf(actor, `course/${course.id}/lesson/${language}`)}
            cancelHref={recordHref}
          />
        </div>
      )}
    </>
  )
}
