import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { valuesOf } from '#lib/kernel/answers'
import { requirementOf, requirementRef } from '#lib/law/frameworks/all-frameworks'
import { starterRisks } from '#lib/law/library/risks'
import { categories, generativeRisks, treatments } from './options.ts'
import { type Pair, parsePair, sides } from './scores.ts'

export const riskKind = 'risk'
export const riskPrefix = 'RISK'

/** The hidden empty choice of a form whose boxes are all empty. */
const listed = (value: unknown) => (Array.isArray(value) ? value.filter((one) => one !== '') : value)

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const id = z.uuid('Choose from the list.')
const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const optionalId = z.preprocess(blankIsNull, id.nullable())
const day = z.string().refine(isDay, 'Use a real date.')
const optionalDay = z.preprocess(blankIsNull, day.nullable())
const reason = text(2000).min(3, 'Say why, in a few words.')
const version = z.coerce.number().int().positive()
const ids = z.array(z.uuid()).max(200, 'At most 200.')

const monthsMessage = 'Write a number of months from 1 to 36.'
const months = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/\s*months?\.?$/i, '').trim() : value),
  z.coerce.number(monthsMessage).int(monthsMessage).min(1, monthsMessage).max(36, monthsMessage),
)

const requirements = z.array(text(200)).max(200, 'At most 200.')
const shipped = requirements.refine(
  (keys) => keys.every((key) => isShipped(key)),
  'One of them is in no framework here. Open the page again.',
)

function isShipped(key: string): boolean {
  const ref = requirementRef(key)
  return ref !== null && requirementOf(ref) !== undefined
}

const facts = z.object({
  title: text(300).min(3, 'Write what could go wrong, in a few words.'),
  category: z.enum(valuesOf(categories), 'Choose what it threatens.'),
  cause: text(2000),
  event: text(2000),
  consequence: text(2000),
  threat: text(500),
  vulnerability: text(500),
  treatment: z.enum(valuesOf(treatments)),
  treatmentNote: text(2000),
  identifiedOn: optionalDay,
  reviewEveryMonths: months,
  generativeRisk: z.preprocess(blankIsNull, z.enum(valuesOf(generativeRisks)).nullable()),
  ownerId: optionalId,
  backupId: optionalId,
  notes: text(4000),
})

const named = {
  systemIds: ids.default([]),
  vendorIds: ids.default([]),
  siteIds: ids.default([]),
  controlIds: ids.default([]),
  /** References of others, separated by semicolons or commas: asked where there are too many to tick. */
  systemRefs: text(1000).default(''),
  vendorRefs: text(1000).default(''),
  controlRefs: text(1000).default(''),
}

/** People that do not fit together, by field. */
export function contradictions(found: {
  ownerId?: string | null
  backupId?: string | null
}): Record<string, string> {
  return found.ownerId && found.ownerId === found.backupId
    ? { backupId: 'The backup must be somebody else.' }
    : {}
}

const fitting = <Shape extends z.ZodType<{ ownerId: string | null; backupId: string | null }>>(
  shape: Shape,
) =>
  shape.superRefine((found, issues) => {
    for (const [path, message] of Object.entries(contradictions(found)))
      issues.addIssue({ code: 'custom', path: [path], message })
  })

export const createInput = fitting(facts.extend({ ...named, requirements: shipped.default([]) }))
export const editInput = fitting(facts.extend({ ...named, id, version }))
export const archiveInput = z.object({ id, version, reason })
export const restoreInput = z.object({ id, version })

/** The requirements of one framework that a risk ties to; those of other frameworks stay. */
export const requirementsInput = z.object({
  id,
  version,
  framework: text(80).min(1),
  requirements: z.preprocess(listed, requirements),
})

const starter = z.preprocess(
  blankIsNull,
  z
    .string()
    .refine(
      (key) => starterRisks.some((one) => one.key === key),
      'The library has no such risk. Leave the column empty.',
    )
    .nullable(),
)

const stepMessage = 'Choose from 1 to 5.'
const step = z.preprocess(
  blankIsNull,
  z.coerce.number(stepMessage).int(stepMessage).min(1, stepMessage).max(5, stepMessage).nullable(),
)

/** The six numbers of the form. Of a pair both or neither; the current one has to be there. */
export const scoreInput = z
  .object({
    id,
    version,
    inherentLikelihood: step,
    inherentImpact: step,
    currentLikelihood: step,
    currentImpact: step,
    targetLikelihood: step,
    targetImpact: step,
    note: text(2000),
  })
  .superRefine((found, issues) => {
    for (const side of sides) {
      const [likelihood, impact] = [found[`${side}Likelihood`], found[`${side}Impact`]]
      if ((likelihood === null) !== (impact === null))
        issues.addIssue({
          code: 'custom',
          path: [likelihood === null ? `${side}Likelihood` : `${side}Impact`],
          message: 'Choose both, or neither.',
        })
      else if (side === 'current' && likelihood === null)
        issues.addIssue({ code: 'custom', path: ['currentLikelihood'], message: 'Choose how it is now.' })
    }
  })

export const reviewInput = z.object({ id, version, on: day, note: text(2000) })
export const acceptInput = z.object({ id, version, until: day, reason })
export const endAcceptanceInput = z.object({ id, version, reason })
export const closeInput = z.object({ id, version, on: day, reason })
export const reopenInput = z.object({ id, version, reason })

export const actionInput = z.object({
  id,
  version,
  partId: optionalId,
  title: text(300).min(3, 'Write what is to be done.'),
  ownerId: optionalId,
  dueOn: day,
})
export const settleInput = z.object({
  actionId: id,
  how: z.enum(['done', 'dropped'], 'Choose what became of it.'),
  outcome: text(2000).min(3, 'Say what came of it, in a few words.'),
})

export const adoptInput = z.object({
  keys: z.array(z.string().max(100)).min(1, 'Tick at least one risk.').max(100, 'At most 100 at once.'),
  /** What they are written down for; none for the practice as a whole. */
  systemId: optionalId,
  ownerId: optionalId,
})

const word = text(40).min(1, 'Write a word.')
export const scaleInput = z.object({
  words: z.record(z.string().regex(/^(?:likelihood|impact)-[1-5]$/), z.object({ word, meaning: text(500) })),
})

const mostMessage = 'Write a number from 1 to 25, or leave it empty.'
export const appetiteInput = z.object({
  most: z.partialRecord(
    z.enum(valuesOf(categories)),
    z.preprocess(
      blankIsNull,
      z.coerce.number(mostMessage).int(mostMessage).min(1, mostMessage).max(25, mostMessage).nullable(),
    ),
  ),
})

const pair = z.string().transform((words, context): Pair | null => {
  const found = parsePair(words)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: `“${words.slice(0, 40)}” is no score. Write it as 4 x 5.` })
  return z.NEVER
})

/** One row of a spreadsheet after mapping; absent fields are left as they are on update. */
export const importInput = facts.partial().extend({
  requirements: requirements.optional(),
  controls: ids.optional(),
  actions: z.array(z.string()).max(200, 'At most 200.').optional(),
  starterKey: starter.optional(),
  scoredOn: optionalDay.optional(),
  inherent: pair.optional(),
  current: pair.optional(),
  target: pair.optional(),
  inherentLikelihood: step.optional(),
  inherentImpact: step.optional(),
  currentLikelihood: step.optional(),
  currentImpact: step.optional(),
  targetLikelihood: step.optional(),
  targetImpact: step.optional(),
  reviewedOn: optionalDay.optional(),
  closedOn: optionalDay.optional(),
  closeReason: text(2000).optional(),
  systems: ids.optional(),
  vendors: ids.optional(),
  sites: ids.optional(),
})
