import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { languages } from '#lib/law/lessons/lesson'

/** A printed list to sign by hand, as files and the audit trail name it. */
export const sheetKind = 'paper-sheet'

/** Names on one sheet; more people get more sheets. */
export const mostLines = 100

const id = z.uuid('Choose from the list.')
const onlyDay = z.string().refine(isDay, 'Use a real date.')

/** An empty site stands for the people who have none. `all`: every site, one sheet for each. */
export const printInput = z.strictObject({
  campaignId: id,
  siteId: z.union([z.literal('all'), z.literal('none'), id], 'Choose from the list.'),
  language: z.enum(languages, 'Choose a language.'),
})

export const tickInput = z.strictObject({
  sheetId: id,
  /** The day that stands beside the names; `on` has those that differ, by place. */
  signedOn: onlyDay,
  lines: z
    .array(z.coerce.number().int().positive())
    .min(1, 'Tick at least one name.')
    .max(mostLines, 'That is more than a sheet has.'),
  on: z.record(z.string().regex(/^\d+$/), z.union([z.literal(''), onlyDay])).default({}),
})

/** Without what is easily taken for something else when read from paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A new code of a sheet: 'TR-004-7K2M'. */
export function newCode(campaignRef: string): string {
  return `${campaignRef}-${Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')}`
}
