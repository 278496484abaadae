import { useState } from 'react'
import type { Language } from '#lib/law/lessons/lesson'
import type { PackagePlay, Played } from './package-frame.tsx'

/** What plays below a lesson, by language, and where its state goes. */
export interface Packages {
  door: string
  plays: Partial<Record<Language, PackagePlay>>
}

/** The package of a language, where it stands by now, and what takes in what it tells. `read`: the language it is in. */
export function usePlay(packages: Packages | undefined, language: Language, read: Language) {
  const [played, setPlayed] = useState<Partial<Record<Language, Played>>>({})
  const drawn = packages?.plays[language]
  const tell = (next: Played) =>
    setPlayed((before) => {
      // Once it was enough it stays so, whatever the package says when it is opened again.
      const done = next.done || drawn?.done === true || before[read]?.done === true
      return { ...before, [read]: { ...next, done } }
    })
  return { play: drawn && { ...drawn, ...played[read] }, tell }
}
