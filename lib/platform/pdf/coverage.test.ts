import { expect, it } from 'vitest'
import { charactersOf } from './coverage.ts'
import { fontFiles, missingMark } from './letters.ts'

const has = (font: string, text: string) => {
  const known = charactersOf(font)
  return Array.from(text, (character) => known.has(character.codePointAt(0) ?? 0))
}

it.each(Object.entries(fontFiles))('the fonts of the %s face know what people here write', (_, fonts) => {
  const [first, second] = fonts
  expect(has(first, 'Zażółć gęślą jaźń, ¿qué? №5 ñ Đặng „–“ • …')).not.toContain(false)
  expect(has(first, 'α😀中')).toEqual([false, false, false])
  expect(has(second, `α${missingMark}😀中`)).toEqual([true, true, false, false])
})

it('does not take another file for a font', () => {
  expect(() => charactersOf(import.meta.filename)).toThrow(/no table|outside the bounds/)
})
