import { describe, expect, it } from 'vitest'
import { isId, newId } from './ids.ts'

describe('ids', () => {
  it('sort by the time they were made', () => {
    const [early, late] = [newId(1_000), newId(2_000)]
    expect(early < late).toBe(true)
  })

  it('are told from anything else that may stand in an address', () => {
    expect(isId(newId(1_790_000_000_000))).toBe(true)
    for (const text of ['', 'new', 'AI-014', `${newId(1)}x`, '01900000-0000-7000-8000-00000000000g'])
      expect(isId(text)).toBe(false)
  })
})
