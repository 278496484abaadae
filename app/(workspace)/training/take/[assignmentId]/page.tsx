import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonBody } from '#components/training/lesson-body'
import { TakeReceipt } from '#components/training/take-receipt'
import { TakeSteps } from '#components/training/take-steps'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { fillIn } from '#lib/base/fill-in'
import { ownCertificate } from '#lib/flows/outside-certificate'
import type { Actor } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { type Language, languages } from '#lib/law/lessons/lesson'
import { env } from '#lib/platform/env'
import { mineWords } from '#lib/training/mine-words'
import { keptOfPackage } from '#lib/training/package-kept'
import { languageOf } from '#lib/training/reads-in'
import { draftKey, keptOfTraining } from '#lib/training/take-door'
import { getTaking } from '#lib/training/take-queries'
import { reasons } from '#lib/training/take-refusal'
import { reasonWords } from '#lib/training/take-schema'
import type { TakeView } from '#lib/training/take-view'
import { words } from '#lib/training/words'
import type { Words } from '#lib/training/words-en'
import { packagePlay } from '../../../../package-play.ts'
import { CertificateBox } from './certificate-box.tsx'

interface TakePageProps {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<{ said?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: mineWords[await languageOf(await requireActor('training.take-own'))].readAndSign }
}

/** What staff come for: read, answer, sign. */
export default async function TakePage({ params, searchParams }: TakePageProps) {
  const actor = await requireActor('training.take-own')
  const seen = await getTaking(actor, (await params).assignmentId)
  if (!seen) notFound()
  const reader = seen.state === 'open' ? seen.view.language : seen.language
  const crumbs = (
    <div lang={reader}>
      <Breadcrumbs crumbs={[{ href: '/training/mine', label: mineWords[reader].title }]} />
    </div>
  )
  if (seen.state === 'signed')
    return (
      <>
        {crumbs}
        <div className="take" lang={seen.language}>
          <TakeReceipt
            receipt={seen.receipt}
            words={words[seen.language]}
            recordHref={`/training/mine/${seen.receipt.attestationId}`}
          >
            <Done language={seen.language} />
          </TakeReceipt>
        </div>
      </>
    )
  if (seen.state !== 'open') {
    const said = words[seen.language]
    return (
      <>
        {crumbs}
        <div className="take" lang={seen.language}>
          <h1>{seen.title}</h1>
          <Callout title={seen.state === 'closed' ? said.closed : said.nothingYet} />
          <div className="take-on">
            <Done language={seen.language} />
          </div>
        </div>
      </>
    )
  }
  const { view } = seen
  const [{ kept, isNew }, certificate, { said }] = await Promise.all([
    keptOfTraining(actor, view),
    view.kind === 'outside' ? ownCertificate(actor, view.id) : null,
    searchParams,
  ])
  const outside = view.kind === 'outside'
  const plays = await playsOf(actor, view)
  const fileName = certificate?.fileName ?? null
  return (
    <>
      {crumbs}
      <TakeSteps
        // Another text is another page: nothing that was answered before counts for it.
        key={view.versionId}
        view={view}
        words={words}
        lessons={{
          en: <Lesson view={view} language="en" fileName={fileName} />,
          es: <Lesson view={view} language="es" fileName={fileName} />,
        }}
        kept={kept}
        doors={{
          send: `/training/take/${view.id}/send`,
          draft: { url: '/api/drafts', method: 'PUT', extra: { form: draftKey(view.id) } },
          storage: `plumbline training ${view.id}`,
          changedHref: `/training/take/${view.id}?said=changed`,
          recordHref: '/training/mine/',
        }}
        note={{
          en: <Note view={view} words={words.en} language="en" said={said} isNew={isNew} />,
          es: <Note view={view} words={words.es} language="es" said={said} isNew={isNew} />,
        }}
        {...(plays ? { packages: { door: `/training/take/${view.id}/package`, plays } } : {})}
        {...(outside ? { certificate: { isThere: certificate !== null } } : {})}
        done={{ en: <Done language="en" />, es: <Done language="es" /> }}
      />
    </>
  )
}

/** What plays in each language; null where nothing does. */
async function playsOf(actor: Actor, { id, texts, passPercent }: TakeView) {
  if (!texts.en.package) return null
  const found = languages.map(async (language) => {
    const played = texts[language].package
    if (!played) return []
    const kept = await keptOfPackage(actor, id, played)
    return [[language, await packagePlay(actor, played, { passPercent, kept })] as const]
  })
  return Object.fromEntries((await Promise.all(found)).flat())
}

interface LessonProps {
  view: TakeView
  language: Language
  fileName: string | null
}

function Lesson({ view, language, fileName }: LessonProps) {
  if (view.kind === 'outside') return <Outside view={view} words={words[language]} fileName={fileName} />
  return (
    <LessonBody
      body={view.texts[language].body}
      files={view.files}
      fileHref={(id) => `/training/take/${view.id}/file/${encodeURIComponent(id)}`}
    />
  )
}

/** To what else there is to do: in Spanish to the page that is in Spanish. */
function Done({ language }: { language: Language }) {
  return (
    <ButtonLink href={language === 'es' ? '/training/mine' : '/'} variant="primary" wide>
      {words[language].done}
    </ButtonLink>
  )
}

/** What is to be known before reading. */
function Note({
  view,
  words: said,
  language,
  said: refusal,
  isNew,
}: {
  view: TakeView
  words: Words
  language: Language
  said: string | string[] | undefined
  isNew: boolean
}) {
  const reason = reasons.find((one) => one === refusal)
  const text = reason ? reasonWords(said, reason, view.personName) : isNew ? said.changedSince : null
  return (
    <>
      {text ? <Callout tone="attention" live title={text} /> : null}
      {view.texts[language].language === language ? null : <Callout title={said.unpublishedLanguage} />}
    </>
  )
}

/** A course held elsewhere: where it is, and its certificate. */
function Outside({ view, words: said, fileName }: { view: TakeView; words: Words; fileName: string | null }) {
  return (
    <div className="lesson-body">
      <h2>{said.outsideTitle}</h2>
      {view.provider ? <p>{fillIn(said.outsideBy, { provider: view.provider })}</p> : null}
      {view.url ? (
        <p>
          <a href={view.url} target="_blank" rel="noopener noreferrer">
            {said.outsideOpen}
          </a>
        </p>
      ) : null}
      <p>{said.outsideNext}</p>
      <CertificateBox
        href={`/training/take/${view.id}/certificate`}
        words={said}
        fileName={fileName}
        hint={fillIn(said.certificateHint, {
          megabytes: Math.floor(env().maxFileBytes / 1024 / 1024),
        })}
      />
    </div>
  )
}
