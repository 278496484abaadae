import { expect, test } from 'vitest'
import { secondThought } from './second-thought.ts'

const form = (values: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ name: 'A helper', patientData: 'no', ...values }))
    data.set(name, value)
  return data
}

test('clean words are sent without a question', () => {
  expect(secondThought(form({ purpose: 'Drafts letters after a visit' }))).toBeNull()
})

test('words that look like patient data are asked about, and kept', () => {
  const purpose = 'Letters for the patient with SSN 123-45-6789'
  expect(secondThought(form({ purpose }))).toMatchObject({
    fields: {
      purpose: 'This looks as if it held a Social Security number. Take it out, or send it as it is.',
    },
    values: { purpose: [purpose], patientData: ['no'] },
  })
  expect(secondThought(form({ name: 'Helper of 123-45-6789', purpose: 'Letters' }))?.fields).toHaveProperty(
    'name',
  )
})

test('the same words are sent when that is the answer, and others are asked about again', () => {
  const purpose = 'SSN 123-45-6789'
  const asItIs = secondThought(form({ purpose }))?.doubted ?? ''
  expect(secondThought(form({ purpose, asItIs }))).toBeNull()
  expect(secondThought(form({ purpose: 'SSN 219-09-9999', asItIs }))).not.toBeNull()
  expect(secondThought(form({ purpose: 'Letters', asItIs }))).toBeNull()
})
