/** One step of the 5×5 scale: the words a practice starts with, and can edit. */
export interface ScaleStep {
  score: 1 | 2 | 3 | 4 | 5
  word: string
  means: string
}

/** How often; each step begins where the one before it ends. */
export const likelihoodSteps: readonly ScaleStep[] = [
  {
    score: 1,
    word: 'Rare',
    means: 'Not expected here: less than once in ten years in a practice like ours.',
  },
  {
    score: 2,
    word: 'Unlikely',
    means: 'Could happen, and has happened elsewhere: once in three to ten years.',
  },
  { score: 3, word: 'Possible', means: 'May well happen: once in one to three years.' },
  { score: 4, word: 'Likely', means: 'Will probably happen: at least once a year, but not every month.' },
  { score: 5, word: 'Almost certain', means: 'Happens already or soon will: every month or more often.' },
]

/** How bad, for patients, data, money and daily work; the worst of the four counts. */
export const impactSteps: readonly ScaleStep[] = [
  {
    score: 1,
    word: 'Negligible',
    means:
      'No patient notices; no patient data gets outside; under $1,000; work goes on with a few minutes lost.',
  },
  {
    score: 2,
    word: 'Minor',
    means:
      'A patient is annoyed or waits, without harm; a slip with the data of one or a few people; up to $10,000; half a day is disturbed.',
  },
  {
    score: 3,
    word: 'Moderate',
    means:
      'A patient needs an extra visit or treatment and recovers; data of some dozens of people; up to $50,000; a service is down for a day or two.',
  },
  {
    score: 4,
    word: 'Major',
    means:
      'A patient is seriously harmed; data of up to 499 people gets out; up to $250,000; the practice works on paper for a week.',
  },
  {
    score: 5,
    word: 'Severe',
    means:
      'A patient dies or is disabled for life, or many are harmed; data of 500 people or more gets out; above $250,000; the practice may have to close.',
  },
]

export const riskLevels = {
  low: { label: 'Low', from: 1, to: 4, means: 'Bear it, and look again at the next review.' },
  moderate: {
    label: 'Moderate',
    from: 5,
    to: 9,
    means: 'Lower it when that is easy; an owner keeps an eye on it.',
  },
  high: { label: 'High', from: 10, to: 16, means: 'A plan with an owner and a date within three months.' },
  critical: { label: 'Critical', from: 17, to: 25, means: 'Act now; pause the tool if nothing else helps.' },
} as const
export type RiskLevel = keyof typeof riskLevels

/** The level of a score, which is likelihood times impact. Throws for what no 5×5 scale can give. */
export function levelOf(score: number): RiskLevel {
  if (!Number.isInteger(score) || score < 1 || score > 25) throw new RangeError(`No such score: ${score}`)
  if (score <= riskLevels.low.to) return 'low'
  if (score <= riskLevels.moderate.to) return 'moderate'
  return score <= riskLevels.high.to ? 'high' : 'critical'
}
