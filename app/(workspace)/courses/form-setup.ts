import type { CourseDetail } from '#lib/courses/queries'
import type { Actor } from '#lib/kernel/access'
import { personChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import type { FormValues } from '../form-values.ts'

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

/** Who is named as owner or backup in a form. */
export const namedIn = (values: FormValues | undefined) => [values?.ownerId?.[0], values?.backupId?.[0]]

/** The people that both forms offer. `draft`: what was typed before, and comes back. */
export async function formSetup(actor: Actor, course: CourseDetail | null, draft: KeptDraft | null) {
  const people = await personChoices(actor, {
    stored: [course?.ownerId ?? null, course?.backupId ?? null],
    entered: namedIn(draft?.values),
  })
  return { people }
}
