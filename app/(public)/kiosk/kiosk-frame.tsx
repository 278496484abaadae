import type { ReactNode } from 'react'
import { Mark } from '#components/shell/mark'
import { fillIn } from '#lib/base/fill-in'
import { type Language, languageNames, languages } from '#lib/law/lessons/lesson'
import type { Words } from '#lib/training/words-en'
import { KioskWatch } from './kiosk-watch.tsx'

/** The frame of a shared tablet: where it stands, the language, and the way out for whoever is at it. */
export function KioskFrame({
  language,
  words,
  siteName,
  idleSeconds = null,
  isTurn = false,
  isBare = false,
  languageLinks = false,
  languageForm = false,
  children,
}: {
  language: Language
  words: Words
  siteName?: string
  /** After so long without a touch it goes back to the names; null: never. */
  idleSeconds?: number | null
  /** Somebody's PIN was right. */
  isTurn?: boolean
  isBare?: boolean
  languageLinks?: boolean
  languageForm?: boolean
  children: ReactNode
}) {
  return (
    <div className="kiosk" lang={language}>
      <header className="kiosk-head">
        <p className="brand">
          <Mark size={24} /> {siteName ? fillIn(words.kioskTitle, { site: siteName }) : 'Plumbline'}
        </p>
        {languageLinks ? (
          <nav aria-label={words.languageChoice} className="kiosk-languages">
            {languages.map((one) => (
              <a
                key={one}
                href={`/kiosk?lang=${one}`}
                lang={one}
                aria-current={one === language ? 'true' : undefined}
              >
                {languageNames[one]}
              </a>
            ))}
          </nav>
        ) : null}
        {languageForm ? (
          <form
            method="post"
            action="/kiosk/send"
            className="kiosk-languages"
            aria-label={words.languageChoice}
          >
            <input type="hidden" name="what" value="language" />
            {languages.map((one) => (
              <button
                key={one}
                type="submit"
                name="language"
                value={one}
                lang={one}
                className="take-language"
                aria-pressed={one === language}
              >
                {languageNames[one]}
              </button>
            ))}
          </form>
        ) : null}
        {isTurn ? (
          <form method="post" action="/kiosk/send">
            <input type="hidden" name="what" value="finish" />
            <input type="hidden" name="lang" value={language} />
            <button type="submit" className="btn btn-secondary">
              {words.leave}
            </button>
          </form>
        ) : null}
      </header>
      <main id="main">{children}</main>
      {isBare ? null : <KioskWatch seconds={idleSeconds} isTurn={isTurn} words={words} language={language} />}
    </div>
  )
}
