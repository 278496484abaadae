import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { answers, valuesOf } from '#lib/kernel/answers'
import {
  categories,
  protectedInputs,
  runsWhere,
  safeguardStates,
  stages,
  tiers,
  useKinds,
} from './options.ts'
import { safeguards } from './safeguards.ts'

export const systemKind = 'ai-system'
export const systemPrefix = 'AI'

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
const answer = z.enum(valuesOf(answers))
const day = z.string().refine(isDay, 'Use a real date.')
const reason = text(1000).min(3, 'Say why, in a few words.')
const version = z.coerce.number().int().positive()

const safeguard = z.object({ state: z.enum(valuesOf(safeguardStates)), note: text(1000).default('') })

/** The facts of an AI system as its form sends them. */
const systemFacts = z.object({
  name,
  purpose: text(5000),
  category: z.enum(valuesOf(categories)),
  vendorName: text(200),
  product: text(200),
  modelName: text(200),
  runsWhere: z.enum(valuesOf(runsWhere)),
  productVersion: text(100),
  users: text(500),
  notes: text(4000),
  reachesPatient: answer,
  licensedReview: answer,
  useKind: z.enum(valuesOf(useKinds)),
  therapy: answer,
  generative: answer,
  decisionSupport: answer,
  protectedInputs: z.array(z.enum(valuesOf(protectedInputs))),
  patientData: answer,
  ownerId: optionalId,
  backupId: optionalId,
  siteIds: z.array(id).max(500),
  safeguards: z.partialRecord(z.enum(safeguards.map(({ key }) => key)), safeguard),
})
export type SystemFacts = z.output<typeof systemFacts>

const differentPeople = (facts: { ownerId: string | null; backupId: string | null }) =>
  facts.ownerId === null || facts.ownerId !== facts.backupId
const differentPeopleError = { error: 'The backup must be somebody else.', path: ['backupId'] }

export const createInput = systemFacts.refine(differentPeople, differentPeopleError)
export const editInput = systemFacts.extend({ id, version }).refine(differentPeople, differentPeopleError)

/** "I want to use this": what a person can say in under a minute. */
export const proposeInput = z.object({
  name: text(300).min(1, 'Say which tool.'),
  purpose: text(2000).min(5, 'Say in a few words what you would use it for.'),
  patientData: answer,
})

export const moveInput = z.object({ id, version, to: z.enum(valuesOf(stages)), reason })
export const tierInput = z
  .object({ id, version, tier: z.enum(['computed', ...valuesOf(tiers)]), reason: text(1000) })
  .refine((input) => input.tier === 'computed' || input.reason.length >= 3, {
    error: 'Say why the computed tier is not right.',
    path: ['reason'],
  })
/** The longest that a system may go on without cover before somebody decides anew. */
export const mostOverrideDays = 30

export const coverOverrideInput = z.object({
  id,
  version,
  /** Empty takes the exception back. */
  until: z.union([z.literal(''), day]),
  reason,
})

export const reviewInput = z.object({
  id,
  version,
  what: z.enum(['review', 'data', 'logs']),
  on: day,
  note: text(2000).min(3, 'Say in a few words what you found.'),
})
export const archiveInput = z.object({ id, version, reason })
export const restoreInput = z.object({ id, version })
export const duplicateInput = z.object({ id })
/** `list`: the query of the list whose systems are meant. */
export const nameOwnersInput = z
  .object({ list: z.string().max(4000), ownerId: optionalId, backupId: optionalId })
  .refine((input) => input.ownerId !== null || input.backupId !== null, {
    error: 'Choose somebody.',
    path: ['ownerId'],
  })
  .refine(differentPeople, differentPeopleError)

/** One row of a spreadsheet after mapping; absent fields are left as they are on update. */
export const importInput = z.object({
  name,
  ...systemFacts
    .omit({ name: true, ownerId: true, backupId: true, siteIds: true, safeguards: true })
    .partial().shape,
  stage: z.enum(valuesOf(stages)).optional(),
  ownerId: id.nullable().optional(),
  backupId: id.nullable().optional(),
  siteIds: z.array(id).optional(),
  proposedOn: day.optional(),
  reviewedOn: day.nullable().optional(),
  dataReviewedOn: day.nullable().optional(),
  logsReviewedOn: day.nullable().optional(),
  approvedOn: day.nullable().optional(),
  tierOverride: z.enum(valuesOf(tiers)).nullable().optional(),
  tierOverrideReason: text(1000).optional(),
  safeguards: z.partialRecord(z.enum(safeguards.map(({ key }) => key)), safeguard.partial()).optional(),
})
export type SystemImport = z.output<typeof importInput>
