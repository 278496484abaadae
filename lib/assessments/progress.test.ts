import { describe, expect, it } from 'vitest'
import { nextOpen, progressOf, totalOf } from './progress.ts'
import type { SystemFacts } from './skip.ts'
import { questionsFor } from './templates.ts'

const facts: SystemFacts = {
  patientData: 'no',
  generative: 'no',
  reachesPatient: 'no',
  decisionSupport: 'no',
  useKind: 'administrative',
  hasVendor: true,
  flows: 0,
  mayTrain: 0,
  deidentified: 0,
}
const questions = questionsFor('ai-rmf', facts)
const given = (keys: readonly string[], carriedOver = false) =>
  new Map(keys.map((key) => [key, { carriedOver }]))

describe('progress', () => {
  it('counts only what is asked, and says how much is not', () => {
    const parts = progressOf('ai-rmf', questions, given(['rmf-govern-1-1', 'gai-2-2']))
    expect(parts.find(({ key }) => key === 'govern')).toMatchObject({ asked: 8, answered: 1, skipped: 0 })
    expect(parts.find(({ key }) => key === 'generative')).toMatchObject({ asked: 0, answered: 0, skipped: 5 })
    expect(totalOf(parts)).toMatchObject({ asked: 35, answered: 1 })
  })

  it('does not count what was carried over from last year until somebody confirms it', () => {
    const parts = progressOf('ai-rmf', questions, given(['rmf-govern-1-1'], true))
    expect(parts[0]).toMatchObject({ answered: 0, carriedOver: 1 })
  })

  it('goes on with the next open question, then from the start, and ends', () => {
    const asked = questions.filter(({ skipped }) => skipped === null).map(({ key }) => key)
    const all = given(asked)
    expect(nextOpen(questions, given(['rmf-govern-1-1']), null)?.key).toBe('rmf-govern-1-5')
    const allButSecond = new Map(all)
    allButSecond.delete('rmf-govern-1-5')
    expect(nextOpen(questions, allButSecond, 'rmf-map-1-1')?.key).toBe('rmf-govern-1-5')
    expect(nextOpen(questions, all, 'rmf-map-1-1')).toBeNull()
    // Where one stands is not next, even while it is open: it would not move.
    expect(nextOpen(questions, allButSecond, 'rmf-govern-1-5')).toBeNull()
  })
})
