import { formatDay, isDay } from '#lib/base/days'
import type { Block } from '#lib/base/paper'

/** A day of a content in words, and nothing for none. What is no day stands as it was written. */
export function dayInWords(day: string | null): string {
  return day && isDay(day) ? formatDay(day) : (day ?? '')
}

/** How much of a very long report is told: a page on screen is one answer, a file is drawn beside everything else. */
export interface Extent {
  /** So many systems and risks in full. */
  inFull: number
  /** Whether what is beyond that follows in short. */
  isWhole: boolean
}

/** Beyond these the gravest are in the file in full, and the rest in short: 1,600 pages take ten seconds of a processor. */
export const onPaper: Extent = { inFull: 5_000, isWhole: true }
export const onScreen: Extent = { inFull: 500, isWhole: false }

/** Says where to find what a page leaves out: ‘2 more open risks’. */
export function elsewhere(what: string): Block {
  return { kind: 'paragraph', words: `Not on this page: ${what}. All of it is in the PDF.` }
}
