import { newId } from '#lib/base/ids'
import { type Actor, requireAt } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import { conflict, invalid } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { sealed } from '#lib/law/lessons/course-content'
import type { StarterLesson } from '#lib/law/lessons/lesson'
import { starterLesson, starterLessons } from '#lib/law/lessons/starter-lessons'
import { read } from '#lib/platform/db'
import { contentFor } from './lesson-draft.ts'
import { visible } from './policy.ts'
import { coursePrefix, takeInput } from './schema.ts'
import { recordOf, settle } from './store.ts'

/** Right answers in percent that a starter lesson asks for. */
const starterPass = 80

/** A starter lesson, and the course that was made from it. */
export interface LibraryEntry {
  starter: StarterLesson
  made: { id: string; ref: string; title: string; archived: boolean } | null
}

/** Every starter lesson with what the practice made of it. One statement. */
export function courseLibrary(actor: Actor): Promise<LibraryEntry[]> {
  return read(actor, async (tx) => {
    const made = await tx.course.findMany({
      where: { AND: [visible(actor), { starter: { not: null } }] },
      select: { id: true, ref: true, title: true, starter: true, archivedAt: true },
    })
    const found = new Map(
      made.map(({ starter, archivedAt, ...plain }) => [starter, { ...plain, archived: archivedAt !== null }]),
    )
    return starterLessons.map((starter) => ({ starter, made: found.get(starter.key) ?? null }))
  })
}

/**
 * Takes starter lessons in as courses of the practice, published as version 1, owned by whoever takes them. Those that
 * are there stay as they are; archived ones come back. A constant number of statements.
 */
export const takeStarters = defineCommand({
  name: 'course.take-starters',
  permission: 'course.edit',
  input: takeInput,
  run: async (context, { keys }) => {
    const { tx, actor, now, today } = context
    requireAt(actor, 'course.edit', [])
    const wanted = [...new Set(keys)].filter(Boolean)
    const starters = wanted.flatMap((key) => starterLesson(key) ?? [])
    if (starters.length === 0 || starters.length < wanted.length)
      throw invalid('Tick at least one lesson of the list.', { keys: 'Tick at least one.' })
    // Two people who take the same lesson at once must not make two courses of it.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('starter lessons'), hashtext(${actor.practiceId}))`
    const there = await tx.course.findMany({
      where: { starter: { in: wanted } },
      select: { id: true, ref: true, title: true, starter: true, archivedAt: true, version: true },
    })
    const known = new Set(there.map(({ starter }) => starter))
    const missing = starters.filter(({ key }) => !known.has(key))
    const back = there.filter(({ archivedAt }) => archivedAt !== null)
    const refs = await nextReferences(tx, actor.practiceId, coursePrefix, missing.length)
    const { practiceId } = actor
    const stamp = { createdAt: now.toISOString(), updatedAt: now.toISOString() }
    const made = missing.map((starter, at) => {
      const facts = {
        ...{ ref: refs[at] ?? '', title: starter.texts.en.title, about: '', kind: 'lesson' },
        ...{ minutes: starter.minutes, passPercent: starterPass, url: '', provider: '' },
      }
      return {
        id: newId(now.getTime()),
        starter,
        facts,
        seal: sealed(contentFor(facts, starter.texts, 1, [])),
      }
    })
    await insertRows(
      tx,
      'Course',
      made.map(({ id, starter, facts }) => ({
        ...{ id, practiceId, ...facts, starter: starter.key, ...stamp },
        groups: starter.groups === 'everybody' ? [] : [...starter.groups],
        ...{ number: 1, publishedOn: today, ownerId: actor.personId, version: 1 },
      })),
    )
    await insertRows(
      tx,
      'CourseVersion',
      made.map(({ id: courseId, seal }) => ({
        ...{ id: newId(now.getTime()), practiceId, courseId, number: 1, ...seal, whatChanged: '' },
        ...{ publishedAt: now.toISOString(), publishedById: actor.personId, publishedByName: actor.name },
      })),
    )
    await updateRows(
      tx,
      'Course',
      back.map(({ id, version }) => ({
        id,
        version: version + 1,
        archivedAt: null,
        updatedAt: stamp.updatedAt,
      })),
    )
    const [first, ...rest] = [
      ...made.map(
        ({ id, facts }): EventDraft => ({
          sentence: 'Took it from the starter lessons and published it as version 1',
          record: recordOf({ id, ref: facts.ref, title: facts.title }),
        }),
      ),
      ...back.map(
        (course): EventDraft => ({ sentence: 'Restored it from the archive', record: recordOf(course) }),
      ),
    ]
    if (!first) throw conflict('They are all in the register already.')
    const ids = [...made, ...back].map(({ id }) => id)
    return { value: { ids }, events: [first, ...rest], due: await settle(context, { id: { in: ids } }) }
  },
})
