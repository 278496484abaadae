import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { FileField } from '#components/form/file-field'
import { UploadBox } from '#components/form/upload-box'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Card, PageHeader, Section } from '#components/ui/section'
import { sizeInWords } from '#lib/base/bytes'
import { courseLesson } from '#lib/courses/lesson-queries'
import type { CoursePackage } from '#lib/law/lessons/course-package'
import { languageNames, languages } from '#lib/law/lessons/lesson'
import { env } from '#lib/platform/env'
import { packagesOriginIn } from '#lib/platform/front-door'
import { hasScanner } from '#lib/platform/virus-scan'
import { QuestionForm } from '../../../question-form.tsx'
import { removePackageAction } from '../../lesson-actions.ts'
import { type CoursePage, courseTitle, loadCourse } from '../../load-course.ts'

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return courseTitle(page, 'edit', ({ title }) => `Package of ${title}`)
}

/** The SCORM package of a lesson in one language: what is there, and where another one is added. */
export default async function PackagePage(page: CoursePage) {
  const { actor, course, recordHref, listHref } = await loadCourse(page, 'edit')
  const lesson = await courseLesson(actor, course.id)
  if (!lesson || course.kind !== 'lesson') notFound()
  const { language: asked } = await page.searchParams
  const language = languages.find((one) => one === asked) ?? 'en'
  const played = lesson.texts[language]?.package
  const lessonHref = `/courses/${course.id}/lesson?language=${language}`
  const isReachable = packagesOriginIn(await headers()) !== null
  return (
    <>
      <PageHeader
        title={`Package in ${languageNames[language]}`}
        lede="A SCORM 1.2 or 2004 package plays below the text of the lesson. Staff can sign once it reports that they are done, and what it reported is kept with the signature."
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: listHref, label: 'Courses' },
              { href: recordHref, label: course.title },
              { href: lessonHref, label: 'Write' },
            ]}
          />
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
          {isReachable ? null : (
            <Callout tone="attention" title="Packages cannot be played here yet">
              <p>
                They play at a second address, apart from Plumbline, and nobody has said which one leads
                there. Whoever looks after this server sets PLUMBLINE_PACKAGES_URL: see “SCORM packages” in
                the operations guide. Until then nobody can sign a lesson that has one.
              </p>
            </Callout>
          )}
          {played ? (
            <Section title="What plays now">
              <Card>
                <DescriptionList facts={factsOf(played)} />
              </Card>
              <QuestionForm
                action={removePackageAction}
                hidden={{ id: course.id, version: String(course.version), language }}
                questions={[]}
                submitLabel="Take it out"
                danger
                cancelHref={`/courses/${course.id}/preview?language=${language}`}
              />
            </Section>
          ) : null}
          <Section title={played ? 'Put another one in its place' : 'Add a package'}>
            <Upload
              action={`/courses/${course.id}/package/upload?${new URLSearchParams({ language, version: String(course.version) })}`}
            />
            <div className="actions">
              <ButtonLink href={lessonHref}>Back to the text</ButtonLink>
            </div>
          </Section>
          <Callout title="Only from somebody you trust">
            <p>
              A package is a program that runs in the browsers of your staff. It runs apart from Plumbline and
              cannot reach it, and loads nothing from the internet. What it shows and asks, it shows and asks
              in your name. Shared tablets and paper leave lessons with a package out.
            </p>
          </Callout>
        </div>
      )}
    </>
  )
}

function Upload({ action }: { action: string }) {
  const limit = env().maxFileBytes
  const megabytes = Math.floor(limit / 1024 / 1024)
  return (
    <form className="form" action={action} method="post" encType="multipart/form-data">
      <UploadBox
        inputId="file"
        limit={limit}
        tooLarge={`This file is larger than ${megabytes} MB, which is the most that is taken. Whoever looks after this server can raise MAX_FILE_MB.`}
        label="Add the package"
        pendingLabel="Adding…"
      >
        <FileField
          name="file"
          label="The package"
          required
          hint={`The .zip as it was exported, SCORM 1.2 or 2004 with one part (SCO), up to ${megabytes} MB. ${
            hasScanner() ? 'It is scanned for viruses.' : 'Files are not scanned for viruses here.'
          }`}
        />
      </UploadBox>
    </form>
  )
}

function factsOf({ title, fileName, version, size, mastery, sha256 }: CoursePackage) {
  return [
    { label: 'Called', value: title },
    { label: 'File', value: `${fileName}, ${sizeInWords(size)}` },
    { label: 'Kind', value: `SCORM ${version}` },
    ...(mastery === null ? [] : [{ label: 'Passed from, as it says', value: `${mastery} of 100 points` }]),
    { label: 'SHA-256', value: <code>{sha256}</code> },
  ]
}
