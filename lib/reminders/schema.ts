import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { squeeze } from '#lib/base/text'

/** The record kind under which the practice's settings stand in the audit trail. */
export const settingsKind = 'practice'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** Weekdays as choices, Monday first. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0].map((value) => ({
  value: String(value),
  label: WEEKDAYS[value] ?? '',
}))
/** Hours of the day as choices. */
export const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: hourInWords(hour),
}))

/** '7:00 AM'. */
export function hourInWords(hour: number): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:00 ${hour < 12 ? 'AM' : 'PM'}`
}

export const settingsInput = z.strictObject({
  version: z.coerce.number().int().positive(),
  hour: z.coerce.number({ error: 'Choose an hour.' }).int().min(0).max(23),
  quietWeekdays: z
    .array(z.coerce.number().int().min(0).max(6))
    .max(6, 'Leave at least one day on which reminders go out.')
    .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
})

export const quietDayInput = z.strictObject({
  day: z.string().refine(isDay, 'Choose a day.'),
  name: z
    .string()
    .transform(squeeze)
    .pipe(z.string().min(1, 'Say what day it is.').max(80, 'At most 80 characters.')),
})
export const removeQuietDayInput = z.strictObject({ id: z.string().refine(isId) })
export const testMailInput = z.strictObject({})
