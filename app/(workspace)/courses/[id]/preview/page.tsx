import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonBody } from '#components/training/lesson-body'
import { PackageFrame } from '#components/training/package-frame'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Tabs } from '#components/ui/tabs'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import { courseLesson, courseVersion } from '#lib/courses/lesson-queries'
import { may } from '#lib/courses/policy'
import { type Actor, can } from '#lib/kernel/access'
import { type CourseContent, languagesOf, textIn } from '#lib/law/lessons/course-content'
import { type Language, languageNames, languages } from '#lib/law/lessons/lesson'
import { words } from '#lib/training/words'
import { packagePlay } from '../../../../package-play.ts'
import { type CoursePage, courseTitle, loadCourse } from '../../load-course.ts'
import { CheckQuestions } from './check-questions.tsx'
import '../../courses.css'

interface Shown {
  content: CourseContent
  /** What this is, above it. */
  says: string
}

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return courseTitle(page, 'read', ({ title }) => `Preview of ${title}`)
}

/** What the address asks for: a published version, or else what is written now. */
async function shownAt(actor: Actor, id: string, wanted: unknown): Promise<Shown | null> {
  if (wanted !== undefined) {
    const version = await courseVersion(actor, id, Number(wanted))
    return (
      version && {
        content: version.content,
        says: `Version ${version.number}, published on ${formatInstant(version.publishedAt, actor.timeZone)} by ${version.publishedByName}.`,
      }
    )
  }
  const lesson = await courseLesson(actor, id)
  if (!lesson) return null
  if (lesson.last && !lesson.isChanged)
    return { content: lesson.last, says: `Version ${lesson.last.number}, which people are taught now.` }
  return {
    content: lesson.next,
    says: 'What is written now. It is not published: nobody is taught this yet.',
  }
}

export default async function PreviewPage(page: CoursePage) {
  const { actor, course, recordHref, listHref } = await loadCourse(page, 'read')
  const { version, language: asked } = await page.searchParams
  const shown = await shownAt(actor, course.id, version)
  if (!shown) notFound()
  const { content } = shown
  const wanted: Language = languages.find((one) => one === asked) ?? 'en'
  const { language, text } = textIn(content, wanted)
  const known = languagesOf(content)
  const href = (to: Language) => {
    const query = new URLSearchParams({
      ...(version === undefined ? {} : { version: String(content.number) }),
      language: to,
    })
    return `/courses/${course.id}/preview?${query}`
  }
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { href: listHref, label: 'Courses' },
          { href: recordHref, label: course.title },
        ]}
      />
      <div className="grid gap-6">
        <Callout
          title="This is how staff see it."
          actions={
            may(actor, 'edit') && !course.archived && course.kind === 'lesson' ? (
              <ButtonLink href={`/courses/${course.id}/lesson?language=${language}`} size="small">
                Write
              </ButtonLink>
            ) : undefined
          }
        >
          <p>{shown.says}</p>
        </Callout>
        {known.length > 1 ? (
          <Tabs
            label="Language"
            current={href(language)}
            tabs={known.map((one) => ({ href: href(one), label: languageNames[one] }))}
          />
        ) : null}
        <article className="lesson-sheet" lang={language}>
          <header>
            <h1>{text.title || course.title}</h1>
            <p className="text-muted" lang="en">
              {count(content.minutes, 'minute')}
              {text.questions.length > 0
                ? ` · ${count(text.questions.length, 'question')} · ${content.passPercent}% right to sign`
                : ''}
            </p>
          </header>
          <LessonBody
            body={text.body}
            files={content.files}
            fileHref={(id) => (can(actor, 'evidence.read') ? `/evidence/${id}/preview` : null)}
          />
          {text.package ? (
            <PackageFrame
              play={await packagePlay(actor, text.package, { passPercent: content.passPercent, kept: null })}
              words={words[language]}
              keep={null}
            />
          ) : null}
          {content.kind === 'outside' ? (
            <p lang="en">
              Held by {content.provider || 'somebody else'}
              {content.url ? (
                <>
                  :{' '}
                  <a href={content.url} target="_blank" rel="noopener noreferrer">
                    {content.url}
                  </a>
                </>
              ) : null}
            </p>
          ) : null}
          <CheckQuestions questions={text.questions} />
        </article>
      </div>
    </>
  )
}
