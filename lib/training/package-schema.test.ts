import { describe, expect, it } from 'vitest'
import {
  isTooFew,
  longestSuspend,
  type PackageState,
  packageState,
  pointsOf,
  reportOf,
} from './package-schema.ts'

const state = (change: Partial<PackageState> = {}): PackageState => ({
  ...{ completion: 'incomplete', success: 'unknown', scaled: null, raw: null, min: null, max: null },
  ...{ location: '', suspend: '', totalTime: '' },
  ...change,
})
const at = new Date('2026-03-02T15:00:00Z')

describe('what a package reports', () => {
  it.each([
    [{ raw: 85 }, 85],
    [{ raw: 17, min: 0, max: 20 }, 85],
    [{ raw: 5, min: 0, max: 0 }, null],
    [{ raw: 300, min: 0, max: 100 }, 100],
    [{ scaled: 0.856, raw: 1 }, 85.6],
    [{ scaled: -1 }, 0],
    [{}, null],
  ])('is counted out of a hundred: %j', (change, points) => {
    expect(pointsOf(state(change))).toBe(points)
  })

  it.each([
    [{ completion: 'completed' }, true],
    [{ success: 'passed' }, true],
    [{ completion: 'completed', raw: 80 }, true],
    [{ completion: 'completed', raw: 79 }, false],
    [{ success: 'passed', raw: 79 }, false],
    [{ completion: 'completed', success: 'failed', raw: 100 }, false],
    [{ completion: 'incomplete', raw: 100 }, false],
    [{ completion: 'not attempted' }, false],
  ] as const)('is enough to sign only when it is done with enough points: %j', (change, enough) => {
    expect(reportOf(state(change), 80, at) !== null).toBe(enough)
  })

  it('is too few when it was failed or done below the mark, and not while it is under way', () => {
    expect(isTooFew(state({ completion: 'completed', raw: 10 }), 80)).toBe(true)
    expect(isTooFew(state({ success: 'failed' }), 80)).toBe(true)
    expect(isTooFew(state({ raw: 10 }), 80)).toBe(false)
  })

  it('is taken in its own shape alone', () => {
    expect(packageState.safeParse(state({ suspend: 'x'.repeat(longestSuspend) })).success).toBe(true)
    for (const wrong of [
      { suspend: 'x'.repeat(longestSuspend + 1) },
      { raw: Number.NaN },
      { completion: 'done' },
      { more: 1 },
    ])
      expect(packageState.safeParse({ ...state(), ...wrong }).success).toBe(false)
  })
})
