import { describe, expect, it } from 'vitest'
import { guessColumns, guessValues } from './match-columns.ts'

const headersOf = (...names: string[]) => names.map((name, index) => ({ index, name, label: name }))
const field = (label: string, ...aliases: string[]) => ({ key: label.toLowerCase(), label, aliases })

describe('guessing columns', () => {
  it.each([
    ['Vendor name', 'VENDOR_NAME'],
    ['Vendor name', 'Vendor-Names:'],
    ['Vendor name', 'Name of the vendor'],
    ['Categories', 'Category'],
    ['Vendor name', ' vendor’s  name '],
    ['Résumé', 'resume'],
    ['Risks & benefits', 'Risk and benefit'],
    ['Status', 'STATUS'],
    ['Classes', 'class'],
  ])('takes %j for %j', (label, name) => {
    expect(guessColumns(headersOf('Other', name), [{ key: 'it', label, aliases: [] }])).toEqual({ it: 1 })
  })

  it.each([
    ['Vendor', 'Vendor contract number'],
    ['Encrypted at rest', 'Not encrypted at rest'],
    ['Name', ''],
    ['Name', '—'],
    ['Due', 'Issue'],
  ])('does not take %j for %j', (label, name) => {
    expect(guessColumns(headersOf(name), [{ key: 'it', label, aliases: [] }])).toEqual({ it: null })
  })

  it('prefers the label to an alias, an earlier alias to a later one, and an alias to shared words', () => {
    const vendor = field('Vendor', 'Supplier', 'Made by')
    expect(guessColumns(headersOf('Made by', 'Supplier', 'Vendor'), [vendor])).toEqual({ vendor: 2 })
    expect(guessColumns(headersOf('Made by', 'Supplier'), [vendor])).toEqual({ vendor: 1 })
    const name = field('System name', 'Use case name')
    expect(guessColumns(headersOf('The AI system name', 'Use Case Name'), [name])).toEqual({
      'system name': 1,
    })
  })

  it('uses a column once, for the field it fits best', () => {
    const fields = [field('Product', 'Name'), field('Name')]
    expect(guessColumns(headersOf('Name'), fields)).toEqual({ product: null, name: 0 })
    expect(guessColumns(headersOf('Name', 'Product'), fields)).toEqual({ product: 1, name: 0 })
  })

  it('leaves a field to the person when two columns fit it equally well', () => {
    const other = field('If other, please explain', 'Explanation')
    const headers = headersOf('If Other, please explain.', 'Stage', 'If other, please explain', 'Explanation')
    expect(guessColumns(headers, [other, field('Stage')])).toEqual({
      'if other, please explain': null,
      stage: 1,
    })
  })

  it('does not guess by shared words what a column of our own exports holds that no file sets', () => {
    const notice = field('Notice period', 'Notice')
    expect(guessColumns(headersOf('Notice by'), [notice])).toEqual({ 'notice period': 0 })
    expect(guessColumns(headersOf('Notice by'), [notice], ['Notice by'])).toEqual({ 'notice period': null })
    const vendor = field('Vendor', 'Vendor name')
    expect(guessColumns(headersOf('Vendor name'), [vendor], ['Vendor name'])).toEqual({ vendor: 0 })
  })

  it('gives the place in the spreadsheet, not the place in the list', () => {
    expect(guessColumns([{ index: 7, name: 'Name', label: 'Name' }], [field('Name')])).toEqual({ name: 7 })
  })
})

describe('guessing values', () => {
  const options = [
    { value: 'in-use', label: 'In use', aliases: ['Operation and Maintenance', 'Live'] },
    { value: 'in-review', label: 'In review', aliases: ['Acquisition and/or Development'] },
    { value: 'retired', label: 'Retired', aliases: [] },
  ]

  it('maps values by label, by code, by alias and by words', () => {
    const values = [
      'Operation and Maintenance ',
      'IN USE',
      'in-review',
      'acquisition and/or  development',
      'was retired',
      'Frozen',
      '',
      'Not in use',
    ]
    expect(guessValues(values, options)).toEqual({
      'Operation and Maintenance ': 'in-use',
      'IN USE': 'in-use',
      'in-review': 'in-review',
      'acquisition and/or  development': 'in-review',
      'was retired': 'retired',
      Frozen: null,
      '': null,
      'Not in use': null,
    })
  })

  it('guesses nothing where two options fit equally well', () => {
    const both = [
      { value: 'a', label: 'High risk', aliases: [] },
      { value: 'b', label: 'Low risk', aliases: ['High risk'] },
      { value: 'c', label: 'Risk of harm', aliases: [] },
      { value: 'd', label: 'Risk of loss', aliases: [] },
    ]
    expect(guessValues(['High risk', 'Risk of harm or loss'], both)).toEqual({
      'High risk': 'a',
      'Risk of harm or loss': null,
    })
  })

  it('keeps a value that looks like a part of the language', () => {
    const guesses = guessValues(['__proto__', 'constructor'], options)
    expect(Object.keys(guesses)).toEqual(['__proto__', 'constructor'])
  })
})
