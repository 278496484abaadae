import { describe, expect, it } from 'vitest'
import { ruleOf } from '#lib/law/rules'
import { choicesOf, questionShape } from '../question.ts'
import { shippedTemplates } from './shipped.ts'

describe.each(shippedTemplates)('the template $key', ({ questions }) => {
  it('asks about 25 questions, none of them twice', () => {
    expect(questions.length).toBeGreaterThanOrEqual(24)
    expect(questions.length).toBeLessThanOrEqual(28)
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length)
    expect(new Set(questions.map(({ ask }) => ask)).size).toBe(questions.length)
  })

  it('says why it asks each of them, and is in the form that is stored', () => {
    for (const question of questions) {
      expect(questionShape.parse(question)).toEqual(question)
      expect(question.why, question.key).toMatch(/\.$/)
    }
  })

  it('calls only answers worrying that can be given, and cites only rules that there are', () => {
    for (const question of questions) {
      const values = choicesOf(question).map(({ value }) => value)
      for (const value of question.worrying) expect(values, question.key).toContain(value)
      const { citation } = ruleOf((question.rule ?? 'mfa') as 'mfa')
      expect(citation, question.key).toBeTruthy()
      const counts = ['number', 'date'].includes(question.kind)
      expect(question.worryAbove === null || counts, question.key).toBe(true)
    }
  })

  it('keeps the questions of a heading together', () => {
    const headings = questions
      .map(({ section }) => section)
      .filter((section, at, all) => section !== all[at - 1])
    expect(new Set(headings).size).toBe(headings.length)
  })
})
