'use client'

import { useEffect, useRef } from 'react'
import { fillIn } from '#lib/base/fill-in'
import type { CheckQuestion } from '#lib/law/lessons/lesson'
import type { Words } from '#lib/training/words-en'

/** One question about a situation. What is chosen stands for this attempt, and why it is right or not is said at once. */
export function TakeQuestion({
  question,
  place,
  count,
  chosen,
  words,
  isScripted,
  choose,
}: {
  question: CheckQuestion
  place: number
  count: number
  chosen: string | undefined
  words: Words
  /** Without script there are plain fields, looked at when they are sent: then the page comes back with why. */
  isScripted: boolean
  choose: (option: string) => void
}) {
  const id = `ask-${question.key}`
  const answer = question.options.find(({ key }) => key === chosen)
  const group = useRef<HTMLDivElement>(null)
  const before = useRef(chosen)
  useEffect(() => {
    // On a phone, why it is right and the way on stand below what was touched.
    if (chosen !== undefined && before.current === undefined)
      group.current?.closest('.take-part')?.querySelector('.take-on')?.scrollIntoView({ block: 'nearest' })
    before.current = chosen
  }, [chosen])
  return (
    <div role="group" aria-labelledby={id} ref={group}>
      <p className="take-place">{fillIn(words.questionOf, { place, count })}</p>
      <h2 id={id} className="take-ask" tabIndex={-1}>
        {question.ask}
      </h2>
      <div className="take-options">
        {question.options.map(({ key, text }) =>
          isScripted ? (
            <button
              key={key}
              type="button"
              className="take-option"
              aria-pressed={key === chosen}
              aria-disabled={key === chosen || undefined}
              disabled={chosen !== undefined && key !== chosen}
              data-right={key === chosen ? answer?.right : undefined}
              onClick={() => {
                if (chosen === undefined) choose(key)
              }}
            >
              {text}
            </button>
          ) : (
            <label key={key} className="take-option">
              <input
                type="radio"
                name={`answers.${question.key}`}
                value={key}
                defaultChecked={key === chosen}
              />
              <span>{text}</span>
            </label>
          ),
        )}
      </div>
      <div role="status">
        {answer ? (
          <p className="take-why" data-right={answer.right}>
            {/* Without script something else may be chosen by now than what this is about. */}
            {isScripted ? null : <q>{answer.text}</q>}{' '}
            <strong>{answer.right ? words.right : words.notRight}</strong> {answer.why}
          </p>
        ) : null}
      </div>
    </div>
  )
}
