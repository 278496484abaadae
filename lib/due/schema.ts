import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Harm } from '#lib/kernel/due'

/** Days for which reminders of a duty can rest at most, by how much it hurts when missed. */
export const longestRest: Record<Harm, number> = { 1: 30, 2: 30, 3: 7 }
export const reasonLimit = 500

const id = z.string().refine(isId, 'There is no such duty.')
const reason = z
  .string()
  .trim()
  .min(1, 'Say why: whoever looks at this later has only these words.')
  .max(reasonLimit, `At most ${reasonLimit} characters.`)

export const snoozeInput = z.strictObject({
  id,
  until: z.string().refine(isDay, 'Choose a day.'),
  reason,
})
export const endSnoozeInput = z.strictObject({ id })
export const handOverInput = z.strictObject({
  id,
  toId: z.string().refine(isId, 'Choose who does it.'),
  reason,
})
