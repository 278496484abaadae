import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { valuesOf } from '#lib/kernel/answers'
import { controlStates, testResults } from './options.ts'

export const controlKind = 'control'
export const controlPrefix = 'CTL'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const title = text(300).min(3, 'Say in a few words what is done.')
const id = z.uuid('Choose from the list.')
const optionalId = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  id.nullable(),
)
const day = z.string().refine(isDay, 'Use a real date.')
const version = z.coerce.number().int().positive()
const months = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.coerce
    .number('A number of months.')
    .int('A whole number of months.')
    .min(1, 'At least 1 month.')
    .max(60, 'At most 60 months.')
    .nullable(),
)
/** A framework's key or id, a colon, the requirement's id. */
const requirement = z.string().min(3).max(260)
const requirements = z.array(z.union([z.literal(''), requirement])).max(1000, 'At most 1,000 requirements.')

/** The facts of a control as its form sends them. */
const controlFacts = z.object({
  title,
  does: text(4000),
  evidence: text(4000),
  state: z.enum(valuesOf(controlStates)),
  stateReason: text(1000),
  testEveryMonths: months,
  notes: text(4000),
  ownerId: optionalId,
  backupId: optionalId,
})

type Pair = { ownerId: string | null; backupId: string | null }
const differentPeople = ({ ownerId, backupId }: Pair) => ownerId === null || ownerId !== backupId
const differentPeopleError = { error: 'The backup must be somebody else.', path: ['backupId'] }
const hasReason = ({ state, stateReason }: { state: string; stateReason: string }) =>
  state !== 'not-applicable' || stateReason.length >= 3
const hasReasonError = { error: 'Say why it does not apply.', path: ['stateReason'] }

export const createInput = controlFacts
  .extend({ requirements: requirements.default([]) })
  .refine(differentPeople, differentPeopleError)
  .refine(hasReason, hasReasonError)
export const editInput = controlFacts
  .extend({ id, version })
  .refine(differentPeople, differentPeopleError)
  .refine(hasReason, hasReasonError)
export const archiveInput = z.object({ id, version, reason: text(1000).min(3, 'Say why, in a few words.') })
export const restoreInput = z.object({ id, version })

export const stateInput = z
  .object({ id, version, state: z.enum(valuesOf(controlStates)), stateReason: text(1000) })
  .refine(hasReason, hasReasonError)

export const testInput = z
  .object({ id, version, on: day, result: z.enum(valuesOf(testResults)), note: text(2000) })
  .refine(({ note }) => note.length >= 3, {
    error: 'Say in a few words what you looked at and what you found.',
    path: ['note'],
  })

/** The requirements of one framework that a control answers: what is not ticked there is taken off, others stay. */
export const requirementsInput = z.object({ id, version, framework: text(80).min(1), requirements })

/** One requirement to be named by a control that is there. */
export const answerInput = z.object({ controlId: id, requirement })

export const adoptInput = z.object({ keys: z.array(text(80)).max(200) })

const importedReason = text(1000)
/** One row of a spreadsheet after mapping; absent fields are left as they are on update. */
export const importInput = z.object({
  title,
  ...controlFacts.omit({ title: true, ownerId: true, backupId: true, stateReason: true }).partial().shape,
  testEveryMonths: months.optional(),
  stateReason: importedReason.optional(),
  requirements: z.array(requirement).max(1000, 'At most 1,000 requirements.').optional(),
  testedOn: day.nullable().optional(),
  testResult: z.enum(valuesOf(testResults)).nullable().optional(),
  ownerId: id.nullable().optional(),
  backupId: id.nullable().optional(),
})
export type ControlImport = z.output<typeof importInput>
