import type { Day } from '#lib/base/days'
import { type Cadence, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'
import { ruleOf } from '#lib/law/rules'

/** How often a course is looked through. HIPAA asks for a programme and names no interval; this is the product's default. */
export const courseCadences = {
  review: {
    key: 'course.review',
    label: 'Look through a course',
    why: 'Tools, rules and phone numbers in a lesson age. HIPAA wants training that fits the work and names no interval; a year is custom.',
    unit: 'months',
    standard: 12,
    min: 1,
    max: 36,
  },
} as const satisfies Record<string, Cadence>

/** The facts that a course's duties depend on. Days are business days of the practice. */
export interface DueFacts {
  archived: boolean
  publishedOn: Day | null
  reviewedOn: Day | null
}

/** What is due for one course. Pure; what is not published yet, or archived, teaches nobody and has no duties. */
export function courseDuties(
  { archived, publishedOn, reviewedOn }: DueFacts,
  chosen: Readonly<Record<string, number>>,
): Duty[] {
  if (archived || publishedOn === null) return []
  // Whoever publishes a version has looked it through.
  const sinceOn = reviewedOn !== null && reviewedOn > publishedOn ? reviewedOn : publishedOn
  return [
    {
      key: 'review',
      title: 'Look through the course: is it still right?',
      sinceOn,
      dueOn: dueAfter(sinceOn, courseCadences.review, chosen),
      harm: 2,
      citation: ruleOf('security-training').citation,
    },
  ]
}
