import { count } from '#lib/base/text'
import type { PostureNumbers } from './posture-numbers.ts'

/** How many of the systems that need an agreement have one; what nobody described is not counted as covered. */
export function coverSentence(n: PostureNumbers): string {
  const needing = n.covered + n.lapsing + n.override + n.uncovered + n.undescribed
  const covered = n.covered + n.lapsing
  const all = count(needing, 'AI system')
  if (needing === 0)
    return n.notNeeded > 0
      ? 'No AI system needs an agreement for patient data'
      : 'No AI system takes patient data yet'
  if (n.undescribed === needing) return `Whether patient data is covered is not known for ${all}`
  const may = n.undescribed > 0 ? 'that need an agreement or may need one' : 'that need an agreement'
  return `${covered.toLocaleString('en-US')} of ${all} ${may} ${covered === 1 ? 'has' : 'have'} one`
}
