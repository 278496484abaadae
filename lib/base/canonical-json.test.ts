import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('is the same whatever order keys were set in, on every level', () => {
    expect(canonicalJson({ b: { d: 1, c: [2, { z: 1, a: 2 }] }, a: null })).toBe(
      '{"a":null,"b":{"c":[2,{"a":2,"z":1}],"d":1}}',
    )
  })

  it('keeps the order of lists, which means something', () => {
    expect(canonicalJson([3, 1, 2])).toBe('[3,1,2]')
  })

  it('sorts keys by code unit, so that no language setting can change it', () => {
    const keys = ['z', 'é', 'e', 'Z', '10', '9', '\u{1f600}', '\uffff', 'ﬁ']
    const value = Object.fromEntries(keys.map((key) => [key, 0]))
    const order = [...canonicalJson(value).matchAll(/"([^"]+)":0/g)].map(([, key]) => key)
    expect(order).toEqual(['10', '9', 'Z', 'e', 'z', 'é', '\u{1f600}', 'ﬁ', '\uffff'])
  })

  it('takes two ways of writing the same letter for two texts, and both for themselves', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'))
    expect(JSON.parse(canonicalJson('e\u0301'))).toBe('e\u0301')
  })

  it('writes half a pair and a NUL so that UTF-8 cannot lose them', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"')
    expect(canonicalJson('a\0b')).toBe('"a\\u0000b"')
    expect(canonicalJson('日本語 🩺 “q”')).toBe('"日本語 🩺 “q”"')
  })

  it('writes numbers the one way JavaScript does, and minus zero as zero', () => {
    expect(canonicalJson([1e21, 1e-7, 0.1 + 0.2, 100, -0, 5e-324, Number.MAX_SAFE_INTEGER])).toBe(
      '[1e+21,1e-7,0.30000000000000004,100,0,5e-324,9007199254740991]',
    )
  })

  it.each([
    ['what is not there', { a: undefined }],
    ['not a number', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a big integer', 1n],
    ['a day as an object', { at: new Date(0) }],
    ['a map', new Map([['a', 1]])],
    ['a hole in a list', Array(2)],
    ['a function', () => 1],
  ])('refuses %s instead of dropping it', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('gives back what went in, and one hash for it, whatever it is', () => {
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        const again: unknown = JSON.parse(text)
        expect(canonicalJson(again)).toBe(text)
        expect(again).toEqual(JSON.parse(JSON.stringify(value)))
        expect(hash(canonicalJson(again))).toBe(hash(text))
      }),
    )
  })
})
