import { expect, it } from 'vitest'
import { formObject } from './form-data.ts'

it('turns form fields into nested objects and lists', () => {
  const form = new FormData()
  form.append('name', 'Scribe')
  form.append('$ACTION_ID_1', '')
  form.append('siteIds[]', '')
  form.append('siteIds[]', 'a')
  form.append('siteIds[]', 'b')
  form.append('roles[]', '')
  form.append('safeguards.mfa.state', 'met')
  form.append('safeguards.mfa.note', 'by app')
  expect(formObject(form)).toEqual({
    name: 'Scribe',
    siteIds: ['a', 'b'],
    roles: [],
    safeguards: { mfa: { state: 'met', note: 'by app' } },
  })
})

it('does not let a field name reach the prototype', () => {
  const form = new FormData()
  form.append('__proto__.polluted', 'yes')
  formObject(form)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
