import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '#lib/base/days'
import { parseTrailQuery, type TrailQuery, trailQueryString } from './trail-query.ts'

const nothing: TrailQuery = {
  who: '',
  action: '',
  kind: '',
  record: '',
  deed: '',
  from: null,
  until: null,
  words: '',
  source: 'all',
  after: null,
}
const id = '00000000-0000-7000-8000-000000000001'
const parsed = (text: string) => parseTrailQuery(Object.fromEntries(new URLSearchParams(text)))

test('what an address asks for survives being written and read', () => {
  const query: TrailQuery = {
    who: 'Dana & Co',
    action: 'ai-system.edit',
    kind: 'ai-system',
    record: id,
    deed: id,
    from: day('2026-01-01'),
    until: day('2026-02-01'),
    words: '50% of “x”',
    source: 'outside',
    after: { at: new Date(1_795_312_962_687), type: 'event', id },
  }
  expect(parsed(trailQueryString(query))).toEqual(query)
  const afterChange: TrailQuery = { ...nothing, after: { at: new Date(5), type: 'outside', id: '42' } }
  expect(parsed(trailQueryString(afterChange))).toEqual(afterChange)
  expect(trailQueryString(nothing)).toBe('')
})

test('what is unknown or stale is dropped', () => {
  expect(
    parsed('action=DROP TABLE&kind=../x&record=1&from=2026-02-30&until=soon&source=there&after=1.e.x&page=7'),
  ).toEqual(nothing)
  expect(parsed(`record=${id}`)).toEqual(nothing)
  expect(parseTrailQuery({ q: ['one', 'two'], who: undefined })).toEqual({ ...nothing, words: 'one' })
})

test('no address makes it fail', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (params) => {
      const query = parseTrailQuery(params)
      expect(parsed(trailQueryString(query))).toEqual(query)
    }),
  )
})
