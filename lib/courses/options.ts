import type { Option } from '#lib/kernel/table'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'

export const courseKinds = [
  { value: 'lesson', label: 'Lesson here' },
  { value: 'outside', label: 'Course held elsewhere' },
] as const satisfies readonly Option[]

/** How far a course is, by its latest version and by what is being written. */
export const courseStates = [
  { value: 'published', label: 'Published', tone: 'ok' },
  { value: 'changed', label: 'Changes to publish', tone: 'attention' },
  { value: 'draft', label: 'Not published yet', tone: 'neutral' },
] as const satisfies readonly Option[]

export type CourseState = (typeof courseStates)[number]['value']

/** How far a course is. */
export function courseState({ number, hasDraft }: { number: number; hasDraft: boolean }): CourseState {
  if (number === 0) return 'draft'
  return hasDraft ? 'changed' : 'published'
}

/** Whom a course can be meant for; a course for everybody names no group. */
export const groupChoices: readonly Option[] = jobGroupOptions
