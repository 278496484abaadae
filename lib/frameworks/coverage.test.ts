import { describe, expect, it } from 'vitest'
import { frameworkOf, shippedFrameworks } from '#lib/law/frameworks/all-frameworks'
import { type Answered, countingRule, countStates, coverOf, forceOf, groupRows } from './coverage.ts'

const answered = (change: Partial<Answered>): Answered => ({
  ...{ controls: 1, isCovered: false, isBegun: false, isFailing: false },
  ...change,
})

describe('a requirement', () => {
  it.each([
    ['none', undefined, false],
    ['none', answered({}), false],
    ['partly', answered({ isBegun: true }), false],
    ['partly', answered({ isBegun: true, isFailing: true }), false],
    ['covered', answered({ isBegun: true, isCovered: true }), false],
    ['out', answered({ isBegun: true, isCovered: true }), true],
    ['out', undefined, true],
  ])('is %s by %j', (state, by, isOut) => {
    expect(coverOf(by, isOut).state).toBe(state)
  })

  it('binds by its framework and its designation, and never when it is only proposed', () => {
    const forces = new Map(
      shippedFrameworks.map((framework) => [
        framework.key,
        new Set(framework.requirements.map((one) => forceOf(framework, one))),
      ]),
    )
    expect([...(forces.get('hipaa-security') ?? [])].toSorted()).toEqual(['addressable', 'required'])
    expect(forces.get('security-rule-proposal')).toEqual(new Set(['proposed']))
    expect(forces.get('nist-ai-rmf')).toEqual(new Set(['voluntary']))
  })
})

it('groups count what stands in them and below, each requirement once', () => {
  const framework = frameworkOf('nist-ai-rmf')
  if (!framework) throw new Error('it is shipped')
  const rows = framework.requirements.map((requirement, at) => ({
    ...requirement,
    cover: coverOf(at % 2 ? answered({ isCovered: true, isBegun: true }) : undefined, false),
  }))
  const tree = groupRows(framework, rows)
  expect(tree.map(({ id }) => id)).toEqual(['GOVERN', 'MAP', 'MEASURE', 'MANAGE'])
  expect(tree.reduce((sum, { groups }) => sum + groups.length, 0)).toBe(19)
  const all = tree.map(({ counts }) => counts.none + counts.covered)
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(72)
  expect(countStates(rows.map(({ cover }) => cover))).toEqual({ none: 36, partly: 0, covered: 36, out: 0 })
})

it('says nothing of the practice that only an auditor could say', () => {
  expect(countingRule).not.toMatch(/complian|certif/i)
})
