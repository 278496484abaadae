import { levels } from '#lib/risks/options'
import { type Scale, wordOf } from '#lib/risks/scale-queries'
import { levelOrUnscored, pairOf, type Side, type SixNumbers, scoreOf } from '#lib/risks/scores'

/** A level with its word and tone. */
export function levelOption(score: number | null) {
  const value = levelOrUnscored(score)
  return levels.find((level) => level.value === value) ?? levels[0]
}

/** A score in a sentence: 'likely (4) and major (4), score 16, high'. */
export function scoreSentence(risk: SixNumbers & { scale: Scale }, side: Side): string {
  const pair = pairOf(risk, side)
  if (!pair) return 'not scored'
  const { likelihood, impact } = pair
  const words = [
    `${wordOf(risk.scale, 'likelihood', likelihood).toLowerCase()} (${likelihood})`,
    `${wordOf(risk.scale, 'impact', impact).toLowerCase()} (${impact})`,
  ]
  const score = scoreOf(pair)
  return `${words.join(' and ')}, score ${score}, ${levelOption(score).label.toLowerCase()}`
}
