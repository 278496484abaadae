import { z } from 'zod'
import { isDay } from '#lib/base/days'
import type { Option } from '#lib/kernel/table'

const id = z.uuid('Choose from the list.')
const version = z.coerce.number().int().positive()
const reason = z.string().trim().min(3, 'Say why, in a few words.').max(1000, 'At most 1,000 characters.')
const until = z.string().refine(isDay, 'Use a real date.')

export const extendInput = z.strictObject({ id, version, until, reason })
export const excuseInput = z.strictObject({ id, version, reason })
/** Where the campaign is closed nobody signs again, and no day is asked for. */
export const takeBackInput = z.strictObject({ id, version, until: z.string().default(''), reason })
export const correctInput = z.strictObject({ id, reason })

/** What is decided about somebody who does not do what is due. */
export const measures = [
  { value: 'restriction', label: 'Access restriction recommended' },
  { value: 'sanction', label: 'Sanction recorded' },
] as const satisfies readonly Option[]
export const measureInput = z.strictObject({
  id,
  kind: z.enum(['restriction', 'sanction'], 'Choose one of the two.'),
  reason,
})

/** What a step in the life of an assignment is called. */
export const stepKinds = [
  { value: 'extended', label: 'More time given' },
  { value: 'excused', label: 'Excused' },
  { value: 'paused', label: 'On leave' },
  { value: 'resumed', label: 'Back from leave' },
  { value: 'reopened', label: 'Opened again' },
  { value: 'taken-back', label: 'Signature taken back' },
  { value: 'escalated', label: 'Put before the site lead' },
  ...measures,
] as const satisfies readonly Option[]
