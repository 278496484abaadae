import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { squeeze } from '#lib/base/text'

const text = (max: number) =>
  z
    .string()
    .transform(squeeze)
    .pipe(z.string().max(max, `At most ${max.toLocaleString('en-US')} characters.`))
const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

/** What somebody says of a file, as the form sends it. */
export const fileFacts = z.strictObject({
  title: text(120).pipe(z.string().min(2, 'Say what it is, in a few words.')),
  note: text(1000).default(''),
  /** The last day on which it counts. */
  validUntil: z.preprocess(emptyAsNull, z.string().refine(isDay, 'Use a real date.').nullable()),
  /** The file that it renews. */
  replacesId: z.preprocess(emptyAsNull, z.uuid('Choose from the list.').nullable()),
})

export const withdrawInput = z.strictObject({
  id: z.uuid(),
  reason: text(1000).pipe(z.string().min(3, 'Say why, in a few words.')),
})
