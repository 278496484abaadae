import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '#lib/base/days'
import { type Decision, type DecisionKind, decisionKinds, leavesNoRoom, rankDecisions } from './decisions.ts'

const today = day('2026-11-22')
let made = 0

function decision(kind: DecisionKind, over: { by?: number; since?: number } = {}): Decision {
  made += 1
  const on = (days: number | undefined): Day | null => (days === undefined ? null : addDays(today, days))
  return {
    ...{ kind, id: String(made), label: `${kind} ${made}`, why: '', href: '/', action: 'Decide' },
    by: on(over.by),
    since: on(over.since === undefined ? undefined : -over.since),
  }
}
const ranked = (...found: Decision[]) => rankDecisions(found, today, 5).map(({ kind }) => kind)

describe('what waits for a decision', () => {
  test('comes by how much it hurts to wait', () => {
    const kinds = ['request', 'move', 'renewal', 'stopped', 'exposed'] as const
    expect(ranked(...kinds.map((kind) => decision(kind)))).toEqual([
      'exposed',
      'stopped',
      'renewal',
      'move',
      'request',
    ])
  })

  test('comes first when its last day is near or past', () => {
    expect(ranked(decision('exposed'), decision('renewal', { by: 14 }))).toEqual(['renewal', 'exposed'])
    expect(ranked(decision('exposed'), decision('renewal', { by: -40 }))).toEqual(['renewal', 'exposed'])
    expect(ranked(decision('exposed'), decision('renewal', { by: 15 }))).toEqual(['exposed', 'renewal'])
  })

  test('of two alike comes by its day, then by how long it waits', () => {
    const [soon, later] = [decision('renewal', { by: 20 }), decision('renewal', { by: 30 })]
    expect(rankDecisions([later, soon], today, 5)).toEqual([soon, later])
    const [long, short] = [decision('move', { since: 90 }), decision('move', { since: 3 })]
    expect(rankDecisions([short, long], today, 5)).toEqual([long, short])
  })

  test('does not hide behind many of another kind', () => {
    const many = Array.from({ length: 9 }, () => decision('exposed'))
    expect(ranked(...many, decision('move'), decision('request'))).toEqual([
      'exposed',
      'exposed',
      'exposed',
      'move',
      'request',
    ])
    expect(ranked(...many)).toHaveLength(5)
  })

  test('needs no look at moves and requests where graver things leave no room for them', () => {
    const grave = (['exposed', 'let-through', 'stopped', 'renewal', 'determination'] as const).map((kind) =>
      fc
        .array(fc.integer({ min: -9, max: 80 }), { maxLength: 4 })
        .map((days) => days.map((by) => decision(kind, { by }))),
    )
    fc.assert(
      fc.property(fc.tuple(...grave), (parts) => {
        const own = parts.flat()
        const more = [decision('move', { since: 900 }), decision('move'), decision('request', { since: 900 })]
        const changes = rankDecisions([...own, ...more], today, 5).some((one) => more.includes(one))
        expect(changes).toBe(!leavesNoRoom(own, 5))
      }),
      { numRuns: 300 },
    )
  })

  test('is a choice of what there is, never more than asked for, whatever the order it came in', () => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom(...decisionKinds), fc.integer({ min: -50, max: 90 }))
        .map(([kind, by]) => decision(kind, by < 60 ? { by } : {})),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(some, (found) => {
        const first = rankDecisions(found, today, 5)
        expect(first).toHaveLength(Math.min(5, found.length))
        expect(new Set(first).size).toBe(first.length)
        expect(found).toEqual(expect.arrayContaining(first))
        expect(rankDecisions(found.toReversed(), today, 5)).toEqual(first)
      }),
      { numRuns: 200 },
    )
  })
})
