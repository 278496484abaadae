import { z } from 'zod'
import { type Day, isDay } from '#lib/base/days'
import { valuesOf } from '#lib/kernel/answers'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const id = z.uuid('Choose from the list.')
const optionalId = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  id.nullable(),
)
const day = z.string().refine(isDay, 'Use a real date.')
const version = z.coerce.number().int().positive()
const number = (most: number, what: string) => z.coerce.number(what).int(what).min(1, what).max(most, what)
const days = number(365, 'A number of days from 1 to 365.')

const planFacts = {
  name: text(200).min(2, 'Give it a name.'),
  courseIds: z
    .array(z.union([z.literal(''), id]))
    .max(60)
    .transform((ids) => ids.filter((one) => one !== ''))
    .refine((ids) => ids.length > 0, 'Choose at least one course.')
    .refine((ids) => new Set(ids).size === ids.length, 'Choose each course once.'),
  everyMonths: number(36, 'A number of months from 1 to 36.'),
  startsOn: day,
  daysOpen: days,
  joinerDays: days,
  escalateAfterDays: days,
  groups: z.array(z.enum(valuesOf(jobGroupOptions), 'Choose from the list.')).max(20),
  siteIds: z.array(id).max(500),
  ownerId: optionalId,
}

export const createPlanInput = z.object(planFacts)
/** The facts of a plan as its form sends them. */
export type PlanFacts = z.output<typeof createPlanInput>
export const editPlanInput = z.object({ id, version, ...planFacts })
export const endPlanInput = z.object({
  id,
  version,
  reason: text(1000).min(3, 'Say why, in a few words.'),
})
export const programmeInput = z.object({ startsOn: day, daysOpen: days, ownerId: optionalId })

/** A plan of the quarterly programme: one course, once a year, for those whom the course is for. */
export function programmePlan(own: {
  name: string
  courseId: string
  startsOn: Day
  daysOpen: number
  ownerId: string | null
}): PlanFacts {
  const { courseId, ...facts } = own
  return {
    ...facts,
    courseIds: [courseId],
    ...{ everyMonths: 12, joinerDays: 30, escalateAfterDays: 7, groups: [], siteIds: [] },
  }
}
