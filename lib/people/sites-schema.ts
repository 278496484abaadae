import { z } from 'zod'
import { squeeze } from '#lib/base/text'
import { usStates } from './places.ts'

export const siteKind = 'site'

const stateCodes = new Set(usStates.map(({ value }) => value))
const siteFacts = z.strictObject({
  name: z
    .string()
    .transform(squeeze)
    .pipe(z.string().min(1, 'Give it the name people here use.').max(120, 'At most 120 characters.')),
  state: z.string().refine((code) => stateCodes.has(code), 'Choose a state.'),
})
const id = z.uuid('Choose from the list.')
const version = z.coerce.number().int().positive()

export const createSiteInput = siteFacts
export const editSiteInput = siteFacts.extend({ id, version })
export const closeSiteInput = z.strictObject({
  id,
  version,
  reason: z
    .string()
    .transform(squeeze)
    .pipe(z.string().min(3, 'Say why, in a few words.').max(1000, 'At most 1,000 characters.')),
})
export const reopenSiteInput = z.strictObject({ id })
