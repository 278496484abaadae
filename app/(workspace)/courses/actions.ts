'use server'

import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { archiveCourse, createCourse, editCourse, restoreCourse, reviewCourse } from '#lib/courses/commands'
import { publishCourse } from '#lib/courses/lesson-commands'
import { takeStarters } from '#lib/courses/library-commands'
import { courseToReview } from '#lib/courses/review-queries'
import { courseTable } from '#lib/courses/table'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import type { RecordEntryState } from '../record-form.tsx'
import { refusedDecision, refusedEdit } from './conflict.ts'
import { decide } from './decide.ts'

/** Adds a course and leads to its text, or for one held elsewhere to its page. */
export async function createCourseAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('course.edit')
  const result = await createCourse(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id, ref } = result.value
  const isLesson = form.get('kind') === 'lesson'
  return leaveWith(
    isLesson ? `Added ${ref}. Now write its text.` : `Added ${ref} to the register.`,
    isLesson ? `/courses/${id}/lesson` : `/courses/${id}`,
  )
}

/** Saves the facts of a course and goes back to it. */
export async function editCourseAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('course.edit')
  const { from, ...input } = formObject(form)
  const result = await editCourse(actor, input)
  if (!result.ok) return refusedEdit(actor, input.id, result, form)
  const { id } = result.value
  await dropDraft(actor, `course/${id}`)
  return leaveWith('Saved.', withReturn(`/courses/${id}`, returnQuery(courseTable, from)))
}

export async function publishAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('course.edit', form, publishCourse, 'Published. What people signed before stays as it was.')
}

export async function archiveCourseAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('course.archive', form, archiveCourse, 'Archived. You can restore it at any time.')
}

export async function restoreCourseAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('course.archive', form, restoreCourse, 'Restored to the register.')
}

/** Records that somebody looked a course through, and goes back to its page, or for those who may not open that to their own work. */
export async function reviewCourseAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('course.review-own')
  const { from, ...input } = formObject(form)
  const result = await reviewCourse(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id } = result.value
  const course = await courseToReview(actor, id)
  return leaveWith(
    'Recorded.',
    course?.isReadable ? withReturn(`/courses/${id}`, returnQuery(courseTable, from)) : '/',
  )
}

/** Takes the ticked starter lessons in. */
export async function takeStartersAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('course.edit')
  const result = await takeStarters(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  const { ids } = result.value
  return leaveWith(
    `Took in ${count(ids.length, 'course')}. They are published and yours: change what does not fit.`,
    '/courses',
  )
}
