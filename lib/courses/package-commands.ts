import { z } from 'zod'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict } from '#lib/kernel/errors'
import type { CoursePackage } from '#lib/law/lessons/course-package'
import { type Language, languageNames, languages } from '#lib/law/lessons/lesson'
import { textToWrite } from './lesson-draft.ts'
import { currentTexts, draftColumn, type LockedCourse, lastContent, lockForEdit, recordOf } from './store.ts'

export const packagePlace = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  language: z.enum(languages),
})

/** The course on which a package is put, locked; refuses who may not write it. */
export async function lockForPackage(
  context: CommandContext,
  { id, version }: { id: string; version: number },
): Promise<LockedCourse> {
  const course = await lockForEdit(context, id, version)
  requireAt(context.actor, 'course.edit', [])
  if (course.kind !== 'lesson') throw conflict('A course held elsewhere has no text here.')
  return course
}

/** Puts a package into what is written of a lesson in one language, in place of the one that was there. */
export async function keepInDraft(
  { tx, now }: Pick<CommandContext, 'tx' | 'now'>,
  course: LockedCourse,
  language: Language,
  played: CoursePackage | null,
): Promise<{ before: CoursePackage | null }> {
  const last = await lastContent(tx, course.id, course.number)
  const texts = currentTexts(course, last)
  const { package: before, ...plain } = textToWrite(texts, language)
  const text = played ? { ...plain, package: played } : plain
  await tx.course.update({
    where: { id: course.id },
    data: {
      draft: draftColumn(course, { ...texts, [language]: text }, last),
      ...{ updatedAt: now, version: { increment: 1 } },
    },
  })
  return { before: before ?? null }
}

/** Takes the package out of what is written. Versions that have it keep it, and so does the course as a file. */
export const removePackage = defineCommand({
  name: 'course.remove-package',
  permission: 'course.edit',
  input: packagePlace,
  run: async (context, input) => {
    const course = await lockForPackage(context, input)
    const { before } = await keepInDraft(context, course, input.language, null)
    if (!before) throw conflict('There is no package in this language.')
    return {
      value: { id: input.id },
      events: [
        {
          sentence: `Took the package “${before.title}” out of the draft in ${languageNames[input.language]}`,
          record: recordOf(course),
        },
      ],
    }
  },
})
