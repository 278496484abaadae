import { courseKind } from '#lib/courses/schema'
import { courseTable } from '#lib/courses/table'
import { columnsOf, type TableWords } from './column-words.ts'

/** The tables of courses in words, as `tableWords` has them. */
export const courseWords: Readonly<Record<string, TableWords>> = {
  Course: {
    one: 'course',
    kind: courseKind,
    columns: columnsOf(
      courseTable,
      { owner: 'ownerId', backup: 'backupId', nextDue: 'nextDueOn' },
      {
        starter: { label: 'Made from the starter lesson' },
        draft: { label: 'What is being written' },
        archivedAt: { label: 'Archived' },
      },
    ),
  },
  CourseVersion: {
    one: 'published version of a course',
    kind: courseKind,
    columns: {
      number: { label: 'Version' },
      content: { label: 'Content' },
      sha256: { label: 'SHA-256 of the content' },
      whatChanged: { label: 'What changed' },
      publishedAt: { label: 'Published' },
      publishedById: { label: 'Published by' },
      publishedByName: { label: 'Published by' },
    },
  },
}
