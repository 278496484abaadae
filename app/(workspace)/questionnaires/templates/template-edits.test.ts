import { describe, expect, it } from 'vitest'
import { questionShape } from '#lib/questionnaires/question'
import { questionOf } from '#lib/testing/questionnaires'
import { movedTo, questionIn } from './template-edits.ts'

const sent = { section: 'Security', ask: 'Who may see it?', why: 'Because.', kind: 'choice' }

describe('a question from its form', () => {
  it('keeps its key, and the values of answers that are worded as they were', () => {
    const before = questionOf({
      key: 'access',
      kind: 'choice',
      options: [{ value: 'few', label: 'A few' }],
    })
    const after = questionIn({ ...sent, options: 'A few\n* Everybody' }, before, 'q-new')
    expect(after).toMatchObject({
      key: 'access',
      options: [
        { value: 'few', label: 'A few' },
        { value: 'q-new-1', label: 'Everybody' },
      ],
      worrying: ['q-new-1'],
    })
    expect(questionShape.safeParse(after).success).toBe(true)
  })

  it('leaves out what its kind does not have', () => {
    const question = questionIn(
      { ...sent, kind: 'number', options: 'A\nB', worrying: ['no'], unit: 'days', worryAbove: '30' },
      null,
      'q-new',
    )
    expect(question).toMatchObject({ options: [], worrying: [], unit: 'days', worryAbove: 30 })
  })

  it('loses the rule behind it when it asks something else', () => {
    const before = questionOf({ key: 'mfa', ask: 'Who may see it?', rule: 'mfa' })
    expect(questionIn({ ...sent, kind: 'yes-no' }, before, 'x').rule).toBe('mfa')
    expect(questionIn({ ...sent, kind: 'yes-no', ask: 'Who else?' }, before, 'x').rule).toBeNull()
  })
})

it('a question moves by one place, stays at the ends, and can be taken out', () => {
  const questions = ['a', 'b', 'c'].map((key) => questionOf({ key }))
  const keys = (key: string, move: string) =>
    movedTo(questions, key, move)
      .map((one) => one.key)
      .join('')
  expect(keys('b', 'up')).toBe('bac')
  expect(keys('b', 'down')).toBe('acb')
  expect(keys('a', 'up')).toBe('abc')
  expect(keys('c', 'down')).toBe('abc')
  expect(keys('b', 'out')).toBe('ac')
  expect(keys('x', 'out')).toBe('abc')
})
