import { describe, expect, it } from 'vitest'
import { enteredValues, listIn, refusedEntry, textIn } from './form-values.ts'

function form(entries: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('what was entered', () => {
  it('keeps several values of one name and leaves the framework’s fields out', () => {
    const values = enteredValues(
      form([
        ['$ACTION_ID', 'x'],
        ['name', 'Scribe'],
        ['siteIds[]', ''],
        ['siteIds[]', 'a'],
      ]),
    )
    expect(Object.keys(values)).toEqual(['name', 'siteIds[]'])
    expect(textIn(values, 'name')).toBe('Scribe')
    expect(listIn(values, 'siteIds[]')).toEqual(['a'])
    expect(textIn(values, 'missing')).toBe('')
  })

  it('comes back with a refusal', () => {
    const state = refusedEntry(
      { ok: false, code: 'invalid', message: 'Please check.', fields: { name: 'Give it a name.' } },
      form([['name', '']]),
    )
    expect(state).toEqual({
      message: 'Please check.',
      fields: { name: 'Give it a name.' },
      values: { name: [''] },
    })
  })
})
