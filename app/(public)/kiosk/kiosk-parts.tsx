import { LessonBody } from '#components/training/lesson-body'
import { TakeReceipt } from '#components/training/take-receipt'
import { TakeSteps } from '#components/training/take-steps'
import { Callout } from '#components/ui/callout'
import { fillIn } from '#lib/base/fill-in'
import type { Language } from '#lib/law/lessons/lesson'
import type { KioskView } from '#lib/training/kiosk-take'
import { keptOfTraining } from '#lib/training/take-door'
import { type Reason, reasons } from '#lib/training/take-refusal'
import { reasonWords } from '#lib/training/take-schema'
import type { TakeView } from '#lib/training/take-view'
import { words } from '#lib/training/words'
import type { Words } from '#lib/training/words-en'
import { KioskFrame } from './kiosk-frame.tsx'

function PinField({
  name,
  label,
  hint,
  error,
  isNew = false,
}: {
  name: string
  label: string
  hint?: string
  error?: string | null
  isNew?: boolean
}) {
  const described = [error ? `${name}-error` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ')
  return (
    <div className="field-main">
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      ) : null}
      <input
        id={name}
        name={name}
        className="control kiosk-pin"
        type="password"
        inputMode="numeric"
        autoComplete={isNew ? 'new-password' : 'off'}
        maxLength={6}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  )
}

/** The PIN of whoever picked a name. */
export function KioskPin({
  person,
  words: said,
  language,
  said: refusal,
  minutes,
}: {
  person: { id: string; name: string }
  words: Words
  language: Language
  said: string
  minutes: number
}) {
  const errors: Readonly<Record<string, string>> = {
    wrong: said.pinWrong,
    locked: fillIn(said.pinLocked, { minutes }),
    busy: said.kioskBusy,
  }
  return (
    <form method="post" action="/kiosk/send" className="kiosk-form" autoComplete="off">
      <h1>{fillIn(said.kioskHello, { name: person.name })}</h1>
      <input type="hidden" name="what" value="enter" />
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="lang" value={language} />
      <PinField name="pin" label={said.pin} hint={said.pinHint} error={errors[refusal] ?? null} />
      <button type="submit" className="btn btn-primary btn-wide">
        {said.enter}
      </button>
      <a href={`/kiosk?lang=${language}`}>{said.kioskNotMe}</a>
    </form>
  )
}

/** A PIN of one's own, before anything can be signed with the one that was given out. */
export function ChoosePin({
  name,
  words: said,
  said: refusal,
}: {
  name: string
  words: Words
  said: string
}) {
  const errors: Readonly<Record<string, string>> = {
    form: said.pinForm,
    weak: said.pinWeak,
    same: said.pinSame,
  }
  return (
    <form method="post" action="/kiosk/send" className="kiosk-form" autoComplete="off">
      <h1>{said.choosePinTitle}</h1>
      <p>{fillIn(said.kioskHello, { name })}</p>
      <p>{said.choosePinWhy}</p>
      <input type="hidden" name="what" value="choose" />
      <PinField name="pin" label={said.newPin} hint={said.newPinHint} error={errors[refusal] ?? null} isNew />
      <PinField
        name="again"
        label={said.pinAgain}
        error={refusal === 'differs' ? said.pinDiffers : null}
        isNew
      />
      <button type="submit" className="btn btn-primary btn-wide">
        {said.keepPin}
      </button>
    </form>
  )
}

/** What somebody has to sign. */
export function KioskTrainings({
  name,
  items,
  elsewhere,
  words: said,
}: {
  name: string
  items: readonly { id: string; title: string; minutes: number }[]
  /** How many more play a package. */
  elsewhere: number
  words: Words
}) {
  return (
    <>
      <h1>{fillIn(said.kioskHello, { name })}</h1>
      <h2>{said.yourTrainings}</h2>
      <ul className="kiosk-names">
        {items.map(({ id, title, minutes }) => (
          <li key={id}>
            <a href={`/kiosk?take=${id}`}>
              {title}
              <span>{minutes === 1 ? said.minute : fillIn(said.minutes, { minutes })}</span>
            </a>
          </li>
        ))}
      </ul>
      {elsewhere > 0 ? (
        <p>{elsewhere === 1 ? said.kioskElsewhereOne : fillIn(said.kioskElsewhere, { count: elsewhere })}</p>
      ) : null}
    </>
  )
}

/** Loaded anew, so that nothing of a turn stays in the page. */
const names = '/kiosk'

function Finish({ words: said, language }: { words: Words; language: Language }) {
  return (
    <form method="post" action="/kiosk/send">
      <input type="hidden" name="what" value="finish" />
      <input type="hidden" name="lang" value={language} />
      <button type="submit" className="btn btn-primary btn-wide">
        {said.done}
      </button>
    </form>
  )
}

/** One training, read and signed as on one's own device; nothing of it stays in the tablet. */
export async function KioskTraining({
  view: { seen, siteName, actor, hasMore },
  said,
}: {
  view: Extract<KioskView, { at: 'training' }>
  said: string
}) {
  if (seen.state !== 'open') {
    const { language } = seen
    return (
      <KioskFrame language={language} words={words[language]} siteName={siteName} idleSeconds={60} isTurn>
        {seen.state === 'signed' ? (
          <div className="take">
            <TakeReceipt receipt={seen.receipt} words={words[language]} recordHref={null}>
              <Finish words={words[language]} language={language} />
              {hasMore ? <a href={names}>{words[language].yourTrainings}</a> : null}
            </TakeReceipt>
          </div>
        ) : null}
      </KioskFrame>
    )
  }
  const { view } = seen
  const { kept, isNew } = await keptOfTraining(actor, view)
  const reason = reasons.find((one) => one === said)
  return (
    <KioskFrame
      language={view.language}
      words={words[view.language]}
      siteName={siteName}
      idleSeconds={180}
      isTurn
    >
      <TakeSteps
        key={view.versionId}
        view={view}
        words={words}
        lessons={{ en: <Lesson view={view} language="en" />, es: <Lesson view={view} language="es" /> }}
        kept={kept}
        doors={{
          send: '/kiosk/send',
          draft: { url: '/kiosk/send', method: 'POST', extra: { what: 'draft', id: view.id } },
          storage: null,
          changedHref: `/kiosk?take=${view.id}&said=changed`,
          recordHref: null,
        }}
        note={{
          en: <Note view={view} language="en" reason={reason} isNew={isNew} />,
          es: <Note view={view} language="es" reason={reason} isNew={isNew} />,
        }}
        done={{ en: <WayOn language="en" />, es: <WayOn language="es" /> }}
      />
    </KioskFrame>
  )
}

interface Part {
  view: TakeView
  language: Language
}

function Lesson({ view, language }: Part) {
  return (
    <LessonBody
      body={view.texts[language].body}
      files={view.files}
      fileHref={(id) => `/kiosk/file/${encodeURIComponent(id)}?training=${view.id}`}
    />
  )
}

/** What is to be known before reading. */
function Note({ view, language, reason, isNew }: Part & { reason: Reason | undefined; isNew: boolean }) {
  const said = words[language]
  const text = reason ? reasonWords(said, reason, view.personName) : isNew ? said.changedSince : null
  return (
    <>
      {text ? <Callout tone="attention" live title={text} /> : null}
      {view.texts[language].language === language ? null : <Callout title={said.unpublishedLanguage} />}
    </>
  )
}

function WayOn({ language }: { language: Language }) {
  return (
    <>
      <Finish words={words[language]} language={language} />
      <a href={names}>{words[language].yourTrainings}</a>
    </>
  )
}
