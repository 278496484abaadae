import type { CourseDetail } from '#lib/courses/queries'
import type { Actor } from '#lib/kernel/access'
import type { KeptDraft } from '#lib/people/drafts'
import type { FormValues } from '../form-values.ts'
import { ownerChoices } from '../owner-choices.ts'

/** What a form for a new course starts with. */
export const newValues: FormValues = { kind: ['lesson'], minutes: ['5'], passPercent: ['80'] }

/** A stored course as its form shows it. */
export function courseValues(course: CourseDetail): FormValues {
  return {
    title: [course.title],
    about: [course.about],
    kind: [course.kind],
    'groups[]': course.groups,
    minutes: [String(course.minutes)],
    passPercent: [String(course.passPercent)],
    url: [course.url],
    provider: [course.provider],
    ownerId: [course.ownerId ?? ''],
    backupId: [course.backupId ?? ''],
  }
}

/** The people that both forms offer. `draft`: what was typed before, and comes back. */
export async function formSetup(actor: Actor, course: CourseDetail | null, draft: KeptDraft | null) {
  const people = await ownerChoices(actor, course, draft?.values)
  return { people }
}
