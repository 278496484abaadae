import { expect, test } from 'vitest'
import { starterRisks } from '#lib/law/library/risks'
import { fits, fitsOnly } from './library-fit.ts'

const starter = (key: string) => {
  const found = starterRisks.find((risk) => risk.key === key)
  if (!found) throw new Error(key)
  return found
}
const scribe = { category: 'ambient-scribe', generative: 'yes', patientData: 'yes' }

test('what fits only some tools is in the library, and written down for AI systems', () => {
  for (const key of Object.keys(fitsOnly)) expect(starter(key).concerns, key).toBe('ai-system')
})

test('a scribe is offered what scribes do wrong, and not what imaging or a phone agent does', () => {
  expect(fits(starter('unread-note-signed'), scribe)).toBe(true)
  expect(fits(starter('invented-dose'), scribe)).toBe(true)
  expect(fits(starter('imaging-trusted-too-much'), scribe)).toBe(false)
  expect(fits(starter('voice-agent-wrong-patient'), scribe)).toBe(false)
  expect(fits(starter('outage-without-fallback'), scribe)).toBe(true)
})

test('what is not known of a tool leaves nothing out for it, and a tool without generated text is spared what needs it', () => {
  expect(
    fits(starter('invented-dose'), { ...scribe, category: 'coding-billing', generative: 'unknown' }),
  ).toBe(true)
  expect(fits(starter('invented-dose'), { ...scribe, category: 'coding-billing', generative: 'no' })).toBe(
    false,
  )
})

test('the practice as a whole is offered what concerns it and its vendors, and no single tool', () => {
  const forPractice = starterRisks.filter((risk) => fits(risk, null))
  expect(new Set(forPractice.map(({ concerns }) => concerns))).toEqual(new Set(['practice', 'vendor']))
})

test('every starter risk fits something', () => {
  const other = { category: 'other', generative: 'unknown', patientData: 'unknown' }
  expect(starterRisks.filter((risk) => !fits(risk, other) && !fits(risk, null))).toEqual([])
})
