import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { answers, valuesOf } from '#lib/kernel/answers'
import { associateReasons, determinationReasons, otherReasons } from '#lib/law/business-associate'
import { certificateKinds, criticalities, determinations } from './options.ts'

export const vendorKind = 'vendor'
export const vendorPrefix = 'V'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const name = text(300).min(1, 'Give it the name people here use.')
const id = z.uuid('Choose from the list.')
const optionalId = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  id.nullable(),
)
const day = z.string().refine(isDay, 'Use a real date.')
const reason = text(1000).min(3, 'Say why, in a few words.')
const version = z.coerce.number().int().positive()

const address = /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/iu
/** As it was written, with or without https. */
const website = text(300).refine(
  (value) => value === '' || address.test(value),
  'Write an address such as www.example.com.',
)

/** The facts of a vendor as its form sends them. */
const vendorFacts = z.object({
  name,
  website,
  services: text(4000),
  criticality: z.enum(valuesOf(criticalities)),
  patientData: z.enum(valuesOf(answers)),
  notes: text(4000),
  ownerId: optionalId,
  backupId: optionalId,
})

const differentPeople = (facts: { ownerId: string | null; backupId: string | null }) =>
  facts.ownerId === null || facts.ownerId !== facts.backupId
const differentPeopleError = { error: 'The backup must be somebody else.', path: ['backupId'] }

export const createInput = vendorFacts.refine(differentPeople, differentPeopleError)
export const editInput = vendorFacts.extend({ id, version }).refine(differentPeople, differentPeopleError)
export const archiveInput = z.object({ id, version, reason })
export const restoreInput = z.object({ id, version })

const fitting: Readonly<Record<string, readonly { value: string }[]>> = {
  yes: associateReasons,
  no: otherReasons,
}

/** "Is it a business associate?" An answer needs a reason that speaks for it; taking one back needs a note. */
export const determineInput = z
  .object({
    id,
    version,
    answer: z.enum(valuesOf(determinations)),
    reasons: z.array(z.enum(valuesOf(determinationReasons))),
    note: text(2000),
    on: day,
  })
  .superRefine(({ answer, reasons, note }, issues) => {
    const allowed = fitting[answer] ?? []
    const problem = (path: string, message: string) =>
      issues.addIssue({ code: 'custom', path: [path], message })
    if (answer !== 'unknown' && reasons.length === 0) problem('reasons', 'Tick at least one reason.')
    else if (answer !== 'unknown' && reasons.some((one) => allowed.every(({ value }) => value !== one)))
      problem(
        'reasons',
        'A reason that is ticked speaks for the other answer. Untick it, or change the answer.',
      )
    if (answer === 'unknown' && reasons.length > 0)
      problem('reasons', 'As long as it is not determined there is no reason to tick.')
    if (answer === 'unknown' && note.length < 3) problem('note', 'Say in a few words why it is open.')
  })

export const reviewInput = z.object({
  id,
  version,
  on: day,
  note: text(2000).min(3, 'Say in a few words what you found.'),
})

/** One row of a spreadsheet after mapping; absent fields are left as they are on update. */
export const importInput = z.object({
  name,
  ...vendorFacts.omit({ name: true, ownerId: true, backupId: true }).partial().shape,
  ownerId: id.nullable().optional(),
  backupId: id.nullable().optional(),
  reviewedOn: day.nullable().optional(),
})
export type VendorImport = z.output<typeof importInput>

const optionalDay = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  day.nullable(),
)
const emailAddress = z.email()

/** A part of a vendor: a new one without `partId`. `version` is the vendor's. */
const part = { id, version, partId: optionalId }

export const contactInput = z.object({
  ...part,
  name: text(200).min(2, 'Write a name, or what the place is called.'),
  about: text(300),
  email: text(254).refine(
    (value) => value === '' || emailAddress.safeParse(value).success,
    'Write an address such as dana@example.org.',
  ),
  phone: text(60),
})

export const linkInput = z.object({
  ...part,
  /** Id or reference of the vendor that stands behind; asked for with a new link only. */
  subProcessor: text(60).default(''),
  does: text(500),
  patientData: z.enum(valuesOf(answers)),
})

export const certificateInput = z
  .object({
    ...part,
    kind: z.enum(valuesOf(certificateKinds)),
    scope: text(500),
    issuedOn: optionalDay,
    validUntil: optionalDay,
    /** The file on the vendor that shows it. */
    evidenceId: optionalId,
  })
  .refine(({ kind, scope }) => kind !== 'other' || scope !== '', {
    error: 'Say which, and what it covers.',
    path: ['scope'],
  })
  .refine(({ issuedOn, validUntil }) => !issuedOn || !validUntil || validUntil >= issuedOn, {
    error: 'It ends before it was issued.',
    path: ['validUntil'],
  })

export const removeInput = z.object({ id, version, partId: id })
