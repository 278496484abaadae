'use client'

import type { ReactNode } from 'react'
import { fillIn } from '#lib/base/fill-in'
import type { Words } from '#lib/training/words-en'

/** What somebody is told who has too few answers right, with the ways on. */
export function TooFew({
  words,
  graded,
  passPercent,
  children,
}: {
  words: Words
  graded: { right: number; asked: number }
  passPercent: number
  children: ReactNode
}) {
  const needed = Math.ceil((graded.asked * passPercent) / 100)
  return (
    <>
      <h2 tabIndex={-1}>{fillIn(words.tooFew, { right: graded.right, asked: graded.asked, needed })}</h2>
      <p>{words.tooFewNext}</p>
      <div className="take-on">{children}</div>
    </>
  )
}
