import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonBody } from '#components/training/lesson-body'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Card, PageHeader, Section } from '#components/ui/section'
import { formatDay, isDay } from '#lib/base/days'
import { requireActor } from '#lib/kernel/require-actor'
import { reportInWords } from '#lib/law/lessons/course-package'
import { type OwnRecord, ownRecord } from '#lib/training/mine-queries'
import '../mine.css'

export const metadata: Metadata = { title: 'What you signed' }

const day = (text: string) => (isDay(text) ? formatDay(text) : text)

/** One of my own signatures, with the text as it stood then. */
export default async function OwnRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('training.take-own')
  const record = await ownRecord(actor, (await params).id)
  if (!record) notFound()
  const { said, text, language, corrections } = record
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/training/mine', label: 'My training' }]} />}
        title={text.title}
        lede={`Signed on ${record.signedAt}.`}
      />
      <div className="mine-record">
        {corrections.map(({ id, takesBack, reason, at, byName }) => (
          <Callout
            key={id}
            tone="attention"
            title={takesBack ? 'This signature was taken back' : 'A correction stands beside this'}
          >
            <p>
              {byName}, {at}: {reason}
            </p>
          </Callout>
        ))}
        <Card>
          <DescriptionList facts={factsOf(record)} />
        </Card>
        <Section title="What you signed">
          <blockquote lang={language}>{said.statement}</blockquote>
        </Section>
        {text.questions.length > 0 ? (
          <Section title="What you answered">
            <ol className="mine-answers" lang={language}>
              {text.questions.map(({ key, ask, options }) => {
                const chosen = said.answers.find(({ question }) => question === key)?.chosen
                const option = options.find((one) => one.key === chosen)
                return (
                  <li key={key}>
                    <p>{ask}</p>
                    <p>
                      <strong>{option?.text}</strong>
                    </p>
                    <p className="mine-facts">{option?.why}</p>
                  </li>
                )
              })}
            </ol>
          </Section>
        ) : null}
        <Section title={text.package ? 'What you read and played' : 'What you read'}>
          <div lang={language}>
            <LessonBody
              body={text.body}
              files={record.files}
              fileHref={(id) => `/training/take/${record.assignmentId}/file/${encodeURIComponent(id)}`}
            />
          </div>
        </Section>
      </div>
    </>
  )
}

function factsOf({ said, sha256, method }: OwnRecord) {
  const { course, campaign, score, package: played } = said
  return [
    { label: 'Course', value: `${course.ref}, version ${course.number}` },
    { label: 'For', value: `${campaign.ref} ${campaign.title}` },
    { label: 'Signed as', value: said.typedName },
    { label: 'How', value: `${method}${said.site ? `, ${said.site}` : ''}` },
    ...(played
      ? [
          { label: 'As the package reported', value: reportInWords(played) },
          { label: 'Package', value: `${played.title} (${played.fileName}, SCORM ${played.version})` },
          { label: 'SHA-256 of the package', value: <code>{played.sha256}</code> },
        ]
      : []),
    ...(score ? [{ label: 'Answers', value: `${score.right} of ${score.asked} right` }] : []),
    { label: 'Kept until at least', value: day(said.keptUntil) },
    { label: 'SHA-256 of the signature', value: <code>{sha256}</code> },
    { label: 'SHA-256 of the text', value: <code>{course.textSha256}</code> },
  ]
}
