import { describe, expect, it } from 'vitest'
import { type Kept, keptOf, mergeKept, valuesOfKept } from './take-schema.ts'
import { wordsEn } from './words-en.ts'
import { wordsEs } from './words-es.ts'

const kept: Kept = { language: 'es', step: 2, attempt: 1, answers: { q1: 'a' }, name: 'Ana' }

describe('what is kept of a training that is not signed', () => {
  it('comes back from a draft as it went in', () => {
    expect(keptOf(valuesOfKept(kept), 'en')).toEqual(kept)
  })

  it('is the beginning where a draft makes no sense', () => {
    expect(keptOf({ step: ['-1'], language: ['xx'], attempt: ['1e9'], 'answer.q': [] }, 'es')).toEqual({
      ...{ language: 'es', step: 0, attempt: 0, answers: {}, name: '' },
    })
  })

  it('loses no answer that one of two devices has', () => {
    const other = { ...kept, step: 1, answers: { q2: 'b' }, name: '' }
    expect(mergeKept(kept, other)).toEqual({ ...kept, answers: { q1: 'a', q2: 'b' } })
    expect(mergeKept(other, kept)).toEqual({ ...kept, answers: { q1: 'a', q2: 'b' } })
  })

  it('does not bring back answers that were taken back for another attempt', () => {
    const again = { ...kept, attempt: 2, answers: {}, step: 1 }
    expect(mergeKept(kept, again).answers).toEqual({})
    expect(mergeKept(again, kept).answers).toEqual({})
  })
})

describe('the words in Spanish', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

  it('fill in the same things as in English', () => {
    for (const [key, english] of Object.entries(wordsEn))
      expect(places(wordsEs[key as keyof typeof wordsEn]), key).toEqual(places(english))
  })

  it('are not English', () => {
    const same = Object.entries(wordsEn).filter(
      ([key, english]) => wordsEs[key as keyof typeof wordsEn] === english,
    )
    expect(same).toEqual([])
  })
})
