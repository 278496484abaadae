import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { squeeze } from '#lib/base/text'
import { isRole } from '#lib/kernel/access'
import { naturalName } from './match-people.ts'

export const personKind = 'person'
export const personPrefix = 'P'

const text = (max: number) =>
  z
    .string()
    .transform(squeeze)
    .pipe(z.string().max(max, `At most ${max.toLocaleString('en-US')} characters.`))
const day = z.string().refine(isDay, 'Use a real date.')
const optionalDay = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  day.nullable(),
)
const id = z.uuid('Choose from the list.')
const version = z.coerce.number().int().positive()
const reason = text(1000).pipe(z.string().min(3, 'Say why, in a few words.'))

const address = z.email('Write an address such as dana@example.org.')

/** Lower case, without spaces around it; '' for somebody without one. */
const email = z
  .string()
  .transform((value) => squeeze(value).toLowerCase())
  .pipe(z.string().max(254, 'At most 254 characters.'))
  .refine(
    (value) => value === '' || address.safeParse(value).success,
    'Write an address such as dana@example.org.',
  )

/** The facts of a person as their form sends them. */
const personFacts = z.strictObject({
  name: text(200).pipe(z.string().min(2, 'Write first and last name.')),
  email,
  jobTitle: text(200),
  staffNumber: text(60),
  startedOn: optionalDay,
  siteIds: z.array(id).max(500),
})

export const createPersonInput = personFacts
export const editPersonInput = personFacts.extend({ id, version })

/** `where` says whether the role counts everywhere or at `siteIds` only; `until` is its last day. */
export const assignRoleInput = z
  .strictObject({
    personId: id,
    role: z.string('Choose a role.').refine(isRole, 'Choose a role.'),
    where: z.enum(['everywhere', 'sites'], 'Say where it counts.'),
    siteIds: z.array(id).max(500).default([]),
    until: optionalDay,
  })
  .refine((input) => input.where === 'everywhere' || input.siteIds.length > 0, {
    error: 'Choose at least one site.',
    path: ['siteIds'],
  })
export const withdrawRoleInput = z.strictObject({
  personId: id,
  role: z.string('Choose a role.').refine(isRole, 'Choose a role.'),
})

export const leaveInput = z.strictObject({
  id,
  version,
  lastDay: day,
  reason,
  successorId: z.preprocess((value) => (value === '' || value === undefined ? null : value), id.nullable()),
})
export const returnInput = z.strictObject({ id, version, reason })

/** One row of a staff list after mapping; absent fields are left as they are on update. */
export const personImport = z.strictObject({
  name: z.string().transform(naturalName).pipe(personFacts.shape.name).optional(),
  email: email.optional(),
  jobTitle: text(200).optional(),
  staffNumber: text(60).optional(),
  sites: z.array(id).max(500).optional(),
  startedOn: day.nullable().optional(),
  leftOn: day.nullable().optional(),
})
export type PersonImport = z.output<typeof personImport>
