import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { formatDay, formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import { courseKinds } from '#lib/courses/options'
import type { CourseDetail } from '#lib/courses/queries'
import { optionLabel } from '#lib/kernel/table'
import { groupsInWords } from '#lib/law/lessons/job-group-names'
import '../../facts.css'
import '../../vendors/vendors.css'
import '../courses.css'

const lines = (text: string) => (text ? <span className="whitespace-pre-line">{text}</span> : null)

/** What is taught, to whom, and who answers for it. */
export function CourseFacts({ course }: { course: CourseDetail }) {
  const isOutside = course.kind === 'outside'
  return (
    <Section title="What is it?">
      <Card>
        <DescriptionList
          facts={[
            { label: 'About', value: lines(course.about) },
            { label: 'Where', value: optionLabel(courseKinds, course.kind) },
            ...(isOutside
              ? [
                  { label: 'Held by', value: course.provider || null },
                  {
                    label: 'Address',
                    value: course.url ? (
                      <a href={course.url} target="_blank" rel="noopener noreferrer">
                        {course.url}
                      </a>
                    ) : null,
                  },
                ]
              : []),
            { label: 'Meant for', value: groupsInWords(course.groups) },
            { label: 'Takes', value: count(course.minutes, 'minute') },
            { label: 'Right answers asked for', value: `${course.passPercent}%` },
            { label: 'Owner', value: course.ownerName },
            { label: 'Backup', value: course.backupName },
            {
              label: 'Last looked through',
              value: course.reviewedOn ? formatDay(course.reviewedOn) : 'Not since it was published',
            },
            { label: 'In the register since', value: formatDay(course.registeredOn) },
          ]}
        />
      </Card>
    </Section>
  )
}

/** Its published versions, newest first. */
export function CourseVersions({
  course: { versions },
  timeZone,
  to,
}: {
  course: CourseDetail
  timeZone: string
  to: (path: string) => string
}) {
  return (
    <Section
      id="versions"
      title={versions.length > 0 ? count(versions.length, 'version') : 'Versions'}
      lede={
        versions.length > 0
          ? 'Newest first. What is published stays as it is: whoever signed it, signed exactly that.'
          : undefined
      }
    >
      {versions.length > 0 ? (
        <ul className="entries">
          {versions.map(({ number, sha256, whatChanged, publishedAt, publishedByName }) => (
            <li key={number}>
              <p className="entry-title">
                <a href={`${to('preview')}${to('preview').includes('?') ? '&' : '?'}version=${number}`}>
                  Version {number}
                </a>
              </p>
              <p className="whitespace-pre-line">{number === 1 ? 'The first one.' : whatChanged}</p>
              <p className="text-muted">
                Published on {formatInstant(publishedAt, timeZone)} by {publishedByName}
              </p>
              <p className="text-muted">
                SHA-256 <code className="course-hash">{sha256}</code>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nothing is published yet.</p>
      )}
    </Section>
  )
}
