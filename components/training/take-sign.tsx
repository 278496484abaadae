'use client'

import { fillIn } from '#lib/base/fill-in'
import { reasonWords } from '#lib/training/take-schema'
import type { TakeText } from '#lib/training/take-view'
import type { Words } from '#lib/training/words-en'
import { Callout } from '../ui/callout.tsx'
import type { Signing } from './sign-sending.ts'

/** The exact sentence, the name and the signature. */
export function TakeSign({
  text,
  words,
  personName,
  name,
  setName,
  signing,
  wrong,
}: {
  text: TakeText
  words: Words
  personName: string
  name: string
  setName: (name: string) => void
  signing: Signing
  wrong: { name: boolean; tick: boolean }
}) {
  const state = 'state' in signing ? signing.state : null
  const refused = 'ok' in signing && !signing.ok ? signing.reason : null
  return (
    <>
      <h2 tabIndex={-1}>{words.statementTitle}</h2>
      <blockquote className="take-statement" lang={text.language}>
        {text.statement}
      </blockquote>
      <div className="field-main">
        <label className="field-label" htmlFor="name">
          {words.name}
        </label>
        <p className="field-hint" id="name-hint">
          {fillIn(words.nameHint, { name: personName })}
        </p>
        {wrong.name ? (
          <p className="field-error" id="name-error">
            {fillIn(words.nameWrong, { name: personName })}
          </p>
        ) : null}
        <input
          id="name"
          name="name"
          className="control"
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
          aria-invalid={wrong.name || undefined}
          aria-describedby={wrong.name ? 'name-error name-hint' : 'name-hint'}
        />
      </div>
      <div className="field-main">
        {wrong.tick ? (
          <p className="field-error" id="stated-error">
            {words.tickMissing}
          </p>
        ) : null}
        <label className="choice take-tick">
          <input
            type="checkbox"
            name="stated"
            id="stated"
            required
            aria-invalid={wrong.tick || undefined}
            aria-describedby={wrong.tick ? 'stated-error' : undefined}
          />
          <span>{words.tick}</span>
        </label>
      </div>
      <div role="alert">
        {state === 'waiting' ? <Callout tone="attention" title={words.notSigned} /> : null}
        {state === 'signed-out' ? (
          <Callout tone="danger" title={words.signedOut}>
            <a href="/sign-in" target="_blank" rel="noopener">
              {words.signInAgain}
            </a>
          </Callout>
        ) : null}
        {refused && refused !== 'name' && refused !== 'tick' ? (
          <Callout tone="danger" title={reasonWords(words, refused, personName)} />
        ) : null}
      </div>
      <div className="take-on">
        <button
          type="submit"
          className="btn btn-primary btn-wide"
          aria-disabled={state === 'sending' || undefined}
        >
          {state === 'sending' ? words.signing : state === 'waiting' ? words.signAgain : words.sign}
        </button>
      </div>
    </>
  )
}
