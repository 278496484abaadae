import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { valuesOf } from '#lib/kernel/answers'
import { agreementClauses } from '#lib/law/agreement-clauses'
import { agreementKinds, clauseStates, coverages, dataReturns, renewals } from './options.ts'

export const agreementKind = 'agreement'
export const agreementPrefix = 'AGR'

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
const reason = text(1000).min(3, 'Say why, in a few words.')
const version = z.coerce.number().int().positive()

const units = /\$|,|\b(?:usd|days?|months?|calendar|per year|a year|\/ ?year)\b/gi

/** What people write into a cell that has no answer. */
const noAnswer = /^(?:n\/?a|none|tbd|\?|[-–—]+)$/i

/** A whole number as people write it into a cell: '60 days', '$12,000'. Null for none. */
const number = (most: number, message: string, least = 0) =>
  z.preprocess((value) => {
    const plain = typeof value === 'string' ? value.replaceAll(units, '').trim() : value
    return typeof plain === 'string' && noAnswer.test(plain) ? null : blankIsNull(plain)
  }, z.coerce.number(message).int(message).min(least, message).max(most, message).nullable())

const facts = z.object({
  title: text(300),
  kind: z.enum(valuesOf(agreementKinds), 'Choose what it is.'),
  upstreamId: optionalId,
  covers: z.enum(valuesOf(coverages)),
  services: text(4000),
  ourSigner: text(200),
  theirSigner: text(200),
  sentOn: optionalDay,
  signedOn: optionalDay,
  effectiveOn: optionalDay,
  endsOn: optionalDay,
  renewal: z.enum(valuesOf(renewals)),
  renewalMonths: number(240, 'Write a number of months, such as 12.', 1),
  noticeDays: number(1000, 'Write a number of days, such as 60.'),
  yearlyCost: number(1_000_000_000, 'Write whole US dollars, such as 12,000.'),
  breachDays: number(365, 'Write a number of days, such as 10.', 1),
  confirmedOn: optionalDay,
  ownerId: optionalId,
  backupId: optionalId,
  notes: text(4000),
})
type Facts = z.output<typeof facts>

/** Days and people that do not fit together, by field. */
export function contradictions(
  found: Partial<
    Pick<Facts, 'sentOn' | 'signedOn' | 'effectiveOn' | 'endsOn' | 'renewal' | 'ownerId' | 'backupId'>
  >,
): Record<string, string> {
  const { signedOn, effectiveOn, endsOn, renewal, ownerId, backupId } = found
  const problems: Record<string, string> = {}
  const from = effectiveOn ?? signedOn
  if (endsOn && from && endsOn < from) problems['endsOn'] = 'It ends before it begins.'
  if (renewal === 'renews' && !endsOn)
    problems['endsOn'] = 'Say when the first term ends, so that the day for notice can be found.'
  if (renewal === 'evergreen' && endsOn)
    problems['renewal'] = 'There is a last day. Choose whether it ends then or renews, or take the day out.'
  if (ownerId && ownerId === backupId) problems['backupId'] = 'The backup must be somebody else.'
  return problems
}

const ids = z.array(z.uuid())
const named = { systemIds: ids.default([]), flowIds: ids.default([]) }

const fitting = <Shape extends z.ZodType<Facts>>(shape: Shape) =>
  shape.superRefine((found, issues) => {
    for (const [path, message] of Object.entries(contradictions(found)))
      issues.addIssue({ code: 'custom', path: [path], message })
  })

export const createInput = fitting(facts.extend({ ...named, vendorId: id, predecessorId: optionalId }))
export const editInput = fitting(facts.extend({ ...named, id, version }))
export const archiveInput = z.object({ id, version, reason })
export const restoreInput = z.object({ id, version })

const clauseKeys = agreementClauses.map(({ key }) => key)
const clause = z.object({
  state: z.enum(valuesOf(clauseStates)),
  words: text(4000).default(''),
  page: text(60).default(''),
})

export const clausesInput = z.object({
  id,
  version,
  clauses: z.partialRecord(z.enum(clauseKeys), clause),
})

export const terminateInput = z.object({ id, version, on: day, reason })
export const returnInput = z.object({
  id,
  version,
  how: z.enum(valuesOf(dataReturns), 'Choose what became of the data.'),
  on: day,
  note: text(2000),
})
export const letRenewInput = z.object({ id, version, note: text(2000) })

/** One row of a spreadsheet after mapping; absent fields are left as they are on update. */
export const importInput = facts.partial().extend({
  vendor: id.optional(),
  upstream: id.nullable().optional(),
  systems: ids.optional(),
  flows: ids.optional(),
})
