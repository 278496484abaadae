import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isId, newId } from './ids.ts'

describe('a new id', () => {
  it('is a UUID of version 7 that carries its instant', () => {
    const id = newId(Date.parse('2026-11-22T12:00:00Z'))
    expect(z.uuidv7().safeParse(id).success).toBe(true)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-22T12:00:00Z'))
  })

  it('sorts in the order of making, also within a millisecond, and never repeats', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(1_700_000_000_000))
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
    expect(newId(1_700_000_000_001) > (ids.at(-1) ?? '')).toBe(true)
  })

  it('is told from anything else that may stand in an address', () => {
    expect(isId(newId(1_790_000_000_000))).toBe(true)
    for (const text of ['', 'new', 'AI-014', `${newId(1)}x`, '01900000-0000-7000-8000-00000000000g'])
      expect(isId(text)).toBe(false)
  })
})
