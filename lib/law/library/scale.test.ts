import { describe, expect, it } from 'vitest'
import { impactSteps, levelOf, likelihoodSteps, type RiskLevel, riskLevels } from './scale.ts'

describe.each([
  ['likelihood', likelihoodSteps],
  ['impact', impactSteps],
])('the words for %s', (_, steps) => {
  it('are five, in order, each with a word and a sentence of its own', () => {
    expect(steps.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5])
    expect(new Set(steps.map(({ word }) => word)).size).toBe(5)
    expect(new Set(steps.map(({ means }) => means)).size).toBe(5)
    for (const { word, means } of steps) {
      expect(word.length, word).toBeLessThan(20)
      expect(means, word).toMatch(/^[A-Z].{20,238}[.]$/)
    }
  })
})

it('says for every impact what it does to patients, data, money and work', () => {
  for (const { means } of impactSteps) {
    expect(means.split('; ')).toHaveLength(4)
    expect(means).toMatch(/patient.*data.*\$\d+,000/i)
  }
})

describe('the level of a score', () => {
  it.each<[number, RiskLevel]>([
    [1, 'low'],
    [4, 'low'],
    [5, 'moderate'],
    [9, 'moderate'],
    [10, 'high'],
    [16, 'high'],
    [17, 'critical'],
    [25, 'critical'],
  ])('of %i is %s', (score, level) => {
    expect(levelOf(score)).toBe(level)
  })

  it('follows the limits that are shown, without a gap', () => {
    for (let score = 1; score <= 25; score++) {
      const { from, to } = riskLevels[levelOf(score)]
      expect(score).toBeGreaterThanOrEqual(from)
      expect(score).toBeLessThanOrEqual(to)
    }
  })

  it('never falls when likelihood or impact rises, and the worst impact is never low', () => {
    const rank = Object.keys(riskLevels)
    for (let likelihood = 1; likelihood <= 5; likelihood++) {
      expect(levelOf(likelihood * 5)).not.toBe('low')
      for (let impact = 2; impact <= 5; impact++) {
        const [less, more] = [levelOf(likelihood * (impact - 1)), levelOf(likelihood * impact)]
        expect(rank.indexOf(more)).toBeGreaterThanOrEqual(rank.indexOf(less))
      }
    }
  })

  it.each([0, 26, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('of %d is an error', (score) => {
    expect(() => levelOf(score)).toThrow(RangeError)
  })
})
