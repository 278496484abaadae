import { dateOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { handedTo } from '#lib/people/handed-duties'
import { requireHere } from '#lib/people/works-here'
import { firstText } from './lesson-draft.ts'
import { answersFor, mayReview, visibleToReviewer } from './policy.ts'
import { courseRow } from './queries.ts'
import * as schema from './schema.ts'
import { currentTexts, draftColumn, lastContent, lockCourse, lockForEdit, recordOf, settle } from './store.ts'
import { type CourseRow, courseTable } from './table.ts'

async function rowOf({ tx, actor }: CommandContext, id: string): Promise<CourseRow> {
  const row = await courseRow(tx, actor, id)
  if (!row) throw notFound()
  return row
}

export const createCourse = defineCommand({
  name: 'course.create',
  permission: 'course.edit',
  input: schema.createInput,
  run: async (context, facts) => {
    const { tx, actor, now } = context
    requireAt(actor, 'course.edit', [])
    await requireHere(context, facts)
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.coursePrefix, 1)
    const id = newId(now.getTime())
    const draft = draftColumn({ ...facts, ref }, firstText(facts), null)
    await tx.course.create({
      data: { ...facts, id, ref, practiceId: actor.practiceId, draft, createdAt: now, updatedAt: now },
    })
    const record = recordOf({ id, ref, title: facts.title })
    return {
      value: { id, ref },
      events: [{ sentence: `Added ${record.label} to the register`, record }],
      due: await settle(context, { id }),
    }
  },
})

export const editCourse = defineCommand({
  name: 'course.edit',
  permission: 'course.edit',
  input: schema.editInput,
  run: async (context, { id, version, ...facts }) => {
    const { tx, actor, now } = context
    const course = await lockForEdit(context, id, version)
    requireAt(actor, 'course.edit', [])
    const before = await rowOf(context, id)
    await requireHere(context, facts, before)
    const last = await lastContent(tx, id, course.number)
    const texts = currentTexts(course, last)
    if (facts.kind !== course.kind && (last || (course.kind === 'lesson' && texts.en.body !== '')))
      throw invalid('Please check the marked fields.', {
        kind: 'Something is written or published already. Make another course instead.',
      })
    const next = { ...facts, ref: course.ref }
    // A course held elsewhere has no text but its facts.
    const text = facts.kind === 'outside' || facts.kind !== course.kind ? firstText(facts) : texts
    await tx.course.update({
      where: { id },
      data: { ...facts, draft: draftColumn(next, text, last), updatedAt: now, version: { increment: 1 } },
    })
    const due = await settle(context, { id })
    const sentence =
      changeSentence(courseTable, before, await rowOf(context, id)) ?? 'Saved it without changes'
    return {
      value: { id },
      events: [{ sentence, record: recordOf({ id, ref: course.ref, title: facts.title }) }],
      due,
    }
  },
})

/** Whoever may look courses through does it here: its owner and its backup may without its page. */
export const reviewCourse = defineCommand({
  name: 'course.review',
  permission: 'course.review-own',
  input: schema.reviewInput,
  run: async (context, { id, version, on, note }) => {
    const { tx, actor, now, today } = context
    const wrongDay = (message: string) => invalid('Please check the marked fields.', { on: message })
    const handed = await handedTo(tx, actor, schema.courseKind)
    const course = await lockForEdit(context, id, version, visibleToReviewer(actor, handed))
    if (!mayReview(actor, handed.includes(id) || answersFor(actor, course))) throw forbidden()
    if (course.number === 0) throw conflict('Nothing of this course is published yet.')
    if (on > today) throw wrongDay('This day has not come yet.')
    if (course.reviewedOn && dateOf(on) < course.reviewedOn) throw wrongDay('There is a later one already.')
    await tx.course.update({
      where: { id },
      data: { reviewedOn: dateOf(on), updatedAt: now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: `Looked it through on ${formatDay(on)}`, record: recordOf(course), reason: note }],
      due: await settle(context, { id }),
    }
  },
})

export const archiveCourse = defineCommand({
  name: 'course.archive',
  permission: 'course.archive',
  input: schema.archiveInput,
  run: async (context, { id, version, reason }) => {
    const course = await lockForEdit(context, id, version)
    requireAt(context.actor, 'course.archive', [])
    await context.tx.course.update({
      where: { id },
      data: { archivedAt: context.now, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', record: recordOf(course), reason }],
      due: await settle(context, { id }),
    }
  },
})

export const restoreCourse = defineCommand({
  name: 'course.restore',
  permission: 'course.archive',
  input: schema.restoreInput,
  run: async (context, { id }) => {
    const course = await lockCourse(context, id)
    requireAt(context.actor, 'course.archive', [])
    if (!course.archivedAt) throw conflict('It is not archived.')
    await context.tx.course.update({
      where: { id },
      data: { archivedAt: null, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(course) }],
      due: await settle(context, { id }),
    }
  },
})
