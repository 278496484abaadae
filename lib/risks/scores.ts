import { levelOf, riskLevels } from '#lib/law/library/scale'
import type { Level } from './options.ts'

/** The three times a risk is scored for: without any control, as it is, and as it shall be. */
export const sides = ['inherent', 'current', 'target'] as const
export type Side = (typeof sides)[number]

export const sideLabels: Record<Side, string> = {
  inherent: 'Without controls',
  current: 'Now',
  target: 'Wanted',
}

/** How likely and how bad, 1 to 5 each. */
export interface Pair {
  likelihood: number
  impact: number
}

/** The six numbers as they are stored. Of a pair both are there or neither. */
export type SixNumbers = {
  [Column in `${Side}Likelihood` | `${Side}Impact`]: number | null
}

export const noNumbers: SixNumbers = {
  inherentLikelihood: null,
  inherentImpact: null,
  currentLikelihood: null,
  currentImpact: null,
  targetLikelihood: null,
  targetImpact: null,
}

/** One side of the six numbers; null while it is not scored. */
export function pairOf(numbers: SixNumbers, side: Side): Pair | null {
  const [likelihood, impact] = [numbers[`${side}Likelihood`], numbers[`${side}Impact`]]
  return likelihood === null || impact === null ? null : { likelihood, impact }
}

export const scoreOf = (pair: Pair | null): number | null => (pair ? pair.likelihood * pair.impact : null)

/** The level of a score. What is not scored is unknown, which is not low. */
export function levelOrUnscored(score: number | null): Level {
  return score === null ? 'unscored' : levelOf(score)
}

/** Whether a score asks for action: high and above. */
export const isGrave = (score: number | null): boolean => score !== null && score >= riskLevels.high.from

/** '4 x 5': the form in which files say a score. */
export const pairText = (pair: Pair | null): string => (pair ? `${pair.likelihood} x ${pair.impact}` : '')

const written =
  /^(?:l(?:ikelihood)?\s*)?([1-5])\s*(?:[x×✕*,;/]|by|and)\s*(?:i(?:mpact)?\s*)?([1-5])(?:\s*=\s*\d+.*)?$/i

/** A score as people write it: '4 x 5', '4×5', '4/5', 'L4, I5'. Null for nothing, undefined when it is not one. */
export function parsePair(text: string): Pair | null | undefined {
  const plain = text.trim()
  if (plain === '' || /^(?:n\/?a|none|tbd|\?|[-–—]+|not scored)$/i.test(plain)) return null
  const match = written.exec(plain)
  return match ? { likelihood: Number(match[1]), impact: Number(match[2]) } : undefined
}

/** What moved between two states of the numbers, in words: 'now from 3 x 4 to 4 x 4'. */
export function movesInWords(before: SixNumbers, after: SixNumbers): string[] {
  return sides.flatMap((side) => {
    const [from, to] = [pairText(pairOf(before, side)), pairText(pairOf(after, side))]
    if (from === to) return []
    const name = sideLabels[side].toLowerCase()
    if (from === '') return [`${name} ${to}`]
    return [to === '' ? `${name} no longer (was ${from})` : `${name} from ${from} to ${to}`]
  })
}
