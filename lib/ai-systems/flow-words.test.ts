import { describe, expect, it } from 'vitest'
import { deidentifications } from './flow-schema.ts'
import { identifierCount, methodName, noIdentifiers } from './flow-words.ts'

describe('what is said of a flow', () => {
  it('never takes what nobody named for nothing', () => {
    for (const deidentification of ['none', 'limited-data-set', 'pseudonymised'])
      expect(identifierCount({ identifiers: [], deidentification })).toBe('Not named yet')
    expect(noIdentifiers({ identifiers: [], deidentification: 'safe-harbor' })).toBe('None left')
    expect(identifierCount({ identifiers: ['A', 'C'], deidentification: 'none' })).toBe('2 of 18')
  })

  it('says that a flow is not de-identified, in words that a file can bring back', () => {
    expect(methodName('none')).toBe('Not de-identified')
    expect(methodName('safe-harbor')).toBe('Safe Harbor')
    const [none] = deidentifications
    expect(none.aliases).toEqual(
      expect.arrayContaining(['Not de-identified', 'None: patients can be told apart']),
    )
  })
})
