import { describe, expect, it } from 'vitest'
import { fewest, maturityInWords, maturityOf } from './maturity.ts'
import type { AnswerValue } from './options.ts'

const part = { key: 'govern', title: 'Govern' }
const of = (...answers: (AnswerValue | null)[]) => maturityOf(part, answers)

describe('maturity', () => {
  it('is the share of yes, with partly as a half, of what applies', () => {
    const found = of('yes', 'yes', 'yes', 'partly', 'no', 'not-applicable', null)
    expect(found).toMatchObject({ yes: 3, partly: 1, no: 1, counted: 5, notApplicable: 1, unanswered: 1 })
    expect(found.share).toBe(70)
    expect(maturityInWords(found)).toBe(
      '3 yes, 1 partly, 1 no of 5 that apply; 1 not applicable or not available; 1 not answered yet',
    )
  })

  it('gives no share of a handful of answers', () => {
    expect(of('yes', 'yes', 'yes', 'yes').share).toBeNull()
    expect(of(...Array<AnswerValue>(fewest).fill('yes')).share).toBe(100)
  })

  it('does not count what is unanswered as a no, nor what does not apply as a yes', () => {
    expect(of('yes', 'yes', 'yes', 'yes', 'yes', null, null, 'not-applicable').share).toBe(100)
    expect(maturityInWords(of(null, null))).toBe('Nothing counts yet; 2 not answered yet')
    expect(maturityInWords(of())).toBe('Nothing counts yet')
  })

  it('counts what vendors gave and did not give', () => {
    expect(of('given', 'given', 'given', 'not-given', 'not-given', 'not-available')).toMatchObject({
      ...{ yes: 3, no: 2, counted: 5, notApplicable: 1, share: 60 },
    })
  })
})
