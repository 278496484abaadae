import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { forbidden } from '#lib/kernel/errors'
import { read } from '#lib/platform/db'
import { guessGroup } from './guess-group.ts'
import { mayEdit } from './policy.ts'
import { workGroupsInput } from './schema.ts'

/** A job title of the directory. */
export interface JobTitle {
  /** In lower case, as it is kept. */
  title: string
  /** As somebody wrote it. */
  shown: string
  people: number
  group: string | null
  /** What it probably stands for, where nobody has said. */
  guess: string | null
}

export interface JobTitles {
  titles: JobTitle[]
  /** People who work here and have no job title. */
  untitled: number
}

/** The job titles of everybody who works here, the unsorted ones first, each with how many people have it. One statement. */
export function jobTitles(actor: Actor): Promise<JobTitles> {
  if (!can(actor, 'training.read') || !mayEdit(actor)) return Promise.resolve({ titles: [], untitled: 0 })
  return read(actor, async (tx) => {
    const found = await tx.$queryRaw<Omit<JobTitle, 'guess'>[]>`
      SELECT t.title, t.shown, t.people, g."group" FROM (
        SELECT lower("jobTitle" COLLATE "default") AS title, min("jobTitle" COLLATE "C") AS shown, count(*)::int AS people
        FROM "Person" WHERE "active" AND "archivedAt" IS NULL GROUP BY 1) t
      LEFT JOIN "JobTitleGroup" g ON g."title" = t.title
      ORDER BY g."group" IS NOT NULL, t.people DESC, t.title`
    return {
      titles: found.flatMap((one) =>
        one.title === '' ? [] : { ...one, guess: one.group === null ? guessGroup(one.title) : null },
      ),
      untitled: found.find(({ title }) => title === '')?.people ?? 0,
    }
  })
}

/** Says which work group people of each of these job titles belong to, or that one belongs to none. Two statements. */
export const sortTitles = defineCommand({
  name: 'training.work-groups',
  permission: 'training.edit',
  input: workGroupsInput,
  run: async (context, { titles, groups }) => {
    const { tx, actor, now } = context
    if (!mayEdit(actor)) throw forbidden()
    const rows = titles.map((title, at) => ({ title, group: groups[at] ?? 'none' }))
    const set = rows.flatMap((row) =>
      row.group === 'none' ? [] : { ...row, id: newId(now.getTime()), practiceId: actor.practiceId },
    )
    const changed = await tx.$executeRaw`
      INSERT INTO "JobTitleGroup" ("id", "practiceId", "title", "group")
      SELECT DISTINCT ON (lower("title" COLLATE "default")) "id", "practiceId", lower("title" COLLATE "default"), "group"
      FROM jsonb_populate_recordset(NULL::"JobTitleGroup", ${JSON.stringify(set)}::jsonb)
      ON CONFLICT ("practiceId", "title") DO UPDATE SET "group" = excluded."group" WHERE "JobTitleGroup"."group" <> excluded."group"`
    const none = rows.flatMap(({ title, group }) => (group === 'none' ? title : []))
    const removed =
      await tx.$executeRaw`DELETE FROM "JobTitleGroup" WHERE "title" = ANY (SELECT lower(t COLLATE "default") FROM unnest(${none}::text[]) t)`
    const sentence = `Said of ${count(changed, 'job title')} which work group it stands for${removed > 0 ? `, and of ${removed} that it stands for none` : ''}`
    return { value: { changed, removed }, events: [{ sentence }] }
  },
})
