import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonBody } from '#components/training/lesson-body'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Card, PageHeader, Section } from '#components/ui/section'
import { isDay } from '#lib/base/days'
import { fillIn } from '#lib/base/fill-in'
import { requireActor } from '#lib/kernel/require-actor'
import type { PackageReport } from '#lib/law/lessons/course-package'
import type { Language } from '#lib/law/lessons/lesson'
import { dayIn } from '#lib/training/days-in'
import { type OwnRecord, ownRecord } from '#lib/training/mine-queries'
import { type MineWords, mineWords } from '#lib/training/mine-words'
import { languageOf } from '#lib/training/reads-in'
import '../mine.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: mineWords[await languageOf(await requireActor('training.take-own'))].whatYouSigned }
}

/** One of my own signatures, with the text as it stood then. */
export default async function OwnRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('training.take-own')
  const reader = await languageOf(actor)
  const words = mineWords[reader]
  const record = await ownRecord(actor, (await params).id, reader)
  if (!record) notFound()
  const { said, text, language, corrections } = record
  return (
    <div lang={reader}>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/training/mine', label: words.title }]} />}
        title={<span lang={language}>{text.title}</span>}
        lede={fillIn(words.signedOn, { when: record.signedAt })}
        actions={
          corrections.some(({ takesBack }) => takesBack) ? null : (
            <ButtonLink href={`/training/mine/${record.id}/certificate.pdf`} icon="download" data-hard>
              {words.certificatePdf}
            </ButtonLink>
          )
        }
      />
      <div className="mine-record">
        {corrections.map(({ id, takesBack, reason, at, byName }) => (
          <Callout key={id} tone="attention" title={takesBack ? words.wasTakenBack : words.corrected}>
            <p>
              {byName}, {at}: {reason}
            </p>
          </Callout>
        ))}
        <Card>
          <DescriptionList facts={factsOf(record, reader, words)} />
        </Card>
        <Section title={words.whatYouSigned}>
          <blockquote lang={language}>{said.statement}</blockquote>
        </Section>
        {text.questions.length > 0 ? (
          <Section title={words.answered}>
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
        <Section title={text.package ? words.readAndPlayed : words.readText}>
          <div lang={language}>
            <LessonBody
              body={text.body}
              files={record.files}
              fileHref={(id) => `/training/take/${record.assignmentId}/file/${encodeURIComponent(id)}`}
            />
          </div>
        </Section>
      </div>
    </div>
  )
}

function factsOf({ said, sha256, method }: OwnRecord, reader: Language, words: MineWords) {
  const { course, campaign, score, package: played } = said
  const version = fillIn(words.version, { ref: course.ref, number: course.number })
  return [
    { label: words.course, value: version },
    { label: words.campaign, value: `${campaign.ref} ${campaign.title}` },
    { label: words.signedAs, value: said.typedName },
    { label: words.how, value: `${method}${said.site ? `, ${said.site}` : ''}` },
    ...(played
      ? [
          { label: words.asReported, value: reported(played, words) },
          { label: words.package, value: `${played.title} (${played.fileName}, SCORM ${played.version})` },
          { label: words.packageHash, value: <code>{played.sha256}</code> },
        ]
      : []),
    ...(score ? [{ label: words.answers, value: fillIn(words.answersRight, score) }] : []),
    {
      label: words.keptUntil,
      value: isDay(said.keptUntil) ? dayIn(reader, said.keptUntil) : said.keptUntil,
    },
    { label: words.hash, value: <code>{sha256}</code> },
    { label: words.textHash, value: <code>{course.textSha256}</code> },
  ]
}

function reported({ completion, success, score }: Omit<PackageReport, 'reportedAt'>, words: MineWords) {
  const state =
    success === 'passed' ? words.passed : completion === 'completed' ? words.completed : words.notFinished
  return score === null ? state : `${state}, ${fillIn(words.points, { score })}`
}
