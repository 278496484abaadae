import { dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { conflict, invalid } from '#lib/kernel/errors'
import { sealed } from '#lib/law/lessons/course-content'
import { languageNames, languages } from '#lib/law/lessons/lesson'
import { noJson } from '#lib/platform/db'
import { contentFor, textsAfter } from './lesson-draft.ts'
import { lessonProblems, problemInWords } from './lesson-problems.ts'
import { draftInput, publishInput } from './schema.ts'
import {
  courseFiles,
  currentTexts,
  draftColumn,
  filesOfTexts,
  isAsPublished,
  lastContent,
  lockForEdit,
  recordOf,
  settle,
} from './store.ts'

/** Keeps what is written of a lesson in one language. Nobody is taught it before it is published. */
export const saveDraft = defineCommand({
  name: 'course.draft',
  permission: 'course.edit',
  input: draftInput,
  run: async (context, { id, version, ...written }) => {
    const { tx, actor, now } = context
    const course = await lockForEdit(context, id, version)
    requireAt(actor, 'course.edit', [])
    if (course.kind !== 'lesson') throw conflict('A course held elsewhere has no text here.')
    const last = await lastContent(tx, id, course.number)
    const before = currentTexts(course, last)
    const texts = textsAfter(before, written)
    const draft = draftColumn(course, texts, last)
    await tx.course.update({
      where: { id },
      data: { draft, updatedAt: now, version: { increment: 1 } },
    })
    const name = languageNames[written.language]
    const isGone = written.language !== 'en' && !texts[written.language]
    const known = new Set(before.en.questions.map(({ key }) => key))
    const added = texts.en.questions.find(({ key }) => !known.has(key))?.key ?? null
    return {
      value: { id, hasLanguage: !isGone, added },
      events: [
        {
          sentence: isGone ? `Took the text in ${name} out of the draft` : `Wrote on the draft in ${name}`,
          record: recordOf(course),
        },
      ],
    }
  },
})

/** Makes what is written the next version. Nothing of a version is ever changed: who signed it, signed it. */
export const publishCourse = defineCommand({
  name: 'course.publish',
  permission: 'course.edit',
  input: publishInput,
  run: async (context, { id, version, whatChanged }) => {
    const { tx, actor, now, today } = context
    const course = await lockForEdit(context, id, version)
    requireAt(actor, 'course.edit', [])
    const last = await lastContent(tx, id, course.number)
    const texts = currentTexts(course, last)
    if (isAsPublished(course, texts, last))
      throw conflict(`Nothing is different from version ${course.number}, so there is nothing to publish.`)
    const files = await courseFiles(tx, id)
    const problems = lessonProblems(texts, files, course.kind).map((one) => problemInWords(one, texts))
    if (problems.length > 0) throw invalid(`It cannot be published like this. ${problems.join(' ')}`)
    if (last && whatChanged.length < 3)
      throw invalid('Please check the marked fields.', {
        whatChanged: 'Say in a few words what is different, for whoever taught or signed the last version.',
      })
    const number = course.number + 1
    const seal = sealed(contentFor(course, texts, number, filesOfTexts(texts, files)))
    await tx.courseVersion.create({
      data: {
        ...{ id: newId(now.getTime()), practiceId: actor.practiceId, courseId: id, number, ...seal },
        whatChanged: last ? whatChanged : '',
        publishedAt: now,
        publishedById: actor.personId,
        publishedByName: actor.name,
      },
    })
    await tx.course.update({
      where: { id },
      data: {
        ...{ number, draft: noJson, publishedOn: dateOf(today), updatedAt: now },
        hasPackage: languages.some((language) => texts[language]?.package),
        version: { increment: 1 },
      },
    })
    return {
      value: { id, number },
      events: [
        {
          sentence: `Published version ${number}`,
          record: recordOf(course),
          ...(last ? { reason: whatChanged } : {}),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})
