import { expect, test } from 'vitest'
import { timeZones, usStates } from './places.ts'
import { timeZoneOfState } from './time-zone-of-state.ts'

test('every state and territory has one of the time zones on offer', () => {
  const offered = timeZones.map(({ value }) => value)
  for (const { value } of usStates) expect(offered, value).toContain(timeZoneOfState(value))
  expect(timeZoneOfState('XX')).toBe('')
  expect(timeZoneOfState('')).toBe('')
})
