import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { squeeze } from '#lib/base/text'
import { fileText } from './file-cell.ts'
import { splitList } from './list-cells.ts'

describe('a list in a spreadsheet cell', () => {
  it('is written as people would write it where it can be', () => {
    expect(fileText({ list: ['Downtown', 'Main St, 2nd floor'] })).toBe('Downtown; Main St, 2nd floor')
    expect(fileText({ list: ['North; South', 'East'] })).toBe('["North; South","East"]')
  })

  it('comes back item by item, whatever the items are called', () => {
    const name = fc
      .oneof(fc.constantFrom('a; b', '[x]', '["a","b"]', 'line\nbreak', '"quoted"', 'a,b'), fc.string())
      .map(squeeze)
      .filter((text) => text !== '')
    fc.assert(
      fc.property(fc.array(name), (list) => {
        expect(splitList(fileText({ list }))).toEqual(list)
      }),
    )
  })
})
