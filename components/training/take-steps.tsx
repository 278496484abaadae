'use client'

import { type ReactNode, type SubmitEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { fillIn } from '#lib/base/fill-in'
import type { Language } from '#lib/law/lessons/lesson'
import { type Kept, mergeKept, tried } from '#lib/training/take-schema'
import type { Receipt, TakeView } from '#lib/training/take-view'
import type { Words } from '#lib/training/words-en'
import { type DraftDoor, type Keeper, type Keeping, keepTaking } from './keep-taking.ts'
import { PackageFrame } from './package-frame.tsx'
import { type Signing, signSender } from './sign-sending.ts'
import { LanguageChoice, Saving, StepList } from './take-frame.tsx'
import { type Packages, usePlay } from './take-play.ts'
import { TakeQuestion } from './take-question.tsx'
import { TakeReceipt } from './take-receipt.tsx'
import { TakeSign } from './take-sign.tsx'
import { TooFew } from './take-too-few.tsx'
import './take.css'

/** Where a page sends what is done on it. */
export interface TakeDoors {
  /** Takes the choice of a language, looks at answers, and signs. */
  send: string
  draft: DraftDoor
  /** Under which name this browser keeps what is not on the server yet; null where nothing may stay in it. */
  storage: string | null
  /** The page with the text as it is now. */
  changedHref: string
  /** Where somebody's own copy of a signature is, with its id behind it; null at a shared tablet. */
  recordHref: string | null
}

const never = () => () => undefined

/** A training on one page: the lesson, the questions one after another, the signature, and what was signed. */
export function TakeSteps({
  view,
  words: allWords,
  lessons,
  kept: onServer,
  doors,
  note,
  certificate,
  packages,
  done,
}: {
  view: TakeView
  words: Record<Language, Words>
  /** The lesson, drawn. */
  lessons: Record<Language, ReactNode>
  kept: Kept
  doors: TakeDoors
  /** What is to be known first: that the text was changed, say. */
  note: Record<Language, ReactNode>
  /** For a course held elsewhere: whether its certificate is there. */
  certificate?: { isThere: boolean }
  /** Nothing at a shared tablet. */
  packages?: Packages
  /** The way on from the receipt. */
  done: Record<Language, ReactNode>
}) {
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [kept, setKept] = useState(onServer)
  const [isSkimming, setSkimming] = useState(false)
  const [keeping, setKeeping] = useState<Keeping>('none')
  const [signing, setSigning] = useState<Signing>({ state: 'idle' })
  const [wrong, setWrong] = useState({ name: false, tick: false })
  const place = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeper | null>(null)
  const sender = useRef<ReturnType<typeof signSender> | null>(null)
  const wasAt = useRef<string | null>(null)

  const { language } = kept
  const [words, text] = [allWords[language], view.texts[language]]
  const { questions } = text
  const { play, tell } = usePlay(packages, language, text.language)
  const last = questions.length + 1
  const step = Math.min(kept.step, last)
  const { storage, send, changedHref } = doors
  // As the page was drawn: what is drawn later knows nothing newer than what stands on it.
  const [first] = useState({ onServer, draft: doors.draft })

  const change = (next: Partial<Kept>) => {
    const changed = { ...kept, ...next }
    setKept(changed)
    keeper.current?.changed(changed)
  }

  useEffect(() => {
    const own = keepTaking({
      ...{ basis: view.versionId, door: first.draft, storage, tell: setKeeping },
      ...{ onServer: first.onServer, found: setKept },
      heard: (theirs) => setKept((mine) => mergeKept(theirs, mine)),
    })
    keeper.current = own
    return own.stop
  }, [view.versionId, storage, first])

  useEffect(() => {
    const own = signSender(send, (next) => {
      if ('ok' in next && next.ok) keeper.current?.over()
      if ('state' in next && next.state === 'signed-out' && !storage) location.reload()
      if ('ok' in next && !next.ok && next.reason === 'changed') location.replace(changedHref)
      if ('ok' in next && !next.ok) setWrong({ name: next.reason === 'name', tick: next.reason === 'tick' })
      setSigning(next)
    })
    sender.current = own
    return own.stop
  }, [send, changedHref, storage])

  const receipt: Receipt | null = 'ok' in signing && signing.ok ? signing.receipt : null
  const shown = receipt ? 'receipt' : isSkimming ? 'lesson' : `${kept.attempt} ${step}`
  useEffect(() => {
    // Not on arriving: only what somebody went on to takes the focus.
    if (wasAt.current !== null && wasAt.current !== shown) {
      const named = ['[data-now] [tabindex="-1"]', '.take-receipt h1']
      const goal = named.flatMap((one) => place.current?.querySelector<HTMLElement>(one) ?? [])[0]
      goal?.focus()
      window.scrollTo({ top: 0 })
    }
    wasAt.current = shown
  }, [shown])

  const choose = (question: string, option: string) => {
    const answers = { ...kept.answers, [question]: option }
    change({ answers })
    const graded = tried(questions, answers, view.passPercent)
    if (graded.open.length > 0) return
    // For the record of tries; the signature is judged by itself.
    const sent = { what: 'check', id: view.id, versionId: view.versionId, language: text.language, answers }
    void fetch(send, jsonOf(sent)).catch(() => undefined)
  }
  const graded = tried(questions, kept.answers, view.passPercent)
  const tryAgain = () => {
    const answers = Object.fromEntries(
      Object.entries(kept.answers).filter(([key]) => !graded.wrong.includes(key)),
    )
    const first = questions.findIndex(({ key }) => graded.wrong.includes(key))
    setSkimming(false)
    change({ answers, attempt: kept.attempt + 1, step: Math.max(1, first + 1) })
  }
  const afterQuestion = (index: number) => {
    const open = questions.findIndex(({ key }, at) => at > index && !kept.answers[key])
    change({ step: open === -1 ? last : open + 1 })
  }
  const speak = (chosen: Language) => {
    change({ language: chosen })
    void fetch(send, jsonOf({ what: 'language', id: view.id, language: chosen })).catch(() => undefined)
  }
  const sign = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if ('state' in signing && signing.state === 'sending') return
    const ticked = new FormData(event.currentTarget).get('stated') === 'on'
    const missing = { name: kept.name.trim() === '', tick: !ticked }
    setWrong(missing)
    if (missing.name || missing.tick) {
      document.getElementById(missing.name ? 'name' : 'stated')?.focus()
      return
    }
    const { answers, name } = kept
    const read = { id: view.id, versionId: view.versionId, language: text.language }
    sender.current?.send({ what: 'sign', ...read, answers, name, stated: 'on', statement: text.statement })
  }

  if (receipt)
    return (
      <div className="take" lang={language} ref={place}>
        <TakeReceipt
          receipt={receipt}
          words={words}
          recordHref={doors.recordHref && `${doors.recordHref}${receipt.attestationId}`}
        >
          {done[language]}
        </TakeReceipt>
      </div>
    )
  const isNow = (at: number) => (!isSkimming && step === at) || undefined
  const failed = graded.open.length === 0 && !graded.passed
  const mayGoOn = certificate?.isThere !== false && play?.done !== false
  return (
    <div className="take" lang={language} ref={place}>
      <LanguageChoice language={language} words={words} speak={speak} door={send} id={view.id} />
      <h1 lang={text.language}>{text.title}</h1>
      <p className="take-facts">
        {view.minutes === 1 ? words.minute : fillIn(words.minutes, { minutes: view.minutes })}
        {' · '}
        {fillIn(words.due, { day: text.due })}
      </p>
      {note[language]}
      <StepList
        words={words}
        hasQuestions={questions.length > 0}
        now={step === 0 ? 0 : step === last ? 2 : 1}
      />
      <Saving keeping={keeping} words={words} />
      <form method="post" action={send} noValidate onSubmit={sign}>
        <input type="hidden" name="what" value="sign" />
        <input type="hidden" name="id" value={view.id} />
        <input type="hidden" name="versionId" value={view.versionId} />
        <input type="hidden" name="language" value={text.language} />
        <input type="hidden" name="statement" value={text.statement} />
        <section className="take-part" data-now={isSkimming || step === 0 || undefined} lang={text.language}>
          <div className="take-lesson" tabIndex={-1}>
            {lessons[language]}
            {packages && play && (isSkimming || step === 0) ? (
              <PackageFrame
                key={text.language}
                {...{ play, words, tell }}
                keep={{
                  ...{ url: packages.door, changedHref },
                  extra: { versionId: view.versionId, language: text.language },
                }}
              />
            ) : null}
          </div>
          <div className="take-on" lang={language}>
            {isSkimming ? (
              <button type="button" className="btn btn-primary btn-wide" onClick={tryAgain}>
                {words.tryAgain}
              </button>
            ) : (
              <button
                type="button"
                className="btn btn-primary btn-wide"
                disabled={!mayGoOn}
                onClick={() => afterQuestion(-1)}
              >
                {certificate
                  ? words.toCertificate
                  : questions.length > 0
                    ? words.toQuestions
                    : play
                      ? words.toSigningPlayed
                      : words.toSigning}
              </button>
            )}
          </div>
        </section>
        {questions.map((question, index) => (
          <section key={question.key} className="take-part" data-now={isNow(index + 1)} lang={text.language}>
            <TakeQuestion
              {...{ question, words, isScripted, place: index + 1, count: questions.length }}
              chosen={kept.answers[question.key]}
              choose={(option) => choose(question.key, option)}
            />
            {kept.answers[question.key] && isScripted ? (
              <div className="take-on" lang={language}>
                <button
                  type="button"
                  className="btn btn-primary btn-wide"
                  onClick={() => afterQuestion(index)}
                >
                  {graded.open.length > 0 ? words.next : words.seeResult}
                </button>
              </div>
            ) : null}
          </section>
        ))}
        <section className="take-part" data-now={isNow(last)}>
          {failed && isScripted ? (
            <TooFew words={words} graded={graded} passPercent={view.passPercent}>
              <button type="button" className="btn btn-primary btn-wide" onClick={tryAgain}>
                {words.tryAgain}
              </button>
              <button type="button" className="btn btn-secondary btn-wide" onClick={() => setSkimming(true)}>
                {words.readAgain}
              </button>
            </TooFew>
          ) : (
            <>
              {graded.asked > 0 && graded.passed ? (
                <p>{fillIn(words.enough, { right: graded.right, asked: graded.asked })}</p>
              ) : null}
              <TakeSign
                {...{ text, words, signing, wrong, personName: view.personName, name: kept.name }}
                setName={(name) => change({ name })}
              />
            </>
          )}
        </section>
      </form>
    </div>
  )
}

const jsonOf = (sent: object): RequestInit => ({
  ...{ method: 'POST', headers: { 'content-type': 'application/json' }, keepalive: true },
  body: JSON.stringify(sent),
})
