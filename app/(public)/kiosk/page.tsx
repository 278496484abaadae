import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { type Language, languages } from '#lib/law/lessons/lesson'
import { now } from '#lib/platform/clock'
import { seeKiosk } from '#lib/training/kiosk-take'
import { words } from '#lib/training/words'
import { kioskSecrets } from './kiosk-cookies.ts'
import { KioskFrame } from './kiosk-frame.tsx'
import { KioskNames } from './kiosk-names.tsx'
import { ChoosePin, KioskPin, KioskTraining, KioskTrainings } from './kiosk-parts.tsx'
import './kiosk.css'

export const metadata: Metadata = { title: 'Training', robots: { index: false, follow: false } }

type Asked = Record<'who' | 'take' | 'said' | 'minutes' | 'lang', string | string[] | undefined>

/** A shared tablet: the names, a PIN, the trainings, one of them. Which of these, the server decides by the tablet's own secrets. */
export default async function KioskPage({ searchParams }: { searchParams: Promise<Partial<Asked>> }) {
  const asked = await searchParams
  const one = (name: keyof Asked) => (typeof asked[name] === 'string' ? asked[name] : '')
  const chosen: Language = languages.find((language) => language === one('lang')) ?? 'en'
  const view = await seeKiosk(await kioskSecrets(), one('take') || null, now())
  if (!view)
    return (
      <KioskFrame language={chosen} words={words[chosen]} isBare>
        {languages.map((language) => (
          <div key={language} lang={language} className="kiosk-ended">
            {language === 'en' ? <h1>{words.en.kioskEnded}</h1> : <h2>{words[language].kioskEnded}</h2>}
            <p>{words[language].kioskEndedHow}</p>
          </div>
        ))}
        <ButtonLink href="/sign-in?next=/training/kiosks" variant="primary">
          {words[chosen].kioskSignIn}
        </ButtonLink>
      </KioskFrame>
    )
  const { siteName } = view
  if (view.at === 'names') {
    const person = view.people.find(({ id }) => id === one('who'))
    if (person)
      return (
        <KioskFrame language={chosen} words={words[chosen]} siteName={siteName} idleSeconds={60}>
          <KioskPin
            person={person}
            words={words[chosen]}
            language={chosen}
            said={one('said')}
            minutes={Number.parseInt(one('minutes'), 10) || 15}
          />
        </KioskFrame>
      )
    return (
      <KioskFrame language={chosen} words={words[chosen]} siteName={siteName} languageLinks>
        <KioskNames people={view.people} words={words[chosen]} language={chosen} />
      </KioskFrame>
    )
  }
  if (view.at === 'training') return <KioskTraining view={view} said={one('said')} />
  const { language, name } = view
  return (
    <KioskFrame
      language={language}
      words={words[language]}
      siteName={siteName}
      idleSeconds={60}
      isTurn
      languageForm
    >
      {view.at === 'choose' ? (
        <ChoosePin name={name} words={words[language]} said={one('said')} />
      ) : (
        <KioskTrainings name={name} items={view.items} elsewhere={view.elsewhere} words={words[language]} />
      )}
    </KioskFrame>
  )
}
