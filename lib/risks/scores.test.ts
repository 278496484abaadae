import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGrave, levelOrUnscored, movesInWords, noNumbers, pairText, parsePair } from './scores.ts'

test('a score is read as people write it', () => {
  for (const words of [
    '4 x 5',
    '4x5',
    '4×5',
    ' 4 * 5 ',
    '4/5',
    '4, 5',
    '4;5',
    'L4 x I5',
    'Likelihood 4, Impact 5',
    '4 by 5',
    '4 x 5 = 20',
  ])
    expect(parsePair(words), words).toEqual({ likelihood: 4, impact: 5 })
})

test('what leaves open which number is which, or lies outside the scale, is no score', () => {
  for (const words of ['20', '6 x 1', '0 x 3', '4 x', 'high', '4-5', '4 x 5 x 2', '44 x 5'])
    expect(parsePair(words), words).toBeUndefined()
})

test('nothing, and words for nothing, is not scored', () => {
  for (const words of ['', '  ', '-', 'n/a', 'TBD', 'not scored']) expect(parsePair(words)).toBeNull()
})

test('what an export writes is read back as it was', () => {
  const step = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(step, step, (likelihood, impact) => {
      expect(parsePair(pairText({ likelihood, impact }))).toEqual({ likelihood, impact })
    }),
  )
})

test('what nobody has scored is not low, and not grave either: it is unknown', () => {
  expect(levelOrUnscored(null)).toBe('unscored')
  expect(isGrave(null)).toBe(false)
  expect([4, 5, 9, 10, 16, 20, 25].map(levelOrUnscored)).toEqual([
    'low',
    'moderate',
    'moderate',
    'high',
    'high',
    'critical',
    'critical',
  ])
  expect([9, 10].map(isGrave)).toEqual([false, true])
})

test('a change of scores says what moved, from where to where', () => {
  const first = { ...noNumbers, currentLikelihood: 3, currentImpact: 4 }
  expect(movesInWords(noNumbers, first)).toEqual(['now 3 x 4'])
  const second = { ...first, currentImpact: 5, targetLikelihood: 1, targetImpact: 2 }
  expect(movesInWords(first, second)).toEqual(['now from 3 x 4 to 3 x 5', 'wanted 1 x 2'])
  expect(movesInWords(second, first)).toEqual(['now from 3 x 5 to 3 x 4', 'wanted no longer (was 1 x 2)'])
  expect(movesInWords(first, first)).toEqual([])
})
